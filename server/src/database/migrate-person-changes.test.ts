import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0036_person_changes: what matched children changed before is the beginning of the history, an address as one change', async () => {
  const url = await databaseAsOf('0035_matching_rules')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, person, child] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, date_of_birth, nhs_number, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', '2014-02-03', '9434765919', now())`
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, given_names, state, waiting_since)
    values (${child}, 'parent', ${user}, 'key', 'Efa', 'ready', now())`
  const imported = (field: string, before: string | null, value: string, at: string, by: string | null) =>
    sql`insert into imported_values
      (id, incoming_child_id, person_id, field, before, imported, imported_by, rule, rule_scope, imported_at)
      values (${newId()}, ${child}, ${person}, ${field}, ${before}, ${value}, ${by}, ${by ? null : 'alwaysImport'},
        ${by ? null : 'families'}, ${at})`
  const [first, second] = ['2026-03-01T09:00:00Z', '2026-03-02T09:00:00Z']
  await imported('addressLine', '5 High Street', '7 Mill Lane', first, null)
  await imported('town', 'Leeds', 'Leeds', first, null)
  await imported('givenNames', 'Eva', 'Efa', second, user)
  await imported('sex', 'female', 'female', second, user)
  await migrateDatabase(url)

  expect(
    await sql`select person_id, unit, before, kind, changed_by, rule, incoming_child_id from person_changes order by changed_at`,
  ).toEqual([
    {
      person_id: person,
      unit: 'address',
      before: { addressLine: '5 High Street', town: 'Leeds' },
      kind: null,
      changed_by: null,
      rule: 'alwaysImport',
      incoming_child_id: child,
    },
    {
      person_id: person,
      unit: 'givenNames',
      before: { givenNames: 'Eva' },
      kind: null,
      changed_by: user,
      rule: null,
      incoming_child_id: child,
    },
  ])
  // Two people with one NHS number stay on record; a ULN belongs to one.
  const copy = (uln: string) => sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, nhs_number, uln, created_at)
    values (${newId()}, 'Efa', 'Rees', 'efa', 'rees', '9434765919', ${uln}, now())`
  await copy('9276308686')
  await expect(copy('9276308686')).rejects.toThrow('people_uln')
  await sql.end()
})
