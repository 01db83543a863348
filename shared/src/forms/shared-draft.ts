import { z } from 'zod'
import { Id } from '../values/ids.ts'
import { FormDefinition } from './form-definition.ts'

/** A colleague, as far as the work on drafts needs them. */
export const Officer = z.object({ userId: Id, name: z.string() })
export type Officer = z.infer<typeof Officer>

/** The draft of a form that officers share, as the server holds it. */
export const SharedDraft = z.object({
  formId: Id,
  /** Grows with every change, closing included. */
  revision: z.int().min(1),
  /** The published version that it was made from; null for a new form. */
  baseVersion: z.int().min(1).nullable(),
  definition: FormDefinition,
  changedBy: Officer,
  changedAt: z.string(),
  /** Set when nobody works on it any more; whoever changed it last closed it. */
  closed: z.enum(['removed', 'published']).nullable(),
})
export type SharedDraft = z.infer<typeof SharedDraft>

/** What becomes of a push or a removal; `behind`: somebody else was quicker, and this is what they made. */
const Behind = z.object({ outcome: z.literal('behind'), current: SharedDraft })
export const PushedDraft = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), revision: z.int() }),
  Behind,
])
export type PushedDraft = z.infer<typeof PushedDraft>

export const RemovedDraft = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('removed'), revision: z.int() }),
  Behind,
])
export type RemovedDraft = z.infer<typeof RemovedDraft>
