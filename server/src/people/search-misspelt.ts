import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
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
import { summaryColumns, type PersonSummary } from './person-summary.ts'
import { bases, people } from './tables.ts'

/** Of the words near to a typed one, and of the people who bear them, so many are looked at. */
const most = { words: 8, people: 2000 }

type Misspelt = {
  /** Folded as names are. */
  words: readonly string[]
  born: PlainDate | undefined
  /** Who is found already. */
  except: readonly string[]
  limit: number
}

/**
 * People of whose names a word is near to each word typed: a slip away, heard alike, or a form of the same given name.
 * The nearest come first. Of a name that thousands bear, only some are found by it alone.
 */
export async function searchMisspelt(ctx: WorkContext, asked: Misspelt): Promise<PersonSummary[]> {
  const spelt = asked.words.filter((word) => !isBeginning(word))
  if (spelt.length === 0) return []
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
  return rows
    .flatMap(({ further, ...person }) => {
      const distance = measure(asked.words, listNameWords({ ...person, ...further }))
      return distance === undefined ? [] : [{ person, distance }]
    })
    .toSorted((one, other) => one.distance - other.distance || compareNames(one.person, other.person))
    .slice(0, asked.limit)
    .map(({ person }) => person)
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

/** The words of names on record that are near to a typed one, the nearest first; itself whether it is on record or not. */
async function findNearWords(ctx: WorkContext, typed: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectDistinct({ word: nameWords.word })
    .from(nameWords)
    .where(inArray(nameWords.key, listNearKeys(typed)))
  return rows
    .flatMap(({ word }) => {
      const nearness = findNearness(typed, word)
      return nearness === undefined ? [] : [{ word, nearness }]
    })
    .toSorted((one, other) => one.nearness - other.nearness || (one.word < other.word ? -1 : 1))
    .slice(0, most.words)
    .map(({ word }) => word)
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

function compareNames(one: PersonSummary, other: PersonSummary): number {
  const names = ({ familyName, givenNames }: PersonSummary) => `${familyName}\n${givenNames}`
  return names(one).localeCompare(names(other), 'en-GB')
}
