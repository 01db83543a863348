import { setTimeout as wait } from 'node:timers/promises'
import { TRPCClientError } from '@trpc/client'

/** What became of one request: nobody knows whether the work of one that was not answered was done. */
export type Answer<T> =
  | { kind: 'answered'; value: T }
  /** The server said no, with the id of its reason; its work was rolled back. */
  | { kind: 'refused'; id: string; error: unknown }
  | { kind: 'unknown'; error: unknown }

/** Milliseconds after which nobody waits for an answer any more. */
export const patience = 30_000

/** Sends one request and says what became of it; never throws for what the server or the line did. */
export async function ask<T>(request: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: 'answered', value: await request() }
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error
    const data: unknown = error.data
    const id = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : 'unavailable'
    if (id !== 'internal' && id !== 'unavailable') return { kind: 'refused', id, error }
    return { kind: 'unknown', error }
  }
}

/** Repeats a request until it is answered or refused, as a client does; throws when that takes too long. */
async function askUntilSettled<T>(
  request: () => Promise<T>,
): Promise<Exclude<Answer<T>, { kind: 'unknown' }>> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await ask(request)
    if (answer.kind !== 'unknown') return answer
    await wait(100)
  }
  throw new Error('A request was not settled by a hundred tries.')
}

/** The value of a request that is repeated until it is settled; throws when it is refused. */
export async function get<T>(request: () => Promise<T>): Promise<T> {
  const answer = await askUntilSettled(request)
  if (answer.kind === 'refused') throw new Error(`The server refused what must be allowed: ${answer.id}`)
  return answer.value
}
