import { covers } from '@send/shared/accounts/business-processes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { ClaimsView } from './ClaimsView.tsx'
import { RightsView } from './RightsView.tsx'
import { UsersView } from './UsersView.tsx'
import type { View } from './ViewBar.tsx'
import { t } from './portal-users-words.ts'

/** Portal users and the children they see, the claims that wait, and the young people whose rights change. */
export function PortalUsersScreen() {
  const api = useApi()
  const [view, setView] = useState<View>('users')
  const me = useQuery(api.accounts.me.queryOptions())
  if (me.error) return <Failed error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return <Waiting what={t('portalUsers.title')} />
  const grants = me.data.processes
  const may = {
    share: covers(grants, 'share', 'write'),
    administer: covers(grants, 'portalAdministration', 'write'),
    find: covers(grants, 'people', 'write'),
    reset: covers(grants, 'userAdministration', 'write'),
  }
  const common = { view, onView: setView, may }
  if (view === 'claims') return <ClaimsView {...common} />
  if (view === 'rights') return <RightsView {...common} />
  return <UsersView {...common} />
}
