import { Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { ReadDialog } from '../../submissions/work-list/ReadDialog.tsx'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { EndAccessDialog } from './EndAccessDialog.tsx'
import { t } from './portal-users-words.ts'

type EndChosenDialogProps = { userIds: readonly string[]; onClose: () => void; onEnded: () => void }

/** Looks up what the chosen portal users see, then asks about exactly that. */
export function EndChosenDialog({ userIds, onClose, onEnded }: EndChosenDialogProps) {
  const api = useApi()
  const found = useQuery(
    api.portalUsers.listActiveAccess.queryOptions({ userIds: userIds.slice(0, 100) }, { staleTime: 0 }),
  )
  const access = found.isFetching ? undefined : found.data?.access
  if (access && access.length > 0)
    return <EndAccessDialog ending={access} onClose={onClose} onEnded={onEnded} />
  if (access)
    return (
      <ReadDialog title={t('portalUsers.endChosen')} size="md" onClose={onClose}>
        <Text size="sm">{t('portalUsers.endNothing')}</Text>
      </ReadDialog>
    )
  return (
    <Modal opened onClose={onClose} title={t('portalUsers.endChosen')}>
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {!found.error && <Waiting what={t('portalUsers.endPreview')} />}
    </Modal>
  )
}
