import { z } from 'zod'
import { Id } from '../../values/ids.ts'

/** What a second officer says, who does not know what the first decided. */
export const ReviewVerdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thisOne'), personId: Id }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('cannotTell') }),
])
export type ReviewVerdict = z.infer<typeof ReviewVerdict>
