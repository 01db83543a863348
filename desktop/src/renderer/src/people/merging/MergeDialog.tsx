import { Alert, Button, Modal } from '@mantine/core'
import { sayRefusal } from '@send/shared/suspense/merging/describe-unmerge'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FindPerson } from '../../suspense/FindPerson.tsx'
import { ConfirmMerge } from './ConfirmMerge.tsx'
import { useMerge } from './useMerge.ts'

const t = translator('en')

const toMerge = {
  label: t('merge.find'),
  choose: t('merge.choose'),
  chooseWhom: (person: string) => t('merge.chooseWhom', { person }),
}

type MergeDialogProps = { personId: string; onClose: () => void }

/** Finds the other record, shows both side by side and what a merge would mean, and asks why. */
export function MergeDialog({ personId, onClose }: MergeDialogProps) {
  const [otherId, setOtherId] = useState<string | undefined>(undefined)
  if (otherId === undefined) {
    return (
      <Frame onClose={onClose}>
        <FindPerson words={toMerge} except={personId} onMatch={({ personId: found }) => setOtherId(found)} />
      </Frame>
    )
  }
  return (
    <Compared personId={personId} otherId={otherId} onOther={() => setOtherId(undefined)} onClose={onClose} />
  )
}

type ComparedProps = { personId: string; otherId: string; onOther: () => void; onClose: () => void }

function Compared({ personId, otherId, onOther, onClose }: ComparedProps) {
  const api = useApi()
  const [turned, setTurned] = useState(false)
  const two = turned ? { keptId: otherId, otherId: personId } : { keptId: personId, otherId }
  const found = useQuery(
    api.personMerges.getPreview.queryOptions(two, { gcTime: 0, staleTime: Infinity, placeholderData: keep }),
  )
  const merging = useMerge({ onChanged: () => void found.refetch(), onMerged: onClose })
  const preview = found.data
  if (!preview) {
    return (
      <Frame onClose={onClose}>
        {found.error ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Waiting what={t('merge.title')} />
        )}
      </Frame>
    )
  }
  const refusal = preview.outcome === 'refused' ? preview.refusal : (merging.refusal ?? preview.refusal)
  if (refusal || preview.outcome === 'refused') {
    return (
      <Frame onClose={onClose}>
        <Alert color="yellow" mb="sm">
          {refusal && sayRefusal(refusal)}
        </Alert>
        <Button size="xs" data-autofocus onClick={onOther}>
          {t('merge.other')}
        </Button>
      </Frame>
    )
  }
  return (
    <ConfirmMerge
      preview={preview}
      changed={merging.changed}
      busy={merging.busy || found.isFetching}
      onTurn={() => setTurned(!turned)}
      onConfirm={merging.merge}
      onClose={onClose}
    />
  )
}

/** The look before stays until the other way round is there, so that the dialog does not jump. */
function keep<Before>(before: Before | undefined): Before | undefined {
  return before
}

function Frame({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={t('merge.title')} size="xl">
      {children}
    </Modal>
  )
}
