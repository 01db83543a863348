import { Alert, Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import classes from './internal-forms.module.css'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

type Entry = RouterOutputs['chronology']['getEntry']
type InternalEntryBarProps = {
  entry: Entry
  onAmend: (internalFormId: string) => void
  onOpenEntry: (entryId: string) => void
}

/** What a completed form of staff says of itself, and what can be done with it: amend it, print it. */
export function InternalEntryBar({ entry, onAmend, onOpenEntry }: InternalEntryBarProps) {
  const { internal } = entry
  const replacement = internal?.replacedBy
  return (
    <>
      {replacement ? (
        <Alert
          classNames={{ title: classes.noticeTitle }}
          color="yellow"
          mb="xs"
          title={t('filling.replaced', { reference: replacement.reference })}
        >
          <Button size="compact-xs" variant="default" onClick={() => onOpenEntry(replacement.entryId)}>
            {t('filling.openReplacement')}
          </Button>
        </Alert>
      ) : null}
      {internal?.amends ? <p>{t('filling.amends', internal.amends)}</p> : null}
      <Group gap="xs" mb="xs" data-no-print>
        {internal?.mayAmend ? <AmendEntry entryId={entry.entryId} onAmend={onAmend} /> : null}
        <PrintEntry entryId={entry.entryId} />
      </Group>
    </>
  )
}

function AmendEntry({ entryId, onAmend }: { entryId: string; onAmend: (internalFormId: string) => void }) {
  const api = useApi()
  const refresh = useRefreshForms()
  const [asking, setAsking] = useState(false)
  const [idempotencyKey] = useState(newId)
  const amend = useMutation(
    api.internalForms.amend.mutationOptions({
      onSuccess(result) {
        if (result.outcome === 'begunAlready')
          notifications.show({ color: 'yellow', message: t('filling.begunAlready', { by: result.by }) })
        refresh()
        onAmend(result.internalFormId)
      },
      onError: showFailure,
    }),
  )
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('filling.amend')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('filling.amendTitle')}
          sentence={t('filling.amendSentence')}
          confirm={t('filling.amendConfirm')}
          busy={amend.isPending}
          onConfirm={(reason) => amend.mutate({ idempotencyKey, entryId, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

/** Prints only what the audit trail has taken note of. */
function PrintEntry({ entryId }: { entryId: string }) {
  const api = useApi()
  const record = useMutation(
    api.internalForms.recordPrint.mutationOptions({ onSuccess: () => window.print(), onError: showFailure }),
  )
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={record.isPending}
      onClick={() => record.mutate({ entryId })}
    >
      {t('filling.print')}
    </Button>
  )
}
