import type { AccessRelation } from '@send/shared/accounts/child-access'
import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import own from './portal-users.module.css'
import { relationInWords, t } from './portal-users-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useAct } from './useAct.ts'

export type Ending = { childAccessId: string; userName: string; childName: string; relation: AccessRelation }

type EndAccessDialogProps = { ending: readonly Ending[]; onClose: () => void; onEnded: () => void }

/** Ends authentications, after showing line by line what that takes away. */
export function EndAccessDialog({ ending, onClose, onEnded }: EndAccessDialogProps) {
  const api = useApi()
  const { say, whenItFails } = useAct()
  const childAccessIds = ending.map(({ childAccessId }) => childAccessId)
  const asked = childAccessIds.length
  const end = useMutation(
    api.portalUsers.endAccess.mutationOptions({
      ...whenItFails,
      onSuccess: ({ ended: count }) => {
        if (count < asked) say(t('portalUsers.endedPartly', { count, asked }), 'yellow')
        else say(t('portalUsers.ended', { count }))
        onEnded()
      },
    }),
  )
  return (
    <ReasonDialog
      wide
      title={t('portalUsers.endTitle', { count: asked })}
      sentence={t('portalUsers.endSentence')}
      confirm={t('portalUsers.endTitle', { count: asked })}
      hurts
      busy={end.isPending}
      onConfirm={(reason) => end.mutate({ childAccessIds, reason })}
      onClose={onClose}
    >
      <Text size="sm" fw={600}>
        {t('portalUsers.endPreview')}
      </Text>
      <ul className={own.lines} aria-label={t('portalUsers.endPreview')}>
        {ending.map(({ childAccessId, userName, childName, relation }) => (
          <li key={childAccessId}>
            {t('portalUsers.endLine', {
              user: userName,
              child: childName,
              relation: relationInWords(relation),
            })}
          </li>
        ))}
      </ul>
    </ReasonDialog>
  )
}
