import { z } from 'zod'
import { Id } from '../values/ids.ts'
import { PlainDate } from '../values/plain-date.ts'

/** What the lines of the audit trail are narrowed to; days are days in the United Kingdom, both included. */
export const AuditFilter = z.strictObject({
  personId: Id.optional(),
  actorUserId: Id.optional(),
  action: z.string().min(1).max(100).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** The place of a line in the list, the newest first. */
export const AuditCursor = z.strictObject({ at: z.iso.datetime({ precision: 6 }), id: Id })
export type AuditCursor = z.infer<typeof AuditCursor>
