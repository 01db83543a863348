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

/** The people whom typed details may be, by indexed look-ups alone, with the numbers that suspense would show. */
export async function weighEntry(ctx: WorkContext, entry: PersonEntry): Promise<ScoredCandidate[]> {
  await keyPeople(ctx.tx, mostKeyed)
  const known = readEntry(entry)
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
  for await (const { candidates } of weighChildren(ctx, [
    { id: newId(), source: null, ...columns, asWritten },
  ]))
    return candidates
  return []
}

async function findUrn(ctx: WorkContext, schoolId: string | null): Promise<string> {
  if (schoolId === null) return ''
  const [school] = await ctx.tx.select({ urn: bases.urn }).from(bases).where(eq(bases.id, schoolId))
  return school?.urn ?? ''
}
