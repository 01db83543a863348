import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import type { StaffGroup } from './GroupsScreen.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

/** Asks before an empty permission group is deleted. */
export function DeleteGroup({ group, onClose }: { group: StaffGroup; onClose: () => void }) {
  const api = useApi()
  const { groupId, name } = group
  const { idempotencyKey, handlers } = useAttempt(() => {
    notifications.show({ message: t('administration.deleted', { name }) })
    onClose()
  })
  const remove = useMutation(api.administration.deleteGroup.mutationOptions(handlers))
  return (
    <ReasonDialog
      title={t('groups.deleteTitle', { name })}
      sentence={t('groups.deleteSentence')}
      confirm={t('administration.delete')}
      asksWhy={false}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ idempotencyKey, groupId })}
      onClose={onClose}
    />
  )
}
