import { and, asc, eq, gte, inArray, lt, notInArray, sql } from 'drizzle-orm'
import {
  findNearness,
  isBeginning,
  listNameWords,
  listNearKeys,
} from '@send/shared/suspense/matching/near-words'
import { keyOfWord, listPairKeys } from '@send/shared/suspense/matching/stored-keys'
import type { PlainDate } from '@send/shared/values/plain-date'
import type { WorkContext } from '../context.ts'
import { candidateKeys } from './candidate-keys/tables.ts'
import { earlierFamilyNames } from './changes/earlier-family-names.ts'
import { nameWords } from './name-words/tables.ts'
import { summaryColumns, type FoundPerson } from './person-summary.ts'
import { bases, people } from './tables.ts'

/** Of the words near to a typed one, and of the people who bear them, so many are looked at. */
const most = { words: 8, people: 2000 }

type Asked = {
  /** Folded as names are. */
  words: readonly string[]
  born: PlainDate | undefined
  /** Who is found already. */
  except: readonly string[]
  limit: number
}

/** Whoever bears names that begin as it was typed, though not those under which they are listed; and whose are nearly so. */
type FoundByNames = { begin: FoundPerson[]; near: FoundPerson[] }

/**
 * People of whose names, also those that they had or are called by, a word begins as each word typed, or is near to it: a
 * slip away, heard alike, or a form of the same given name. The nearest come first. Of a name that thousands bear, only some
 * are found by it alone.
 */
export async function searchMisspelt(ctx: WorkContext, asked: Asked): Promise<FoundByNames> {
  const spelt = asked.words.filter((word) => !isBeginning(word))
  if (spelt.length === 0) return { begin: [], near: [] }
  const borne = asked.born
    ? eq(people.dateOfBirth, asked.born)
    : inArray(people.id, await findBearers(ctx, spelt))
  const { personId, ...summary } = summaryColumns
  const rows = await ctx.tx
    .select({ personId, ...summary, further: furtherNames })
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(and(borne, notInArray(people.id, [...asked.except])))
    .limit(most.people)
  const found = rows
    .flatMap(({ further, ...person }) => {
      const names = { ...person, ...further }
      const distance = measure(asked.words, listNameWords(names))
      if (distance === undefined) return []
      const begins = distance === 0 && !areBegun(asked.words, person)
      return [{ person: { ...person, formerly: findFormer(asked.words, names) }, distance, begins }]
    })
    .toSorted(
      (one, other) =>
        Number(other.begins) - Number(one.begins) ||
        one.distance - other.distance ||
        compareNames(one.person, other.person),
    )
    .slice(0, asked.limit)
  const those = (wanted: boolean) =>
    found.filter(({ begins }) => begins === wanted).map(({ person }) => person)
  return { begin: those(true), near: those(false) }
}

/** Whether each typed word begins a word of the names under which somebody is listed. */
function areBegun(
  typed: readonly string[],
  { givenNames, familyName }: { givenNames: string; familyName: string },
): boolean {
  const listed = listNameWords({ givenNames, familyName })
  return typed.every((word) => listed.some((each) => each.startsWith(word)))
}

type Names = Parameters<typeof listNameWords>[0]

/** The former family name by which somebody is found, where no other of their names has a word that begins so. */
function findFormer(typed: readonly string[], names: Names): string | null {
  const { formerFamilyName, earlierFamilyNames, ...others } = names
  const now = listNameWords(others)
  const missing = typed.filter((word) => !now.some((each) => each.startsWith(word)))
  const former = [formerFamilyName ?? '', ...(earlierFamilyNames ?? [])].filter(Boolean)
  const bears = (familyName: string) =>
    missing.some((word) => listNameWords({ familyName }).some((each) => each.startsWith(word)))
  return former.find(bears) ?? null
}

const furtherNames = {
  formerFamilyName: people.formerFamilyName,
  knownAsGivenNames: people.knownAsGivenNames,
  knownAsFamilyName: people.knownAsFamilyName,
  earlierFamilyNames,
}

/** Who bears a word near to the only one typed, or a pair of words near to any two of those typed. */
async function findBearers(ctx: WorkContext, spelt: readonly string[]): Promise<string[]> {
  const near = await Promise.all(spelt.map((word) => findNearWords(ctx, word)))
  const [only] = near
  const keys =
    near.length === 1 && only
      ? only.map(keyOfWord)
      : near.flatMap((ones, place) => near.slice(place + 1).flatMap((others) => listPairKeys(ones, others)))
  if (keys.length === 0) return []
  const found = await ctx.tx.execute<{ personId: string }>(sql`
    select distinct bearers.person_id as "personId"
    from unnest(${sql.param(keys)}::bigint[]) as asked (key)
    cross join lateral (
      select person_id from ${candidateKeys} where ${candidateKeys.key} = asked.key limit ${most.people}
    ) as bearers
    limit ${most.people}`)
  return found.map(({ personId }) => personId)
}

/**
 * The words of names on record that are near to a typed one, the nearest first, and after them some that begin with it; itself
 * whether it is on record or not.
 */
async function findNearWords(ctx: WorkContext, typed: string): Promise<string[]> {
  const beginning = await ctx.tx
    .selectDistinct({ word: nameWords.word })
    .from(nameWords)
    .where(and(gte(nameWords.word, typed), lt(nameWords.word, `${typed}\u{10FFFF}`)))
    .orderBy(asc(nameWords.word))
    .limit(most.words)
  const rows = await ctx.tx
    .selectDistinct({ word: nameWords.word })
    .from(nameWords)
    .where(inArray(nameWords.key, listNearKeys(typed)))
  const near = rows
    .flatMap(({ word }) => {
      const nearness = findNearness(typed, word)
      return nearness === undefined ? [] : [{ word, nearness }]
    })
    .toSorted((one, other) => one.nearness - other.nearness || (one.word < other.word ? -1 : 1))
    .slice(0, most.words)
  return [...new Set([...near, ...beginning].map(({ word }) => word))]
}

/** How far the words of a name are from those typed, together; undefined when one of those is near to none. */
function measure(typed: readonly string[], words: readonly string[]): number | undefined {
  let sum = 0
  for (const word of typed) {
    const distances = words.map((other) => findNearness(word, other)).filter((found) => found !== undefined)
    if (distances.length === 0) return undefined
    sum += Math.min(...distances)
  }
  return sum
}

function compareNames(one: FoundPerson, other: FoundPerson): number {
  const names = ({ familyName, givenNames }: FoundPerson) => `${familyName}\n${givenNames}`
  return names(one).localeCompare(names(other), 'en-GB')
}
