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

test('0044_parent_contacts: of parents whose children wait the address is known, and children of families that can be reached wait for their keys', async () => {
  const url = await databaseAsOf('0041_family_and_contacts')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [reached, bare, mother, father] = [newId(), newId(), newId(), newId()]
  for (const id of [reached, bare, mother, father])
    await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
      values (${id}, 'Efa', 'Rees', 'efa', 'rees', now())`
  const relate = (child: string, carer: string) =>
    sql`insert into relationships (id, child_id, carer_id, kind) values (${newId()}, ${child}, ${carer}, 'carer')`
  await relate(reached, mother)
  await relate(bare, father)
  await sql`insert into contacts (id, person_id, kind, value, preferred)
    values (${newId()}, ${mother}, 'mobile', '07700 900123', false)`
  await sql`delete from unkeyed_people`
  const tell = async (source: string, kind: string, citizenKind: string | null, state: string) => {
    const [user, child] = [newId(), newId()]
    await sql`insert into users (id, kind, email, name, password_hash, citizen_kind, created_at)
      values (${user}, ${kind}, ${`${user}@example.org`}, 'Sam', 'hash', ${citizenKind}, now())`
    await sql`insert into incoming_children (id, source, owner_user_id, child_key, state, waiting_since)
      values (${child}, ${source}, ${user}, ${child}, ${state}, now())`
    return { user, child }
  }
  const waiting = await tell('parent', 'citizen', 'parentCarer', 'conflicts')
  await tell('parent', 'citizen', 'parentCarer', 'ready')
  await tell('parent', 'citizen', 'youngPerson', 'unmatched')
  await tell('professional', 'professional', null, 'unmatched')
  await migrateDatabase(url)
  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: reached }])
  const told = await sql`select id, parent_contacts from incoming_children where parent_contacts <> '[]'`
  expect([...told]).toEqual([
    { id: waiting.child, parent_contacts: [{ kind: 'email', value: `${waiting.user}@example.org` }] },
  ])
  // From now on whoever is written is noticed: a number that changes its owner is found at the children of both.
  await sql`delete from unkeyed_people`
  await sql`update contacts set person_id = ${father}`
  const noticed = await sql<{ id: string }[]>`select person_id as id from unkeyed_people`
  expect(noticed.map(({ id }) => id).toSorted()).toEqual([reached, bare].toSorted())
  await sql`delete from unkeyed_people`
  await sql`update contacts set preferred = true`
  await relate(reached, bare)
  expect(await sql`select person_id from unkeyed_people`).toEqual([])
  await relate(reached, father)
  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: reached }])
  await sql.end()
})
