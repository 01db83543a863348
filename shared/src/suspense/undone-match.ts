import { z } from 'zod'
import { childScopes } from '../accounts/child-access.ts'
import { Id } from '../values/ids.ts'
import { importableFields } from './conflicts/import-units.ts'

const Moment = z.iso.datetime()
const Named = z.strictObject({
  givenNames: z.string().nullable(),
  familyName: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
})

const Looks = {
  /** How often the audit trail has them looking; lists, forms and files alike. */
  looks: z.int().min(0),
  firstLook: Moment.nullable(),
  lastLook: Moment.nullable(),
}

const ExposedForm = z.strictObject({
  submissionId: Id,
  reference: z.string(),
  title: z.string(),
  receivedOn: z.string().nullable(),
  /** Since when it stood on the chronology, and who put it there; null for one that was not approved. */
  approved: z.strictObject({ by: z.string(), at: Moment }).nullable(),
})

const ExposedInvolvement = z.strictObject({
  involvementId: Id,
  openedAt: Moment,
  receivedOn: z.string(),
  decisionDueOn: z.string(),
})

/** What a portal user sees of the person by one authentication. */
export const ExposedPortalUser = z.strictObject({
  childAccessId: Id,
  userId: Id,
  name: z.string(),
  email: z.string(),
  isSender: z.boolean(),
  scopes: z.array(z.enum(childScopes)),
  from: Moment,
  /** When it ended or ends by itself; null for one that is open. */
  until: Moment.nullable(),
  /** Recorded since the match: only such a one may have come of it. */
  recordedSince: z.boolean(),
  ...Looks,
})
export type ExposedPortalUser = z.infer<typeof ExposedPortalUser>

const ExposedStaff = z.strictObject({
  userId: Id,
  name: z.string(),
  /** Whether an access list of the forms let them see one at the moment of the undo. */
  couldSee: z.boolean(),
  /** Files opened or printed: what nobody can call back. */
  taken: z.int().min(0),
  ...Looks,
})
export type ExposedStaff = z.infer<typeof ExposedStaff>

/** What a match exposed, to whom, and since when: from the audit trail and the access rows. */
export const Exposure = z.strictObject({
  child: Named,
  person: Named,
  decision: z.enum(['matched', 'addedAsNew']),
  matchedBy: z.string(),
  matchedAt: Moment,
  sender: z.strictObject({ userId: Id, name: z.string(), email: z.string() }).nullable(),
  forms: z.array(ExposedForm),
  documents: z.array(z.strictObject({ fileId: Id, name: z.string(), reference: z.string() })),
  involvements: z.array(ExposedInvolvement),
  portalUsers: z.array(ExposedPortalUser),
  /** Outside experts who were invited since the match and have not come yet: their invitations stay. */
  invitations: z.array(z.strictObject({ email: z.string(), invitedAt: Moment })),
  staff: z.array(ExposedStaff),
  /** Forms of staff on the person that were changed since the match: they may repeat what the forms said, and stay. */
  formsOfStaff: z.array(z.strictObject({ title: z.string(), by: z.string(), changedAt: Moment })),
})
export type Exposure = z.infer<typeof Exposure>

/** What keeps the record of a person who was added as new: something on it that did not come of this match. */
export const personHolds = [
  'otherChildren',
  'otherForms',
  'formsOfStaff',
  'adviceRequests',
  'invitations',
  'relationships',
  'contacts',
  'portalUsers',
  'rejections',
  'changes',
  'mergedRecords',
] as const
export type PersonHold = (typeof personHolds)[number]

/** A value that came to the person from the child: back to what it was, or left where somebody changed it since. */
export const TakenValue = z.strictObject({
  field: z.enum(importableFields),
  before: z.string().nullable(),
  imported: z.string().nullable(),
  now: z.string().nullable(),
  goesBack: z.boolean(),
})
export type TakenValue = z.infer<typeof TakenValue>

/** What a child can add to a family: an adult on record, what they are to the child, a contact; or it ended a contact. */
export const familyFacts = ['person', 'relationship', 'contact', 'contactEnded'] as const

/** A fact of a family that came from the child: taken back, or left where somebody changed it since. */
export const TakenFact = z.strictObject({
  fact: z.enum(familyFacts),
  /** The row that it is. */
  objectId: Id,
  carerId: Id,
  /** Who the parent or carer is. */
  name: z.string(),
  /** The number or address of a contact, or what they are to the child; null of the adult. */
  value: z.string().nullable(),
  goesBack: z.boolean(),
})
export type TakenFact = z.infer<typeof TakenFact>

/** The number by which a school knows the person, told by the child. */
export const TakenNumber = z.strictObject({
  schoolName: z.string(),
  externalId: z.string(),
  /** It stays where another settled child of the school tells the same of the same person. */
  goesBack: z.boolean(),
})
export type TakenNumber = z.infer<typeof TakenNumber>

/** How a match was taken back, as it is kept for good. */
export const TakenBack = z.strictObject({
  accessIds: z.array(Id),
  claims: z.int().min(0),
  values: z.array(TakenValue),
  /** Undefined in entries of the log from before families and numbers were told of. */
  family: z.array(TakenFact).exactOptional(),
  numbers: z.array(TakenNumber).exactOptional(),
  personRemoved: z.boolean(),
  personHeldBy: z.array(z.enum(personHolds)),
})
export type TakenBack = z.infer<typeof TakenBack>

/** One entry of the log of undone matches. */
export type UndoneMatch = {
  undoneMatchId: string
  incomingChildId: string
  undoneBy: string
  undoneAt: string
  reason: string
  exposure: Exposure
  takenBack: TakenBack
}

/** The authentications that an undo takes back unless the officer says otherwise; all, where the person is removed. */
export function proposeAccess(
  portalUsers: readonly ExposedPortalUser[],
  personRemoved: boolean,
): ExposedPortalUser[] {
  return portalUsers.filter(({ isSender, recordedSince }) => personRemoved || (isSender && recordedSince))
}
