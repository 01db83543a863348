import { newId } from '@send/shared/values/ids'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0041_family_and_contacts: of families of before nobody knows the parental responsibility, and all goes on', async () => {
  const url = await databaseAsOf('0040_further_names')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [child, mother] = [newId(), newId()]
  for (const id of [child, mother])
    await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
      values (${id}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`insert into relationships (id, child_id, carer_id, kind) values (${newId()}, ${child}, ${mother}, 'mother')`
  await migrateDatabase(url)
  const rows =
    await sql`select child_id, carer_id, kind, parental_responsibility, started_on, ended_on, row_version,
    changed_by, changed_at from relationships`
  expect([...rows]).toEqual([
    {
      child_id: child,
      carer_id: mother,
      kind: 'mother',
      parental_responsibility: 'notKnown',
      started_on: null,
      ended_on: null,
      row_version: 1,
      changed_by: null,
      changed_at: null,
    },
  ])
  const self = sql`insert into relationships (id, child_id, carer_id, kind) values (${newId()}, ${child}, ${child}, 'carer')`
  await expect(self).rejects.toMatchObject({ constraint_name: 'relationships_two' })
  await sql.end()
})
