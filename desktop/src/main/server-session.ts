import { z } from 'zod'

import type { SessionVault } from './session-vault.ts'

/** What one request learns about the connection and the session. */
type Attempt = {
  /** The server answered; with `error` when it refused. */
  answered(error: unknown): void
  notReached(): void
}

export type ServerSession = {
  serverUrl: string
  /** The headers that say who asks, and whether nobody is at the window; empty before sign-in. */
  authorization(): Record<string, string>
  begin(): Attempt
  /** Takes a token out of an answer, so that the window never sees it. */
  withoutToken(data: unknown): unknown
  /** The officer signs out: that the server no longer knows the session is then no news. */
  leave(): void
  /** Forgets the session at the officer's own wish. */
  end(): void
}

type SessionOptions = {
  serverUrl: string
  vault: SessionVault
  /** Whether somebody is at the window; what it asks by itself does not keep a session alive. */
  isAttended: () => boolean
  onReached: (reached: boolean) => void
  /** Whatever is open and shows children's data must close. */
  onOver: (why: 'signedOut' | 'expired') => void
}

const SignInNeeded = z.object({ id: z.literal('sign-in-needed') })

/** The officer's session as seen from here: it is over when the server says so, or when the officer signs out. */
export function createServerSession({
  serverUrl,
  vault,
  isAttended,
  onReached,
  onOver,
}: SessionOptions): ServerSession {
  let isLeaving = false
  function begin(): Attempt {
    const used = vault.findToken()
    return {
      answered(error) {
        onReached(true)
        // A slow call of an earlier session must not end the one that came after it.
        if (isLeaving || !used || used !== vault.findToken() || !SignInNeeded.safeParse(error).success) return
        vault.keepToken(undefined)
        onOver('expired')
      },
      notReached: () => onReached(false),
    }
  }
  return {
    serverUrl,
    authorization() {
      const token = vault.findToken()
      if (!token) return {}
      const authorization = `Bearer ${token}`
      return isAttended() ? { authorization } : { authorization, 'x-send-unattended': 'yes' }
    },
    begin,
    withoutToken(data) {
      if (typeof data !== 'object' || data === null || !('token' in data)) return data
      if (typeof data.token === 'string') vault.keepToken(data.token)
      return { ...data, token: '' }
    },
    leave() {
      isLeaving = true
    },
    end() {
      isLeaving = false
      vault.keepToken(undefined)
      onOver('signedOut')
    },
  }
}
