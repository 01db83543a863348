import { accessRelations, childScopes } from '../../accounts/child-access.ts'
import { Id } from '../../values/ids.ts'
import { z } from 'zod'
import type { MergeField } from './merge-units.ts'

/** What may stand on a record, as officers call it. */
export const hangingKinds = [
  'waitingChildren',
  'forms',
  'entries',
  'involvements',
  'formsOfStaff',
  'adviceRequests',
  'portalUsers',
  'invitations',
  'family',
  'contacts',
  'conflicts',
  'importedValues',
  'changes',
  'numbers',
  'rejections',
  'hiddenChildren',
  'mergedRecords',
] as const
export const HangingKind = z.enum(hangingKinds)
export type HangingKind = z.infer<typeof HangingKind>
export type KindCount = { kind: HangingKind; count: number }

/** The record that stays, or the other, which is merged into it. */
export type MergeSide = 'kept' | 'other'

/** Whom a record is about, as a sentence names them. */
export type NamedRecord = {
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
}

/** A portal user who is let in to one of two records, and would see the papers of both. */
export const NewlySeeing = z.strictObject({
  userId: Id,
  name: z.string(),
  email: z.string(),
  relation: z.enum(accessRelations),
  /** The record to which they are let in. */
  hasAccessTo: z.enum(['kept', 'other']),
  /** What they do not see of the other one yet. */
  scopes: z.array(z.enum(childScopes)),
})
export type NewlySeeing = z.infer<typeof NewlySeeing>

/** To whom a merge opens what they could not see before. */
export type NewSight = {
  portalUsers: NewlySeeing[]
  /** Outside experts who were invited for one of the two and have not come yet. */
  invitations: { email: string; hasAccessTo: MergeSide }[]
  /** Organisations that are asked for advice on one of the two: they see the name of the record that stays. */
  organisations: { name: string; hasAccessTo: MergeSide }[]
}

/** Whether anybody outside the authority gets to see more. */
export function opensAnything({ portalUsers, invitations, organisations }: NewSight): boolean {
  return portalUsers.length + invitations.length + organisations.length > 0
}

/** A paper of one of two records, by its name. */
export type PaperOfRecord = { reference: string; title: string; side: MergeSide }
export type InvolvementOfRecord = { receivedOn: string; side: MergeSide }

/** Why two records are not merged. */
export type MergeRefusal =
  | { reason: 'alreadyMerged'; by: string; at: string }
  | { reason: 'related' }
  /** One is above the other in a family on record, over somebody. */
  | { reason: 'circle'; over: string }
  /** So many papers of the two the officer may not read. */
  | { reason: 'restricted'; count: number }
  | { reason: 'heldByAnother'; by: string }

/** A value that the record that stays took: back to what it was, or left where somebody changed it since. */
export type ValueAtUnmerge = {
  field: MergeField
  before: string | null
  now: string | null
  after: string | null
}

/** Why two records are not unmerged. */
export type UnmergeRefusal =
  /** The record that stayed was merged into another since: that comes first. */
  { reason: 'mergedFurther'; into: NamedRecord }

export type LookedSince = { looks: number; firstLook: string | null; lastLook: string | null }

/** What two records exposed while they were one, and what an unmerge does about it: kept for good in its log. */
export type UnmergeAccount = {
  kept: NamedRecord
  other: NamedRecord
  mergedBy: string
  mergedAt: string
  mergeReason: string
  forms: { reference: string; title: string }[]
  involvements: { receivedOn: string }[]
  goesBack: KindCount[]
  /** What came after the merge and stays with the record that stayed. */
  stays: KindCount[]
  values: ValueAtUnmerge[]
  /** Identifiers that somebody else has meanwhile: the record that comes back has none. */
  lost: ('upn' | 'uln' | 'externalId')[]
  portalUsers: (NewlySeeing & LookedSince)[]
  /** Let in since the merge: they stay with the record that stayed, until somebody ends it. */
  letInSince: ({ name: string; email: string; at: string } & LookedSince)[]
  organisations: NewSight['organisations']
  staff: ({ userId: string; name: string; taken: number } & LookedSince)[]
}

/** One entry of the log of unmerged records. */
export type UnmergedRecord = {
  unmergedPersonId: string
  unmergedBy: string
  unmergedAt: string
  reason: string
  account: UnmergeAccount
}
