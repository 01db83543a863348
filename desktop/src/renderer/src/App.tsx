import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'

import { SignIn } from './accounts/SignIn.tsx'
import { isSignInNeeded, useApi } from './api.ts'
import { bridge } from './bridge.ts'
import { forgetParts } from './forms/editor/parts-clipboard.ts'
import { LockScreen } from './lock/LockScreen.tsx'
import { useLock } from './lock/useLock.ts'
import { CannotStart } from './shell/CannotStart.tsx'
import { DraftingAlone } from './shell/DraftingAlone.tsx'
import { Shell } from './shell/Shell.tsx'

const t = translator('en')

/** How the last session ended; `number` tells one ending from the next. */
type Ending = { expired: boolean; number: number }

/** The one window: sign-in first, then the shell; and when a session is over, or the window locks, nothing of it stays. */
export function App() {
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Ending | undefined>(undefined)
  const [returnTo, setReturnTo] = useState<string | undefined>(undefined)
  const { state: lock, open } = useLock()
  const leave = useCallback(
    (expired: boolean) => {
      setReturnTo(undefined)
      setEnding((last) => ({ expired, number: (last?.number ?? 0) + 1 }))
      notifications.clean()
      forgetParts()
      queries.getMutationCache().clear()
      queries.clear()
    },
    [queries],
  )
  useEffect(() => bridge.session.onExpired(() => leave(true)), [leave])

  if (lock.kind === 'unknown' || lock.kind === 'emptying') return null
  if (lock.kind === 'locked') {
    const { work } = lock
    function unlocked() {
      setReturnTo(work.screen)
      open()
    }
    return <LockScreen work={work} onUnlocked={unlocked} onLeave={open} />
  }
  if (!ending) return <Entrance firstScreen={returnTo} onSignedOut={() => leave(false)} />
  return (
    <SignIn
      key={ending.number}
      notice={ending.expired ? t('signIn.expired') : undefined}
      onSignedIn={() => setEnding(undefined)}
    />
  )
}

type EntranceProps = { firstScreen: string | undefined; onSignedOut: () => void }

/** Asks who is signed in, and lets them in. */
function Entrance({ firstScreen, onSignedOut }: EntranceProps) {
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
  if (me.data?.secondStep) {
    return <Shell me={me.data} firstScreen={firstScreen} onSignedOut={onSignedOut} />
  }
  if (me.data || (me.error && isSignInNeeded(me.error))) return <SignIn onSignedIn={retry} />
  if (me.error) {
    const props = { sentence: me.error.message, isTrying: me.isFetching, onRetry: retry }
    return <CannotStart {...props} onDraft={() => setDrafting(true)} />
  }
  return null
}
