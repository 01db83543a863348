import { helpEndReasons } from '@send/shared/submissions/form-helpers'
import { z } from 'zod'

/** Gone: it was there for whoever asks, and is so no longer. */
export const helpOverStatus = 410

/** Why somebody can no longer open a form with which they helped. */
export const HelpOver = z.strictObject({
  why: z.enum([...helpEndReasons, 'lessAllowed']),
  ownerName: z.string(),
})
export type HelpOver = z.infer<typeof HelpOver>
