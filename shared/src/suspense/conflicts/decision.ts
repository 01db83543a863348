import { z } from 'zod'
import { Id } from '../../values/ids.ts'

/** What an officer decides about one conflict: take over what came, or keep what we hold. */
export const ConflictDecision = z.strictObject({
  conflictId: Id,
  decision: z.enum(['accept', 'keep']),
  /** Of what the officer saw on record: what changed since is shown again before anything is done. */
  seen: z.string().length(64),
})
export type ConflictDecision = z.infer<typeof ConflictDecision>

/** What a record can hold at most: one conflict a unit. */
export const mostDecisions = 20
