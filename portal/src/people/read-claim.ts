import type { TextKey } from '@send/shared/texts/translator'
import {
  comparePlainDates,
  dateInLondon,
  findTypedDate,
  type TypedDate,
} from '@send/shared/values/plain-date'

const mostEvidence = 2000

const relationsOf = {
  citizen: ['parentCarer', 'youngPerson'],
  professional: ['professional'],
} as const

export type ClaimRelation = (typeof relationsOf)[keyof typeof relationsOf][number]

/** What somebody may say to be, by the portal that they use. */
export function claimRelations(face: 'citizen' | 'professional'): readonly ClaimRelation[] {
  return relationsOf[face]
}

export type TypedClaim = {
  relation: string
  givenNames: string
  familyName: string
  dateOfBirth: TypedDate
  evidence: string
}
export type ClaimProblem = { part: keyof TypedClaim; key: TextKey }

/** The fields of the page as typed. */
export function readTypedClaim(read: (name: string) => string): TypedClaim {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => read(`born.${part}`).slice(0, 20))
  return {
    relation: read('relation'),
    givenNames: read('givenNames'),
    familyName: read('familyName'),
    dateOfBirth: { day: day ?? '', month: month ?? '', year: year ?? '' },
    evidence: read('evidence').replaceAll('\r\n', '\n'),
  }
}

/** The claim that was typed, or everything that must be mended first. */
export function checkClaim(typed: TypedClaim, face: 'citizen' | 'professional', now: Date) {
  const problems: ClaimProblem[] = []
  const relation = claimRelations(face).find((known) => known === typed.relation)
  if (!relation) problems.push({ part: 'relation', key: 'portal.claim.relationNeeded' })
  const [givenNames, familyName, evidence] = [typed.givenNames, typed.familyName, typed.evidence].map(
    (text) => text.trim(),
  )
  if (!givenNames) problems.push({ part: 'givenNames', key: 'validation.givenNamesNeeded' })
  if (!familyName) problems.push({ part: 'familyName', key: 'validation.familyNameNeeded' })
  const dateOfBirth = findTypedDate(typed.dateOfBirth)
  if (!dateOfBirth) problems.push({ part: 'dateOfBirth', key: 'validation.birthNeeded' })
  else if (comparePlainDates(dateOfBirth, dateInLondon(now)) > 0)
    problems.push({ part: 'dateOfBirth', key: 'portal.claim.birthNotPast' })
  if (!evidence) problems.push({ part: 'evidence', key: 'portal.claim.evidenceNeeded' })
  else if (evidence.length > mostEvidence) problems.push({ part: 'evidence', key: 'portal.claim.tooLong' })
  if (!relation || !givenNames || !familyName || !dateOfBirth || !evidence || problems.length > 0)
    return { problems }
  return { problems, claim: { relation, givenNames, familyName, dateOfBirth, evidence } }
}
