import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import type { WorkContext } from './context.ts'
import { idempotencyKeys } from './database/tables.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'
import { createWorkContext, untilSettled } from './work-context.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const origin = { actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null } as const
const rounds = 50

test('work that fails leaves nothing of what it sent alongside, not even what had not left yet', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const failing = inTransaction(async (ctx) => {
      ctx.alongside(insertKey(ctx), insertKey(ctx))
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
  }
  expect(await countKeys()).toBe(0)
})

test('when one of the statements sent alongside fails, nothing is committed and the failure is said', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const failing = inTransaction(async (ctx) => {
      ctx.alongside(insertKey(ctx), ctx.tx.execute(sql`select 1 / 0`), insertKey(ctx))
      return 'done'
    })
    await expect(failing).rejects.toMatchObject({ cause: { message: 'division by zero' } })
  }
  expect(await countKeys()).toBe(0)
})

test('what was sent alongside is there once the transaction is committed, also what was sent last', async () => {
  for (let round = 0; round < rounds; round += 1)
    await inTransaction(async (ctx) => ctx.alongside(insertKey(ctx), laterInsert(ctx)))
  expect(await countKeys()).toBe(2 * rounds)
})

function inTransaction<T>(work: (ctx: WorkContext) => Promise<T>): Promise<T> {
  return server.database.transaction((tx) => {
    const ctx = createWorkContext(server.services, tx, origin)
    return untilSettled(ctx, () => work(ctx))
  })
}

function insertKey(ctx: WorkContext): PromiseLike<unknown> {
  const key = { key: newId(), userId: newId(), procedure: 'test', inputHash: '', createdAt: ctx.now() }
  return ctx.tx.insert(idempotencyKeys).values(key)
}

/** As an operation that thinks before it writes. */
async function laterInsert(ctx: WorkContext): Promise<void> {
  await ctx.tx.execute(sql`select 1`)
  await insertKey(ctx)
}

async function countKeys(): Promise<number> {
  const [row] = await server.ownerDatabase.execute<{ count: number }>(
    sql`select count(*)::int from ${idempotencyKeys} where procedure = 'test'`,
  )
  return row?.count ?? -1
}
