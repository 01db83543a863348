import { and, eq, or, type SQL } from 'drizzle-orm'
import { applyRules, type RuleName } from '@send/shared/suspense/matching/deterministic-rules'
import {
  fold,
  identityFields,
  type Comparison,
  type Identity,
  type IdentityField,
} from '@send/shared/suspense/matching/identity'
import type { WorkContext } from '../context.ts'
import { summaryColumns, type PersonSummary } from '../people/person-summary.ts'
import { bases, people } from '../people/tables.ts'

export type ComparedField = {
  field: IdentityField
  incoming: string | null
  onRecord: string | null
  comparison: Comparison
}

export type Candidate = { person: PersonSummary; rule: RuleName | null; fields: ComparedField[] }

const mostFetched = 200
const mostShown = 5

/** The people who may be this child, by indexed look-ups; those whom a rule names first, then the most agreement. */
export async function findCandidates(ctx: WorkContext, incoming: Identity): Promise<Candidate[]> {
  const condition = lookUps(incoming)
  if (!condition) return []
  const rows = await ctx.tx
    .select({ ...summaryColumns, externalId: people.externalId })
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(condition)
    .limit(mostFetched)
  const candidates = rows.map(({ externalId, ...person }) => compare(incoming, person, externalId))
  return candidates.toSorted((a, b) => rank(b) - rank(a)).slice(0, mostShown)
}

/** The incoming identity out of a row whose missing values are null. */
export function identityOf(row: { [Field in IdentityField]: string | null }): Identity {
  return {
    givenNames: row.givenNames ?? undefined,
    familyName: row.familyName ?? undefined,
    dateOfBirth: row.dateOfBirth ?? undefined,
    sex: row.sex === 'female' || row.sex === 'male' ? row.sex : undefined,
    upn: row.upn ?? undefined,
    postcode: row.postcode ?? undefined,
  }
}

function lookUps({ upn, dateOfBirth, givenNames, familyName }: Identity): SQL | undefined {
  const given = givenNames ? eq(people.foldedGivenNames, fold(givenNames)) : undefined
  const family = familyName ? eq(people.foldedFamilyName, fold(familyName)) : undefined
  const ways = [
    upn ? eq(people.upn, upn) : undefined,
    given && family ? and(given, family) : undefined,
    dateOfBirth && family ? and(eq(people.dateOfBirth, dateOfBirth), family) : undefined,
    dateOfBirth && given ? and(eq(people.dateOfBirth, dateOfBirth), given) : undefined,
  ].filter((way) => way !== undefined)
  return ways.length > 0 ? or(...ways) : undefined
}

function compare(incoming: Identity, person: PersonSummary, externalId: string | null): Candidate {
  const onRecord = { ...identityOf(person), externalId: externalId ?? undefined }
  const { rule, fields } = applyRules(incoming, onRecord)
  const compared = identityFields.map((field) => ({
    field,
    incoming: incoming[field] ?? null,
    onRecord: onRecord[field] ?? null,
    comparison: fields[field],
  }))
  return { person, rule: rule ?? null, fields: compared }
}

function rank({ rule, fields }: Candidate): number {
  const agreeing = fields.filter(({ comparison }) => comparison === 'agrees').length
  const differing = fields.filter(({ comparison }) => comparison === 'differs').length
  return (rule ? 100 : 0) + agreeing * 2 - differing
}
