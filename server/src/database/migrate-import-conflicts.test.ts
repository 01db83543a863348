import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0033_import_conflicts: values that officers imported keep their stamp, and each has the one of an officer or of a rule', async () => {
  const url = await databaseAsOf('0032_mails_and_lists')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, person, child] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, date_of_birth, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', '2014-02-03', now())`
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, given_names, state, waiting_since)
    values (${child}, 'parent', ${user}, 'key', 'Efa', 'ready', now())`
  await sql`insert into imported_values (id, incoming_child_id, person_id, field, imported, imported_by, imported_at)
    values (${newId()}, ${child}, ${person}, 'postcode', 'SA1 1AA', ${user}, now())`
  await migrateDatabase(url)

  expect(await sql`select imported_by, rule, rule_scope from imported_values`).toEqual([
    { imported_by: user, rule: null, rule_scope: null },
  ])
  const stamp = (by: string | null, rule: string | null, scope: string | null) =>
    sql`update imported_values set imported_by = ${by}, rule = ${rule}, rule_scope = ${scope}`
  await stamp(null, 'alwaysImport', 'families')
  for (const [by, rule, scope] of [
    [null, null, null],
    [user, 'alwaysImport', 'families'],
    [null, 'alwaysImport', null],
  ] as const)
    await expect(stamp(by, rule, scope)).rejects.toThrow('imported_values_stamp')
  expect(await sql`select * from import_conflicts`).toEqual([])
  await sql.end()
})
