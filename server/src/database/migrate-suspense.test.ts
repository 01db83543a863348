import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0034_suspense_decisions: children of before wait or are settled as they were, and one is discarded with a reason or not at all', async () => {
  const url = await databaseAsOf('0033_import_conflicts')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, child] = [newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, given_names, state, waiting_since)
    values (${child}, 'parent', ${user}, 'key', 'Efa', 'conflicts', now())`
  await migrateDatabase(url)

  expect(await sql`select state, decision, discard_reason from incoming_children`).toEqual([
    { state: 'conflicts', decision: null, discard_reason: null },
  ])
  const discard = (reason: string | null, decision: string | null) =>
    sql`update incoming_children set state = 'discarded', discard_reason = ${reason}, decision = ${decision}`
  await expect(discard(null, 'discarded')).rejects.toThrow('incoming_children_discarded')
  await expect(discard('test', null)).rejects.toThrow('incoming_children_discarded')
  await discard('test', 'discarded')
  await sql.end()
})
