import { z } from 'zod'
import { Id } from '../../../values/ids.ts'

/** Of what the officer saw on record: what changed since is shown again before anything is done. */
const seen = z.string().length(64)

/** What an officer decides about something that was told of a parent or carer. */
export const FamilyDecision = z.discriminatedUnion('decision', [
  z.strictObject({ conflictId: Id, seen, decision: z.literal('keep') }),
  z.strictObject({
    conflictId: Id,
    seen,
    decision: z.literal('add'),
    /** Who on record they are; null where they are nobody on record yet. Of whoever is found by name it is they. */
    carerId: Id.nullable(),
  }),
  z.strictObject({ conflictId: Id, seen, decision: z.literal('replace'), contactId: Id }),
])
export type FamilyDecision = z.infer<typeof FamilyDecision>

/** More than forms tell of one child. */
export const mostFamilyDecisions = 100
