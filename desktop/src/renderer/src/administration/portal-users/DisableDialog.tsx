import { useMutation } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { t, type UserDetails } from './portal-users-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useAct } from './useAct.ts'

/** Switches an account off, or on again, with the reason. */
export function DisableDialog({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const api = useApi()
  const { say, whenItFails } = useAct()
  const { userId, name } = user
  const change = useMutation(
    api.portalUsers.setDisabled.mutationOptions({
      ...whenItFails,
      onSuccess: ({ disabled }) => {
        say(t(disabled ? 'portalUsers.disabled' : 'portalUsers.enabled', { name }))
        onClose()
      },
    }),
  )
  const act = user.state === 'open' ? 'disable' : 'enable'
  return (
    <ReasonDialog
      title={t(`portalUsers.${act}Title`, { name })}
      sentence={t(`portalUsers.${act}Sentence`)}
      confirm={t(`portalUsers.${act}`)}
      hurts={act === 'disable'}
      busy={change.isPending}
      onConfirm={(reason) => change.mutate({ userId, disabled: act === 'disable', reason })}
      onClose={onClose}
    />
  )
}
