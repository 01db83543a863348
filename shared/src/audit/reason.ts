import { z } from 'zod'

/** Why somebody does something sensitive, in their own words; it stays in the audit trail. */
export const Reason = z.string().trim().min(3).max(500)
export type Reason = z.infer<typeof Reason>
