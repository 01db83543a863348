import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0024_explained_matching: people of before wait for their keys, children of before for their score, and whoever writes people is noticed', async () => {
  const url = await databaseAsOf('0020_file_scanning')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, known, child] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  const add = (id: string) => sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, date_of_birth, created_at)
    values (${id}, 'Efa', 'Rees', 'efa', 'rees', '2014-02-03', now())`
  await add(known)
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, given_names, state, waiting_since)
    values (${child}, 'parent', ${user}, 'key', 'Efa', 'conflicts', now())`
  await migrateDatabase(url)

  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: known }])
  expect(
    await sql`select state, candidates, scored_at, model_version, best_probability from incoming_children`,
  ).toEqual([
    { state: 'conflicts', candidates: [], scored_at: null, model_version: null, best_probability: null },
  ])
  await sql`delete from unkeyed_people`
  const other = newId()
  await add(other)
  await sql`update people set town = 'Leeds' where id = ${known}`
  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: other }])
  await sql`update people set postcode = 'LS8 4AB' where id = ${known}`
  expect(await sql`select count(*)::int as people from unkeyed_people`).toEqual([{ people: 2 }])
  await sql`insert into candidate_keys (key, person_id) values (7, ${other})`
  await sql`delete from people where id = ${other}`
  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: known }])
  expect(await sql`select * from candidate_keys`).toEqual([])
  await sql.end()
})

test('0029_name_words: whoever is on record waits for the names to be noted, and the keys of before still find them meanwhile', async () => {
  const url = await databaseAsOf('0028_shared_forms_in_progress')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const known = newId()
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${known}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`delete from unkeyed_people`
  await sql`insert into candidate_keys (key, person_id) values (1, ${known})`
  await migrateDatabase(url)
  expect(await sql`select person_id from unkeyed_people`).toEqual([{ person_id: known }])
  expect(await sql`select person_id from candidate_keys`).toEqual([{ person_id: known }])
  expect(await sql`select * from name_words`).toEqual([])
  await sql.end()
})

test('0027_matching_a_million: whoever is on record waits for new keys, the old ones, which lead nowhere, are gone, and children of before keep their senders', async () => {
  const url = await databaseAsOf('0026_advice_requests')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [known, other] = [newId(), newId()]
  for (const id of [known, other])
    await sql`insert into people
      (id, given_names, family_name, folded_given_names, folded_family_name, date_of_birth, created_at)
      values (${id}, 'Efa', 'Rees', 'efa', 'rees', '2014-02-03', now())`
  await sql`delete from unkeyed_people where person_id = ${known}`
  await sql`insert into candidate_keys (key, person_id) values ('n efa', ${known})`
  await sql`insert into candidate_terms (key, term) values ('n ef', 'efa')`
  const [user, child] = [newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, given_names, state, waiting_since)
    values (${child}, 'parent', ${user}, 'key', 'Efa', 'conflicts', now())`
  await migrateDatabase(url)
  expect(await sql`select * from candidate_keys`).toEqual([])
  const waiting = await sql<{ person_id: string }[]>`select person_id from unkeyed_people`
  expect(waiting.map(({ person_id: id }) => id).toSorted()).toEqual([known, other].toSorted())
  await sql`insert into candidate_keys (key, person_id) values (${'9007199254740991'}, ${known})`
  expect(await sql`select owner_user_id, as_written, flags, base_id from incoming_children`).toEqual([
    { owner_user_id: user, as_written: null, flags: [], base_id: null },
  ])
  await sql.end()
})

test('0030_forms_on_behalf: what was sent and begun before was entered for nobody, and a form is of a person or has an origin', async () => {
  const url = await databaseAsOf('0029_name_words')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, person, submission] = [newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'staff', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, latest_version, live, created_at) values (${form}, 'OF-BEFORE', 1, true, now())`
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'received', now(), now())`
  const begin = (about: string | null, origin: string | null, status = 'unfinished') =>
    sql`insert into internal_forms ${sql({
      id: newId(),
      form_id: form,
      form_version: 1,
      person_id: about,
      status,
      revision: 1,
      started_by: user,
      started_at: new Date(),
      changed_by: user,
      changed_at: new Date(),
      ...(origin && { origin_id: origin }),
    })}`
  await begin(person, null)
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, state, waiting_since)
    values (${newId()}, 'parent', ${user}, 'key', 'unmatched', now())`
  await migrateDatabase(url)

  expect(await sql`select origin_id from submissions union all select origin_id from internal_forms`).toEqual(
    [{ origin_id: null }, { origin_id: null }],
  )
  const origin = newId()
  const come = (channel: string, signedBy: string | null) => sql`insert into form_origins
    (id, channel, received_on, from_name, from_relationship, from_contact, signed_by)
    values (${origin}, ${channel}, '2026-02-20', 'Maria', 'mother', '', ${signedBy})`
  await expect(come('pigeon', null)).rejects.toThrow('form_origins_channel')
  await expect(come('paper', 'Maria')).rejects.toThrow('form_origins_signed')
  await come('paper', null)
  await expect(begin(null, null)).rejects.toThrow('internal_forms_about')
  await expect(begin(person, origin)).rejects.toThrow('internal_forms_about')
  await begin(null, origin, 'completed')
  const wait = (
    source: string,
  ) => sql`insert into incoming_children (id, source, child_key, state, waiting_since)
    values (${newId()}, ${source}, ${newId()}, 'unmatched', now())`
  await wait('onBehalf')
  await expect(wait('parent')).rejects.toThrow('incoming_children_sender')
  await sql.end()
})

test('0032_mails_and_lists: accounts of before have had no e-mails, an e-mail is sound or not there, and children of before are of no school’s list', async () => {
  const url = await databaseAsOf('0029_name_words')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const user = newId()
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into incoming_children (id, source, owner_user_id, child_key, state, waiting_since)
    values (${newId()}, 'parent', ${user}, 'of before', 'unmatched', now())`
  await migrateDatabase(url)

  expect(await sql`select id from users`).toEqual([{ id: user }])
  expect(await sql`select * from mails`).toEqual([])
  expect(await sql`select organisation_id from incoming_children`).toEqual([{ organisation_id: null }])
  const add = (state: string, settled: boolean, failure: string | null) =>
    sql`insert into mails (id, kind, user_id, address, state, failure, created_at, settled_at)
      values (${newId()}, 'code', ${user}, 'sam@example.org', ${state}, ${failure}, now(), ${settled ? new Date() : null})`
  await add('waiting', false, null)
  await add('refused', true, 'noSuchMailbox')
  await expect(add('refused', true, null)).rejects.toThrow('mails_sound')
  await expect(add('waiting', true, null)).rejects.toThrow('mails_sound')
  await sql.end()
})
