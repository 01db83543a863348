import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'

import { SignIn } from './accounts/SignIn.tsx'
import { isSignInNeeded, useApi } from './api.ts'
import { bridge } from './bridge.ts'
import { CannotStart } from './shell/CannotStart.tsx'
import { DraftingAlone } from './shell/DraftingAlone.tsx'
import { Shell } from './shell/Shell.tsx'

const t = translator('en')

/** How the last session ended; `number` tells one ending from the next. */
type Ending = { expired: boolean; number: number }

/** The one window: sign-in first, then the shell; and when a session is over nothing of it stays. */
export function App() {
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Ending | undefined>(undefined)
  const leave = useCallback(
    (expired: boolean) => {
      setEnding((last) => ({ expired, number: (last?.number ?? 0) + 1 }))
      notifications.clean()
      queries.getMutationCache().clear()
      queries.clear()
    },
    [queries],
  )
  useEffect(() => bridge.session.onExpired(() => leave(true)), [leave])

  if (!ending) return <Entrance onSignedOut={() => leave(false)} />
  return (
    <SignIn
      key={ending.number}
      notice={ending.expired ? t('signIn.expired') : undefined}
      onSignedIn={() => setEnding(undefined)}
    />
  )
}

/** Asks who is signed in, and lets them in. */
function Entrance({ onSignedOut }: { onSignedOut: () => void }) {
  const api = useApi()
  const me = useQuery(api.accounts.me.queryOptions())
  const { refetch } = me
  const retry = useCallback(() => void refetch(), [refetch])
  // Kept here, because asking again who is signed in must not take the form out of an officer's hands.
  const [drafting, setDrafting] = useState(false)

  if (drafting) {
    return (
      <DraftingAlone
        onStop={() => {
          setDrafting(false)
          retry()
        }}
      />
    )
  }
  if (me.data?.secondStep) return <Shell me={me.data} onSignedOut={onSignedOut} />
  if (me.data || (me.error && isSignInNeeded(me.error))) return <SignIn onSignedIn={retry} />
  if (me.error) {
    const props = { sentence: me.error.message, isTrying: me.isFetching, onRetry: retry }
    return <CannotStart {...props} onDraft={() => setDrafting(true)} />
  }
  return null
}
