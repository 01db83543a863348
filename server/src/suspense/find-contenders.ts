import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql, type SQL } from 'drizzle-orm'
import { tellExternalId, type ExternalId } from '@send/shared/suspense/matching/external-id'
import { foldRecord, type MatchRecord, type Told } from '@send/shared/suspense/matching/match-record'
import type { Child, Contender } from '@send/shared/suspense/matching/rank-candidates'
import { listAskedKeys, listHouseholdKeys, type AskedKey } from '@send/shared/suspense/matching/stored-keys'
import type { Transaction } from '../database/client.ts'
import { earlierFamilyNames as earlierNames } from '../people/changes/earlier-family-names.ts'
import {
  parentContacts,
  readContactCells,
  type ContactCells,
} from '../people/family/contacts/parent-contacts.ts'

export type KnownContender = Contender & { personId: string }

/** Somebody who was looked up, as the matcher compares them. */
type FoundPerson = { personId: string; told: Told; isInactive: boolean }

/** What is looked up for one child. */
type Asked = {
  keys: AskedKey[]
  number?: ExternalId | undefined
  /** Whether anything is told of how its parents are reached: of others nobody’s contacts are read. */
  hasContacts: boolean
}

/** Those who share the rarest keys with a child; the next are strangers who happen to share a common name. */
const mostContenders = 20
/** Children whose people are held in the memory at once. */
const childrenAtOnce = 100

/** What was found for some children that follow one another. */
export type FoundContenders = {
  first: number
  contenders: KnownContender[][]
  /** Lets PostgreSQL look up the next while these are weighed; what is asked on this transaction after it waits for that. */
  lookAhead: () => Promise<void>
}

/**
 * The people who may be each of some children, in the order of their ids. However many children, they are looked up in
 * one statement, and its answer is read in parts, so that never more than some hundred of them fill the memory.
 */
export async function* findContenders(
  tx: Transaction,
  children: Iterable<Child>,
): AsyncGenerator<FoundContenders> {
  for await (const { first, people, lookAhead } of readInParts(tx, listAsked(children)))
    yield { first, contenders: people.map(foldAll), lookAhead }
}

/** One at a time, so that of ten thousand children none but what is asked for stays in the memory. */
function* listAsked(children: Iterable<Child>): Generator<Asked> {
  for (const { told, record } of children)
    yield {
      keys: listAskedKeys(record),
      number: tellExternalId(told),
      hasContacts: record.parents !== undefined,
    }
}

function foldAll(people: FoundPerson[]): KnownContender[] {
  return people.map((person, place) => ({ ...person, place, record: foldRecord(person.told) }))
}

/**
 * Others who live where one of some records lives and share a name or the birthday, or whose parents are reached as those of
 * one are, for each group of records.
 */
export async function findNeighbours(
  tx: Transaction,
  groups: readonly (readonly MatchRecord[])[],
): Promise<FoundPerson[][]> {
  const asked = groups.map((records) => ({
    keys: records.flatMap(listHouseholdKeys),
    hasContacts: records.some(({ parents }) => parents !== undefined),
  }))
  if (asked.every(({ keys }) => keys.length === 0)) return asked.map(() => [])
  const { count, statement } = lookUp(asked, { passOver: false })
  return sortOut(await tx.execute<Row>(statement), { first: 0, count })
}

type FoundPart = { first: number; people: FoundPerson[][]; lookAhead: () => Promise<void> }

async function* readInParts(tx: Transaction, asked: Iterable<Asked>): AsyncGenerator<FoundPart> {
  const { count, rows: whole } = await startLookUp(tx, asked)
  if (whole) {
    if (count > 0) yield { first: 0, people: sortOut(whole, { first: 0, count }), async lookAhead() {} }
    return
  }
  let coming: Promise<readonly Row[]> | undefined
  const lookAhead = async () => {
    coming ??= Promise.resolve(tx.execute<Row>(sql.raw(`fetch ${childrenAtOnce} from contenders`)))
    coming.catch(() => {}) // said where it is waited for
    // The driver sends what it was given when the turn of the event loop is over: without this after the weighing.
    await nextTurn()
    await nextTurn()
  }
  for (let first = 0; first < count; first += childrenAtOnce) {
    await lookAhead()
    const rows = (await coming) ?? []
    coming = undefined
    yield { first, people: sortOut(rows, { first, count: rows.length }), lookAhead }
  }
  await coming
  await tx.execute(sql`close contenders`)
}

/** The whole answer for few; for more there is a cursor then, which gives it in parts. */
async function startLookUp(
  tx: Transaction,
  asked: Iterable<Asked>,
): Promise<{ count: number; rows: readonly Row[] | undefined }> {
  const { count, statement } = lookUp(asked, { passOver: true })
  if (count === 0) return { count, rows: [] }
  if (count <= childrenAtOnce) return { count, rows: await tx.execute<Row>(statement) }
  await tx.execute(sql`declare contenders no scroll cursor for ${statement}`)
  return { count, rows: undefined }
}

type Row = { place: number; people: string | null }

/**
 * Looks up people by keys, one row for each who is asked for. A key that more people share than it says is passed over,
 * or cut short; the rarer a key, the more it says for whoever has it. A number is looked up in its own system alone: that of a
 * school, or the authority’s. The limit lets nobody out: by it PostgreSQL
 * expects few children, and keeps one plan where it would make another for every child.
 */
function lookUp(
  asked: Iterable<Asked>,
  { passOver }: { passOver: boolean },
): { count: number; statement: SQL } {
  const [ids, urns] = [[] as (string | null)[], [] as (string | null)[]]
  // Numbers, because the driver takes a list of booleans for one.
  const withContacts: number[] = []
  const [keys, mosts, firsts, lasts] = [[] as number[], [] as number[], [] as number[], [] as number[]]
  for (const { keys: own, number, hasContacts } of asked) {
    ids.push(number?.id ?? null)
    urns.push(number?.source ?? null)
    withContacts.push(hasContacts ? 1 : 0)
    firsts.push(keys.length + 1)
    for (const { key, most } of own) {
      keys.push(key)
      mosts.push(most)
    }
    lasts.push(keys.length)
  }
  const statement = sql`
    select asked.place::int - 1 as place, found.people
    from (
      select first, last, external_id, urn, has_contacts, case when urn is null then external_id end as own_id, place
      from unnest(${sql.param(firsts)}::int[], ${sql.param(lasts)}::int[], ${sql.param(ids)}::text[], ${sql.param(urns)}::text[],
          ${sql.param(withContacts)}::int[])
        with ordinality as given (first, last, external_id, urn, has_contacts, place)
      limit ${ids.length}::int
    ) as asked
    cross join lateral (
      select json_agg(json_build_array(people.id, people.external_id, people.given_names, people.family_name,
        people.former_family_name, people.known_as_given_names, people.known_as_family_name, people.date_of_birth, people.sex, people.upn, people.nhs_number,
        people.address_line, people.address_line_2, people.town, people.postcode, bases.urn, people.inactive_since,
        asked.urn, case when best.is_named then asked.external_id end, ${earlierNames},
        case when asked.has_contacts = 1 then ${parentContacts} end))::text as people
      from (
        select person_id, bool_or(is_named) as is_named from (
          select unnest(sharing.ids) as person_id, sharing.says, false as is_named
          from unnest((${sql.param(keys)}::bigint[])[asked.first : asked.last],
            (${sql.param(mosts)}::int[])[asked.first : asked.last]) as wanted (key, most)
          cross join lateral (
            select array_agg(person_id) as ids, 1000000 / count(*) as says
            from (select person_id from candidate_keys where key = wanted.key limit wanted.most + 1) as few
            having count(*) between 1 and wanted.most or (count(*) > 0 and not ${passOver}::boolean)
          ) as sharing
          union all select id, 100000000, true from people where external_id = asked.own_id
          union all select survivor_id, 100000000, true from merged_people where external_id = asked.own_id
          union all select known.person_id, 100000000, true from person_external_ids as known
            where known.base_id = (select id from bases where urn = asked.urn) and known.external_id = asked.external_id
        ) as hits
        group by person_id order by sum(says) desc, person_id limit ${mostContenders}::int
      ) as best
      join people on people.id = best.person_id
      left join bases on bases.id = people.school_id
    ) as found`
  return { count: ids.length, statement }
}

/** The people of each who was asked for, by its place. */
function sortOut(rows: readonly Row[], { first, count }: { first: number; count: number }): FoundPerson[][] {
  const found: FoundPerson[][] = Array.from({ length: count }, () => [])
  for (const { place, people } of rows) {
    if (!found[place - first]) throw new Error('PostgreSQL answered for the children in another order')
    found[place - first] = readPeople(people)
  }
  return found
}

/** A person as the statement tells of one: the id, the columns as text, and last the earlier family names and the contacts. */
type Cells = [string, ...(string | null)[], string[] | null, ContactCells[] | null]

function readPeople(people: string | null): FoundPerson[] {
  if (people === null) return []
  return (JSON.parse(people) as Cells[])
    .map(([personId, ...rest]) => {
      const [earlierFamilyNames, contacts] = rest.slice(-2) as [string[] | null, ContactCells[] | null]
      const cells = rest.slice(0, -2) as (string | null)[]
      const [
        externalId,
        givenNames,
        familyName,
        formerFamilyName,
        knownAsGivenNames,
        knownAsFamilyName,
        dateOfBirth,
        sex,
        upn,
        nhsNumber,
        ...more
      ] = cells
      const [addressLine1, addressLine2, town, postcode, schoolUrn, inactiveSince, source, id] = more
      const furtherIds = id ? [{ source: source ?? null, id }] : []
      const names = { externalId, furtherIds, givenNames, familyName, formerFamilyName }
      const further = { knownAsGivenNames, knownAsFamilyName, earlierFamilyNames }
      const address = { addressLine1, addressLine2, town, postcode, schoolUrn }
      const parents = contacts ? { parentContacts: readContactCells(contacts) } : {}
      const told = { ...names, ...further, dateOfBirth, sex, upn, nhsNumber, ...address, ...parents }
      return { personId, told, isInactive: Boolean(inactiveSince) }
    })
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
}
