import { Alert, Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { showUndo } from '../../administration/show-undo.tsx'
import type { KeptDraft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { When } from '../../submissions/work-list/When.tsx'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { useExportBundle } from '../bundles/useExportBundle.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import { syncInWords } from '../editor/sync-words.ts'
import classes from '../form-builder.module.css'
import { draftsQuery } from './drafts-query.ts'

const t = translator('en')

type DraftListProps = {
  /** The latest published version of each form, as far as it is known. */
  latestVersions: ReadonlyMap<string, number>
  current: string | undefined
  onOpen: (draft: KeptDraft) => void
}

/** The drafts on this computer, with or without the server. */
export function DraftList({ latestVersions, current, onOpen }: DraftListProps) {
  const list = useQuery(draftsQuery)
  const { exportBundle, busy } = useExportBundle()
  const [leaving, setLeaving] = useState<KeptDraft | undefined>(undefined)
  const drafts = list.data?.drafts
  const columns: Column<KeptDraft>[] = [
    { heading: t('forms.column.code'), cell: ({ definition }) => definition.code },
    { heading: t('forms.column.base'), cell: (draft) => baseInWords(draft, latestVersions) },
    { heading: t('forms.column.changed'), cell: ({ changedAt }) => <When at={changedAt} /> },
    { heading: t('drafts.column.state'), cell: ({ sync }) => <StatusMark {...syncInWords(sync)} /> },
    {
      heading: t('forms.column.actions'),
      cell: (draft) => (
        <>
          <Button
            className={classes.rowAction}
            size="compact-xs"
            variant="default"
            mr={6}
            disabled={busy}
            title={t('bundles.exportNamed', { title: titleOfForm(draft.definition) })}
            onClick={() => exportBundle({ of: 'draft', formId: draft.formId, definition: draft.definition })}
          >
            {t('bundles.export')}
          </Button>
          <Button
            className={classes.rowAction}
            size="compact-xs"
            variant="default"
            aria-label={t('forms.discardNamed', { title: titleOfForm(draft.definition) })}
            onClick={() => setLeaving(draft)}
          >
            {t('forms.discard')}
          </Button>
        </>
      ),
    },
  ]
  async function discard({ formId, definition }: KeptDraft) {
    const removed = await bridge.drafts.remove(formId)
    setLeaving(undefined)
    const message = t('forms.discarded', { title: titleOfForm(definition) })
    if (removed.ok) showUndo(message, () => void bridge.drafts.restore(formId).then(() => list.refetch()))
    else notifications.show({ color: 'red', message: removed.error.message })
    void list.refetch()
  }
  return (
    <section aria-labelledby="forms-drafts">
      <h2 className={classes.listHeading} id="forms-drafts">
        {t('forms.drafts')}
      </h2>
      {list.data?.setAside && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('forms.setAside')} m="sm">
          {t('forms.setAsideHint', { place: list.data.setAside })}
        </Alert>
      )}
      {list.data !== undefined && list.data.unreadable > 0 && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} m="sm">
          {t('forms.unreadable', { count: list.data.unreadable })}
        </Alert>
      )}
      {list.data?.others.map(({ name, count }) => (
        <Text key={name} size="sm" px="sm" py={4}>
          {t('drafts.others', { name, count })}
        </Text>
      ))}
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting what={t('forms.drafts')} />}
      {drafts?.length === 0 && <Empty title={t('forms.draftsEmpty')} hint={t('forms.draftsEmptyHint')} />}
      {drafts !== undefined && drafts.length > 0 && (
        <WorkTable
          caption={t('forms.drafts')}
          rows={drafts}
          idOf={draftRowId}
          nameOf={({ definition }) => titleOfForm(definition)}
          nameHeading={t('forms.column.title')}
          current={current}
          onOpen={(id) => {
            const draft = drafts.find((one) => draftRowId(one) === id)
            if (draft) onOpen(draft)
          }}
          columns={columns}
        />
      )}
      {leaving && (
        <ConfirmDialog
          opened
          title={t('forms.discardTitle')}
          sentence={t(leaving.isShared ? 'drafts.discardShared' : 'forms.discardSentence', {
            title: titleOfForm(leaving.definition),
          })}
          confirm={t('forms.discard')}
          busy={false}
          onConfirm={() => void discard(leaving)}
          onCancel={() => setLeaving(undefined)}
        />
      )}
    </section>
  )
}

/** The id of a draft's row among all rows of the screen: its form may be listed as published too. */
export function draftRowId({ formId }: { formId: string }): string {
  return `draft ${formId}`
}

function baseInWords(
  { formId, baseVersion }: KeptDraft,
  latestVersions: ReadonlyMap<string, number>,
): string {
  if (baseVersion === null) return t('forms.baseNew')
  const latest = latestVersions.get(formId) ?? baseVersion
  return latest > baseVersion
    ? t('forms.baseOvertaken', { number: baseVersion, latest })
    : t('forms.baseVersion', { number: baseVersion })
}
