import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0039_external_ids: numbers of schools are learned from settled children, but not where they are the authority’s own or two people’s', async () => {
  const url = await databaseAsOf('0038_merged_people')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const officer = newId()
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${officer}, 'staff', 'nia@example.org', 'Nia', 'hash', now())`
  const [ash, birch] = [newId(), newId()]
  await sql`insert into bases (id, urn, name) values (${ash}, '100001', 'Ash'), (${birch}, '100002', 'Birch')`
  const person = async (externalId: string | null) => {
    const id = newId()
    await sql`insert into people (id, external_id, given_names, family_name, folded_given_names, folded_family_name, created_at)
      values (${id}, ${externalId}, 'Efa', 'Rees', 'efa', 'rees', now())`
    return id
  }
  type Child = { base: string | null; number: string; of: string | null; day?: string; rule?: string }
  const child = async ({ base, number, of, day = '2026-03-01', rule }: Child) => {
    const id = newId()
    const candidates = of && rule ? [{ personId: of, rule }] : []
    const settled = rule ? null : of
    await sql`insert into incoming_children
      (id, source, base_id, child_key, as_written, external_id, state, waiting_since, person_id, decision, settled_by, settled_at, candidates)
      values (${id}, 'school', ${base}, ${id}, '{}', ${number}, ${settled ? 'ready' : 'conflicts'}, now(), ${settled},
        ${settled ? 'matched' : null}, ${settled ? officer : null}, ${settled ? day : null}, ${sql.json(candidates)})`
    return id
  }
  const [efa, ffion, gwen, hari] = [
    await person('P1'),
    await person('7'),
    await person('8'),
    await person(null),
  ]
  const learned = await child({ base: ash, number: '7', of: efa, day: '2026-03-02' })
  const first = await child({ base: ash, number: '7', of: efa })
  // By this match the number may have been taken for the authority’s.
  await child({ base: birch, number: '7', of: ffion })
  // One number of one school, two people.
  await child({ base: ash, number: '9', of: efa })
  await child({ base: ash, number: '9', of: gwen })
  await child({ base: null, number: '10', of: efa })
  await child({ base: birch, number: '=A1', of: efa })
  await child({ base: birch, number: ' ', of: efa })
  // The match itself took this one over as the authority’s own.
  const tookOver = await child({ base: birch, number: '8', of: gwen })
  await sql`insert into imported_values (id, incoming_child_id, person_id, field, imported, imported_by, imported_at)
    values (${newId()}, ${tookOver}, ${gwen}, 'externalId', '8', ${officer}, now())`
  const conflict = async (id: string, of: string) =>
    sql`insert into import_conflicts (id, incoming_child_id, person_id, unit, incoming, trust, rule_scope, created_at)
      values (${newId()}, ${id}, ${of}, 'externalId', '{}', 'sound', 'default', now())`
  await conflict(learned, efa)
  const clash = await child({ base: ash, number: '11', of: efa })
  await child({ base: ash, number: '11', of: ffion })
  await conflict(clash, efa)
  await child({ base: birch, number: '12', of: hari, rule: 'knownExternalId' })
  await sql`delete from unkeyed_people`
  await migrateDatabase(url)

  expect(
    await sql`select person_id, base_id, external_id, incoming_child_id from person_external_ids order by base_id = ${birch}, external_id`,
  ).toEqual([
    { person_id: efa, base_id: ash, external_id: '7', incoming_child_id: first },
    { person_id: gwen, base_id: birch, external_id: '8', incoming_child_id: tookOver },
  ])
  expect(await sql`select external_id from people order by external_id`).toEqual([
    { external_id: '7' },
    { external_id: '8' },
    { external_id: 'P1' },
    { external_id: null },
  ])
  expect(await sql`select incoming_child_id from import_conflicts`).toEqual([{ incoming_child_id: clash }])
  // Keys of these are made anew, and with that whoever waits is weighed again.
  const noted = await sql<{ id: string }[]>`select person_id as id from unkeyed_people`
  expect(noted.map(({ id }) => id).toSorted()).toEqual([efa, gwen, hari].toSorted())
  await expect(
    sql`insert into person_external_ids select ${newId()}, ${hari}, base_id, external_id, incoming_child_id, now()
      from person_external_ids`,
  ).rejects.toThrow('person_external_ids_number')
  await sql.end()
})
