import { readEntry, type PersonEntry } from '@send/shared/people/person-entry'
import { likelyProbability } from '@send/shared/suspense/matching/automatic-from'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { bases } from '../../people/tables.ts'
import { describeCandidates, type Candidate } from '../get-incoming-child.ts'
import { mostKeyed } from '../score-child.ts'
import { weighChildren } from '../weigh-children.ts'

/** As many as a card of suspense shows. */
const mostSimilar = 5

export type SimilarPeople = {
  /** The likeliest first, five at most. */
  similar: (Candidate & { isVerySimilar: boolean })[]
}

/** Who on record may be somebody whose details are being typed, weighed as a child in suspense is. */
export async function findSimilar(ctx: ProcedureContext<Actor>, entry: PersonEntry): Promise<SimilarPeople> {
  const scored = await weighEntry(ctx, entry)
  const weighed = scored.map(({ personId, weight, probability, rule }) => {
    return { personId, weight, probability, rule }
  })
  await ctx.audit({
    action: 'newPeople.findSimilar',
    objectKind: 'people',
    objectId: 'similar',
    details: { people: scored.map(({ personId }) => personId), weighed },
  })
  const described = await describeCandidates(ctx, scored)
  return { similar: described.map((each) => ({ ...each, isVerySimilar: isVerySimilar(each) })) }
}

/** More likely the same person than not, or named by a rule: nobody is added beside them without saying why. */
export function isVerySimilar({ probability, rule }: ScoredCandidate): boolean {
  return rule !== null || probability >= likelyProbability
}

/**
 * The people whom typed details may be, by indexed look-ups alone, with the numbers that suspense would show; by their name, and by
 * what they are called where that is typed too, whichever speaks more for them.
 */
export async function weighEntry(ctx: WorkContext, entry: PersonEntry): Promise<ScoredCandidate[]> {
  await keyPeople(ctx.tx, mostKeyed)
  const known = readEntry(entry)
  const { givenNames, familyName, knownAsGivenNames, knownAsFamilyName } = known
  const named = { givenNames, familyName }
  const called = {
    givenNames: knownAsGivenNames ?? givenNames,
    familyName: knownAsFamilyName ?? familyName,
  }
  const isCalled = knownAsGivenNames !== null || knownAsFamilyName !== null
  const lines = await Promise.all(
    (isCalled ? [named, called] : [named]).map((names) => writeLine(ctx, { ...known, ...names })),
  )
  const best = new Map<string, ScoredCandidate>()
  for await (const { candidates } of weighChildren(ctx, lines))
    for (const candidate of candidates) {
      const before = best.get(candidate.personId)
      if (!before || candidate.probability > before.probability) best.set(candidate.personId, candidate)
    }
  return [...best.values()]
    .toSorted((one, other) => other.probability - one.probability || other.weight - one.weight)
    .slice(0, mostSimilar)
}

/** Typed details as a line of a file would tell them. */
async function writeLine(ctx: WorkContext, known: ReturnType<typeof readEntry>) {
  const asWritten = {
    external_id: '',
    given_names: known.givenNames ?? '',
    family_name: known.familyName ?? '',
    former_family_name: known.formerFamilyName ?? '',
    date_of_birth: known.dateOfBirth ?? '',
    sex: known.sex ?? '',
    upn: known.upn ?? '',
    nhs_number: known.nhsNumber ?? '',
    address_line_1: known.addressLine ?? '',
    address_line_2: known.addressLine2 ?? '',
    town: known.town ?? '',
    postcode: known.postcode ?? '',
    school_urn: await findUrn(ctx, known.schoolId),
  }
  const columns = {
    givenNames: null,
    familyName: null,
    dateOfBirth: null,
    sex: null,
    upn: null,
    postcode: null,
  }
  return { id: newId(), source: null, ...columns, asWritten }
}

async function findUrn(ctx: WorkContext, schoolId: string | null): Promise<string> {
  if (schoolId === null) return ''
  const [school] = await ctx.tx.select({ urn: bases.urn }).from(bases).where(eq(bases.id, schoolId))
  return school?.urn ?? ''
}
