import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, ProcedureContext } from '../context.ts'
import { inOneTransaction, requireTwoSteps } from '../one-transaction.ts'
import { buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer, type TestSession } from '../testing/test-server.ts'
import { onceOnly } from './idempotency.ts'

let server: TestServer
let staff: TestSession
let done = 0

beforeAll(async () => {
  server = await createTestServer()
  staff = await buildStaffSession(server, [])
})
afterAll(() => server.close())

function once(
  key: string,
  overrides: { who?: TestSession; procedure?: string; input?: unknown; fail?: boolean } = {},
) {
  const { who = staff, procedure = 'a.b', input = { n: 1 }, fail = false } = overrides
  return inOneTransaction(server.request(who), procedure, (ctx) => {
    const actor = requireTwoSteps(ctx)
    return onceOnly<{ done: number }>(
      { ...ctx, actor } satisfies ProcedureContext<Actor>,
      key,
      procedure,
      input,
      async () => {
        if (fail) throw new Error('failed')
        done += 1
        return { done }
      },
    )
  })
}

test('twenty equal requests at once do the work once and get one answer', async () => {
  const key = newId()
  const answers = await Promise.all(Array.from({ length: 20 }, () => once(key)))
  expect(done).toBe(1)
  expect(new Set(answers.map((answer) => answer.done))).toEqual(new Set([1]))
})

test('work that failed left no answer, so the same key may try again', async () => {
  const key = newId()
  await expect(once(key, { fail: true })).rejects.toThrow('failed')
  await expect(once(key)).resolves.toEqual({ done: 2 })
})

test('a key belongs to one person, one procedure and one input', async () => {
  const key = newId()
  await once(key)
  const other = await buildStaffSession(server, [])
  for (const overrides of [{ who: other }, { procedure: 'a.c' }, { input: { n: 2 } }])
    await expect(once(key, overrides)).rejects.toMatchObject({ id: 'conflict' })
})
