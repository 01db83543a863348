import { createTRPCUntypedClient, httpLink, TRPCClientError } from '@trpc/client'
import { z } from 'zod'

import { findToken, keepToken } from './session-vault.ts'

/** Where the server is; `SEND_SERVER_URL`, by default this machine. */
export const serverUrl = (process.env['SEND_SERVER_URL'] ?? 'http://127.0.0.1:4000').replace(/\/$/, '')

/** One call of the window; the path is a procedure's name and nothing else. */
export const ServerCall = z.strictObject({
  type: z.enum(['query', 'mutation']),
  path: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/),
  input: z.unknown().optional(),
})
export type ServerCall = z.infer<typeof ServerCall>

type CallError = { message: string; data: unknown }
export type CallResult = { ok: true; data: unknown } | { ok: false; error: CallError }

const client = createTRPCUntypedClient({
  links: [
    httpLink({
      url: `${serverUrl}/trpc`,
      methodOverride: 'POST',
      headers: () => authorization(),
    }),
  ],
})

/** The header that says who asks; empty before sign-in. */
export function authorization(): Record<string, string> {
  const token = findToken()
  return token ? { authorization: `Bearer ${token}` } : {}
}

/**
 * Passes a call on to the server; always returns, never throws, and keeps tokens to itself. No input is sent
 * as `{}`, because an empty body is refused before it reaches a procedure.
 */
export async function callServer({ type, path, input = {} }: ServerCall): Promise<CallResult> {
  try {
    const data = await (type === 'query' ? client.query(path, input) : client.mutation(path, input))
    if (path === 'accounts.signOut') keepToken(undefined)
    return { ok: true, data: withoutToken(data) }
  } catch (error) {
    return { ok: false, error: describe(error) }
  }
}

function withoutToken(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('token' in data)) return data
  if (typeof data.token === 'string') keepToken(data.token)
  return { ...data, token: '' }
}

function describe(error: unknown): CallError {
  if (error instanceof TRPCClientError && error.data) return { message: error.message, data: error.data }
  const sentence = 'The server cannot be reached. Check the connection and try again.'
  return { message: sentence, data: { id: 'unavailable', sentence } }
}
