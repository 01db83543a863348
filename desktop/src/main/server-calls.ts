import { createTRPCUntypedClient, httpLink, TRPCClientError } from '@trpc/client'
import { z } from 'zod'

import type { ServerSession } from './server-session.ts'

/** One call of the window; the path is a procedure's name and nothing else. */
export const ServerCall = z.strictObject({
  type: z.enum(['query', 'mutation']),
  path: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/),
  input: z.unknown().optional(),
})
export type ServerCall = z.infer<typeof ServerCall>

export type CallError = { message: string; data: unknown }
export type CallResult = { ok: true; data: unknown } | { ok: false; error: CallError }

/** Milliseconds after which a call without an answer has failed; a repeated mutation does its work once. */
const patience = 60_000

const systems: Partial<Record<NodeJS.Platform, string>> = { win32: 'Windows', darwin: 'macOS' }

/** What this computer is called in the officer's list of devices. */
function deviceName(): string {
  return `SEND Client on ${systems[process.platform] ?? 'Linux'}`
}

/**
 * Passes calls on to the server; always returns, never throws, and keeps tokens to itself. No input is sent
 * as `{}`, because an empty body is refused before it reaches a procedure.
 */
export function createServerCalls(session: ServerSession): (call: ServerCall) => Promise<CallResult> {
  const client = createTRPCUntypedClient({
    links: [
      httpLink({
        url: `${session.serverUrl}/trpc`,
        methodOverride: 'POST',
        headers: () => ({ ...session.authorization(), 'x-send-device': deviceName() }),
      }),
    ],
  })
  return async ({ type, path, input = {} }) => {
    if (path === 'accounts.signOut') session.leave()
    const attempt = session.begin()
    const options = { signal: AbortSignal.timeout(patience) }
    try {
      const data = await (type === 'query'
        ? client.query(path, input, options)
        : client.mutation(path, input, options))
      attempt.answered(undefined)
      return { ok: true, data: session.withoutToken(data) }
    } catch (error) {
      if (!(error instanceof TRPCClientError) || !error.data) {
        attempt.notReached()
        return { ok: false, error: notReached() }
      }
      attempt.answered(error.data)
      return { ok: false, error: { message: error.message, data: error.data } }
    } finally {
      // Whoever signs out is signed out here, whether or not the server heard it; it ends the session in time.
      if (path === 'accounts.signOut') session.end()
    }
  }
}

/** What is said when no server of ours answered. */
export function notReached(): CallError {
  const sentence = 'The server cannot be reached. Check the connection and try again.'
  return { message: sentence, data: { id: 'unavailable', sentence } }
}
