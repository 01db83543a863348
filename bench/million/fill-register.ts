import { once } from 'node:events'
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import type postgres from 'postgres'
import { fold } from '@send/shared/suspense/matching/identity'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { asNameWord, listNameWords } from '@send/shared/suspense/matching/near-words'
import { listPersonKeys } from '@send/shared/suspense/matching/stored-keys'
import { createRandom } from '@send/shared/values/seeded-random'
import { generateHousehold, type MadePerson } from '../matching/generate-people.ts'
import { toTold } from '../matching/measure-accuracy.ts'
import { withoutIndexes } from './without-indexes.ts'

/** Somebody of the register: the id that the record has, and what was made up. */
export type Registered = { personId: string; person: MadePerson }

const seed = 10

/** Everybody of the register, the same in every run. */
function* generateRegister(count: number): Generator<Registered> {
  const random = createRandom(seed)
  const upns = new Set<string>()
  let made = 0
  while (made < count)
    for (const person of generateHousehold(random)) {
      if (made === count) return
      made += 1
      // Of a million two may be given one number; only one of them has it then.
      const upn = upns.has(person.upn) ? '' : person.upn
      upns.add(upn)
      yield { personId: idOf(made), person: { ...person, upn, external_id: `P${made}` } }
    }
}

/** One person of so many is given back, so that incoming children can be made of them. */
const sampled = 50

/** Fills an empty register with so many people and their keys, as the product makes them; gives some of them back. */
export async function fillRegister(sql: postgres.Sql, count: number): Promise<Registered[]> {
  await sql`insert into bases (id, urn, name)
    select gen_random_uuid(), urn::text, 'School ' || urn from generate_series(100000, 100299) as urn
    on conflict do nothing`
  const schools = new Map(
    (await sql<{ id: string; urn: string }[]>`select id, urn from bases`).map(({ id, urn }) => [urn, id]),
  )
  const sample: Registered[] = []
  const people = takeSample(generateRegister(count), sample)
  await withoutIndexes(sql, ['people', 'candidate_keys'], () => copyPeople(sql, schools, people))
  await sql`vacuum (analyze) people`
  await sql`vacuum (analyze) candidate_keys`
  await sql`vacuum (analyze) name_words`
  return sample
}

function* takeSample(people: Iterable<Registered>, sample: Registered[]): Generator<Registered> {
  let place = 0
  for (const each of people) {
    if (place % sampled === 0) sample.push(each)
    place += 1
    yield each
  }
}

async function copyPeople(
  sql: postgres.Sql,
  schools: Map<string, string>,
  register: Iterable<Registered>,
): Promise<void> {
  const [one, other] = [await sql.reserve(), await sql.reserve()]
  try {
    for (const each of [one, other]) await each`set session_replication_role = replica`
    const people = await one`copy people (id, external_id, given_names, family_name, folded_given_names,
      folded_family_name, date_of_birth, sex, upn, postcode, school_id, created_at) from stdin`.writable()
    const keys = await other`copy candidate_keys (key, person_id) from stdin`.writable()
    const words = new Set<string>()
    let [rows, keyRows] = ['', '']
    for (const { personId, person } of register) {
      rows += rowOf(personId, person, schools.get(person.school_urn))
      const told = toTold(person)
      for (const key of listPersonKeys(foldRecord(told))) keyRows += `${key}\t${personId}\n`
      for (const word of listNameWords(told)) words.add(word)
      if (keyRows.length < 1_000_000) continue
      await Promise.all([write(people, rows), write(keys, keyRows)])
      rows = ''
      keyRows = ''
    }
    await Promise.all([end(people, rows), end(keys, keyRows)])
    // Words that somebody bears already are there, and would end the copy.
    for (const { word } of await other<{ word: string }[]>`select distinct word from name_words`)
      words.delete(word)
    const nameWords = await one`copy name_words (key, word, person_key) from stdin`.writable()
    await end(nameWords, rowsOfWords(words))
  } finally {
    for (const each of [one, other]) {
      await each`set session_replication_role = default`
      each.release()
    }
  }
}

function rowsOfWords(words: Iterable<string>): string {
  let rows = ''
  for (const { word, keys, personKey } of Array.from(words, asNameWord))
    for (const key of keys) rows += `${key}\t${word}\t${personKey}\n`
  return rows
}

function rowOf(personId: string, person: MadePerson, schoolId: string | undefined): string {
  const { external_id, given_names, family_name, date_of_birth, sex, upn, postcode } = person
  const folded = [fold(given_names), fold(family_name)]
  const values = [
    personId,
    external_id,
    given_names,
    family_name,
    ...folded,
    date_of_birth,
    sex,
    upn,
    postcode,
  ]
  return `${[...values, schoolId ?? ''].map((value) => value || '\\N').join('\t')}\t2026-01-01\n`
}

async function write(to: Writable, text: string): Promise<void> {
  if (!to.write(text)) await once(to, 'drain')
}

async function end(to: Writable, text: string): Promise<void> {
  to.end(text)
  await once(to, 'finish')
}

/** An id of the shape of the product's, in the order in which people were made. */
function idOf(place: number): string {
  const noise = createHash('md5').update(String(place)).digest('hex')
  const time = (0x01_9a_00_00_00_00 + place).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-8${noise.slice(3, 6)}-${noise.slice(6, 18)}`
}
