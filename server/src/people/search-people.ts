import { and, asc, eq, like, or, type SQL } from 'drizzle-orm'
import { fold } from '@send/shared/suspense/matching/identity'
import { findTypedDate } from '@send/shared/values/plain-date'
import { findPostcode } from '@send/shared/values/postcode'
import { isUpn, tidyUpn } from '@send/shared/values/upn'
import type { WorkContext } from '../context.ts'
import { summaryColumns, type PersonSummary } from './person-summary.ts'
import { bases, people } from './tables.ts'

/**
 * People whose names begin with every word asked for, or who have that UPN, date of birth (ISO or 14/02/2014)
 * or postcode. The audit keeps a hash of what was asked, never the words.
 */
export async function searchPeople(
  ctx: WorkContext,
  query: string,
  limit: number,
): Promise<{ people: PersonSummary[] }> {
  // A word without a letter or a number would be the beginning of every name.
  const words = query.split(/\s+/).filter(fold).slice(0, 6)
  const found = words.length === 0 ? [] : await select(ctx, conditionFor(query, words), limit)
  // Keyed, so that who reads the trail cannot try names until one fits.
  const terms = ctx.services.secrets.digest(fold(query), 'search-terms')
  const details = { terms, found: found.length, people: found.map(({ personId }) => personId) }
  await ctx.audit({ action: 'people.search', objectKind: 'people', objectId: 'search', details })
  return { people: found }
}

function select(ctx: WorkContext, condition: SQL | undefined, limit: number): Promise<PersonSummary[]> {
  return ctx.tx
    .select(summaryColumns)
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(condition)
    .orderBy(asc(people.foldedFamilyName), asc(people.foldedGivenNames), asc(people.id))
    .limit(limit)
}

function conditionFor(query: string, words: string[]): SQL | undefined {
  if (isUpn(query)) return eq(people.upn, tidyUpn(query))
  const postcode = findPostcode(query)
  if (postcode) return eq(people.postcode, postcode)
  return and(...words.map(conditionForWord))
}

function conditionForWord(word: string): SQL | undefined {
  const date = findDate(word)
  if (date) return eq(people.dateOfBirth, date)
  // Folding leaves letters and digits only, so nothing in it means anything to LIKE.
  const beginning = `${fold(word)}%`
  return or(like(people.foldedFamilyName, beginning), like(people.foldedGivenNames, beginning))
}

function findDate(word: string): string | undefined {
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(word)
  const british = /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/.exec(word)
  const { day = '', month = '', year = '' } = iso?.groups ?? british?.groups ?? {}
  return findTypedDate({ day, month, year })
}
