import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { t, type UserDetails } from './portal-users-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { ViewedAs } from './ViewedAs.tsx'

/** Asks why, then shows what the portal user sees. Every look is asked of the server anew, and forgotten after. */
export function ViewAs({ user, onLeave }: { user: UserDetails; onLeave: () => void }) {
  const api = useApi()
  const { userId, name } = user
  const [reason, setReason] = useState<string | undefined>(undefined)
  const seen = useQuery(
    api.portalUsers.viewAs.queryOptions(
      { userId, reason: reason ?? '' },
      { enabled: reason !== undefined, gcTime: 0, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  if (reason === undefined) {
    return (
      <ReasonDialog
        title={t('portalUsers.viewAsTitle', { name })}
        sentence={t('portalUsers.viewAsSentence')}
        confirm={t('portalUsers.viewAsLook')}
        busy={false}
        onConfirm={setReason}
        onClose={onLeave}
      />
    )
  }
  if (seen.error) return <Failed error={seen.error} onRetry={() => void seen.refetch()} />
  if (!seen.data) return <Waiting what={t('portalUsers.viewAs')} />
  return <ViewedAs seen={seen.data} onLeave={onLeave} />
}
