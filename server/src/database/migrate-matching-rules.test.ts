import { newId } from '@send/shared/values/ids'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0035_matching_rules: whoever was there stays as they were, and what a rule did bears the rule alone', async () => {
  const url = await databaseAsOf('0034_suspense_decisions')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [officer, person, line, waiting] = [newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${officer}, 'staff', 'nia@example.org', 'Nia', 'hash', now())`
  await sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, date_of_birth, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', '2014-02-03', now())`
  const insert = (id: string, state: string) => sql`insert into incoming_children
    (id, source, child_key, external_id, as_written, state, waiting_since)
    values (${id}, 'school', ${id}, 'A1', '{}', ${state}, now())`
  await insert(waiting, 'unmatched')
  await insert(line, 'ready')
  await sql`update incoming_children set person_id = ${person}, decision = 'addedAsNew', settled_by = ${officer},
    settled_at = now() where id = ${line}`
  await migrateDatabase(url)

  expect(await sql`select inactive_since, inactive_reason from people`).toEqual([
    { inactive_since: null, inactive_reason: null },
  ])
  const settled = await sql`select settled_by, settled_by_rule_of, earlier_line, corrected_at, corrects_id
    from incoming_children where id = ${line}`
  expect(settled).toEqual([
    {
      settled_by: officer,
      settled_by_rule_of: null,
      earlier_line: null,
      corrected_at: null,
      corrects_id: null,
    },
  ])
  await expect(sql`update people set inactive_since = '2025-09-01'`).rejects.toThrow('people_inactive')
  await expect(sql`update incoming_children set settled_by_rule_of = '100001'`).rejects.toThrow(
    'incoming_children_settled_by',
  )
  await sql`update incoming_children set settled_by = null, settled_by_rule_of = '100001' where id = ${line}`
  await expect(sql`update incoming_children set corrected_at = now()`).rejects.toThrow(
    'incoming_children_corrected',
  )
  await sql`update incoming_children set corrects_id = ${line} where id = ${waiting}`
  await sql.end()
})
