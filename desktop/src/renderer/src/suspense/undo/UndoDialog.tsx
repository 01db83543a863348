import { Alert, Modal } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { UndoneResult } from './UndoneResult.tsx'
import { UndoPreview } from './UndoPreview.tsx'
import { useChosenAccess } from './useChosenAccess.ts'
import { useUndoMatch } from './useUndoMatch.ts'

const t = translator('en')

type Preview = RouterOutputs['undoneMatches']['getPreview']
type UndoDialogProps = {
  incomingChildId: string
  onClose: () => void
  onUndone: (after: { personRemoved: boolean }) => void
}

/** What an undo would take back and what the match exposed; then the reason; then what came of it. */
export function UndoDialog({ incomingChildId, onClose, onUndone }: UndoDialogProps) {
  const api = useApi()
  const found = useQuery(
    api.undoneMatches.getPreview.queryOptions({ incomingChildId }, { gcTime: 0, staleTime: Infinity }),
  )
  const undoing = useUndoMatch(incomingChildId, () => void found.refetch())
  if (undoing.undone) {
    const { undoneMatchId, preview } = undoing.undone
    return (
      <UndoneResult
        undoneMatchId={undoneMatchId}
        child={preview.exposure.child}
        onClose={() => {
          undoing.refresh()
          onUndone({ personRemoved: preview.personRemoved })
        }}
      />
    )
  }
  if (found.data) {
    return (
      // Another preview is another question: what was ticked is asked again.
      <AskForReason
        key={found.data.stamp}
        preview={found.data}
        changed={undoing.changed}
        busy={undoing.busy || found.isFetching}
        onConfirm={undoing.undo}
        onClose={onClose}
      />
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('undo.title')} size="xl">
      {found.error ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Waiting what={t('undo.title')} />
      )}
    </Modal>
  )
}

type AskForReasonProps = {
  preview: Preview
  changed: boolean
  busy: boolean
  onConfirm: (request: { preview: Preview; accessIds: string[]; reason: string }) => void
  onClose: () => void
}

function AskForReason({ preview, changed, busy, onConfirm, onClose }: AskForReasonProps) {
  const access = useChosenAccess(preview.proposedAccessIds)
  return (
    <ReasonDialog
      title={t('undo.title')}
      confirm={t('undo.confirm')}
      hurts
      wide="very"
      beginsAbove
      busy={busy}
      reasonLabel={t('undo.reason')}
      reasonHint={t('undo.reasonHint')}
      onConfirm={(reason) => onConfirm({ preview, accessIds: access.chosen, reason })}
      onClose={onClose}
    >
      {changed && <Alert color="yellow">{t('undo.changedMeanwhile')}</Alert>}
      <UndoPreview preview={preview} access={access} />
    </ReasonDialog>
  )
}
