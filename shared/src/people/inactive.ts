import { z } from 'zod'
import { PlainDate } from '../values/plain-date.ts'

/** Why somebody on record is not the authority’s any more. */
export const inactiveReasons = ['leftArea', 'died', 'overAge'] as const
export type InactiveReason = (typeof inactiveReasons)[number]

/** Since when somebody is inactive, and why. Nothing is deleted, and nobody is hidden: a match to them warns. */
export const Inactive = z.strictObject({ since: PlainDate, reason: z.enum(inactiveReasons) })
export type Inactive = z.infer<typeof Inactive>
