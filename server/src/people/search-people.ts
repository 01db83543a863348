import { and, asc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { fold } from '@send/shared/suspense/matching/identity'
import { foldName } from '@send/shared/suspense/matching/fold-name'
import { findTypedDate } from '@send/shared/values/plain-date'
import { findPostcode } from '@send/shared/values/postcode'
import { isUpn, tidyUpn } from '@send/shared/values/upn'
import type { WorkContext } from '../context.ts'
import { summaryColumns, type FoundPerson } from './person-summary.ts'
import { searchMisspelt } from './search-misspelt.ts'
import { bases, people } from './tables.ts'

/** Who was found: those asked for as it was typed, and those whose names are spelt nearly so, while there is room. */
export type FoundPeople = { people: FoundPerson[]; near: FoundPerson[] }

/**
 * People whose names begin with every word asked for, or who have that UPN, date of birth (ISO or 14/02/2014)
 * or postcode; after them those who are called so, or were; and, where all these are fewer than `limit`, people whose names are
 * nearly spelt so. The audit keeps a hash
 * of what was asked, never the words.
 */
export async function searchPeople(ctx: WorkContext, query: string, limit: number): Promise<FoundPeople> {
  // A word without a letter or a number would be the beginning of every name.
  const words = query.split(/\s+/).filter(fold).slice(0, 6)
  const found = words.length === 0 ? [] : await select(ctx, conditionFor(query, words, limit), limit)
  const { begin, near } = await searchNear(ctx, { query, words, found, limit: limit - found.length })
  // Keyed, so that who reads the trail cannot try names until one fits.
  const terms = ctx.services.secrets.digest(fold(query), 'search-terms')
  const listed = [...found, ...begin]
  const shown = [...listed, ...near].map(({ personId }) => personId)
  const details = { terms, found: shown.length, people: shown }
  await ctx.audit({ action: 'people.search', objectKind: 'people', objectId: 'search', details })
  return { people: listed, near }
}

type SearchNear = { query: string; words: string[]; found: FoundPerson[]; limit: number }

async function searchNear(
  ctx: WorkContext,
  { query, words, found, limit }: SearchNear,
): ReturnType<typeof searchMisspelt> {
  const nobody = { begin: [], near: [] }
  if (limit === 0 || isUpn(query) || findPostcode(query)) return nobody
  const dates = words.flatMap((word) => findDate(word) ?? [])
  const names = words.filter((word) => !findDate(word)).flatMap((word) => foldName(word).split(' '))
  if (dates.length > 1) return nobody
  const except = found.map(({ personId }) => personId)
  return searchMisspelt(ctx, { words: [...new Set(names)].filter(Boolean), born: dates[0], except, limit })
}

async function select(ctx: WorkContext, condition: SQL | undefined, limit: number): Promise<FoundPerson[]> {
  const rows = await ctx.tx
    .select(summaryColumns)
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(condition)
    .orderBy(...inOrder)
    .limit(limit)
  return rows.map((person) => ({ ...person, formerly: null }))
}

const inOrder = [asc(people.foldedFamilyName), asc(people.foldedGivenNames), asc(people.id)]

function conditionFor(query: string, words: string[], limit: number): SQL | undefined {
  if (isUpn(query)) return eq(people.upn, tidyUpn(query))
  const postcode = findPostcode(query)
  if (postcode) return eq(people.postcode, postcode)
  const dates = words.map(findDate)
  const names = [...new Set(words.filter((_, place) => !dates[place]).map(fold))]
  const ways = listWays(names).map(conditionForWay)
  const born = dates.flatMap((date) => (date ? eq(people.dateOfBirth, date) : []))
  // Few are born on one day; of a name there may be thousands, of which each way finds the first by its own index.
  if (ways.length === 0) return sql`false`
  return born.length > 0 ? and(...born, or(...ways)) : inArray(people.id, unionOf(ways, limit))
}

/** Which words begin the family name, and which the given names: of those that begin one name, the longest says it. */
type Way = { family: string | undefined; given: string | undefined }

function listWays(words: string[]): Way[] {
  const ways = Array.from({ length: 2 ** words.length }, (_, split) => {
    const isFamily = (place: number) => Math.floor(split / 2 ** place) % 2 === 1
    return [words.filter((_word, place) => isFamily(place)), words.filter((_word, place) => !isFamily(place))]
  })
  return ways.flatMap((parts) => {
    const [family, given] = parts.map((part) => part.toSorted((a, b) => b.length - a.length))
    const fits = (part: string[] = []) => part.every((word) => part[0]?.startsWith(word))
    return fits(family) && fits(given) ? [{ family: family?.[0], given: given?.[0] }] : []
  })
}

function conditionForWay({ family, given }: Way): SQL | undefined {
  return and(beginsWith(people.foldedFamilyName, family), beginsWith(people.foldedGivenNames, given))
}

/** As LIKE with a beginning, in comparisons that row-level security lets an index answer. */
function beginsWith(column: AnyPgColumn, beginning: string | undefined): SQL | undefined {
  if (beginning === undefined) return undefined
  return and(gte(column, beginning), lt(column, `${beginning}\u{10FFFF}`))
}

function unionOf(ways: (SQL | undefined)[], limit: number): SQL {
  const firsts = ways.map(
    (way) =>
      sql`(select id from ${people} where ${way} order by ${sql.join(inOrder, sql`, `)} limit ${limit})`,
  )
  return sql`(${sql.join(firsts, sql` union `)})`
}

function findDate(word: string): string | undefined {
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(word)
  const british = /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/.exec(word)
  const { day = '', month = '', year = '' } = iso?.groups ?? british?.groups ?? {}
  return findTypedDate({ day, month, year })
}
