import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../database/client.ts'

export type AuditEvent = {
  /** Dotted like a procedure, for example `forms.publish`. */
  action: string
  objectKind: string
  objectId: string
  personId?: string | null | undefined
  details?: Record<string, unknown> | undefined
  outcome?: 'done' | 'refused'
  /** Why, in the actor's words, where the action asks for it. */
  reason?: string | undefined
}

export type AuditOrigin = {
  at: Date
  actorUserId: string | null
  actorKind: 'staff' | 'citizen' | 'professional' | 'public' | 'system'
  face: 'desktop' | 'citizen' | 'professional' | null
  address: string | null
  requestId: string | null
}

/** Adds one line to the audit trail in the transaction of the work it speaks of. */
export async function recordAuditEvent(
  tx: Transaction,
  origin: AuditOrigin,
  event: AuditEvent,
): Promise<void> {
  const { at, actorUserId, actorKind, face, address, requestId } = origin
  const {
    action,
    outcome = 'done',
    personId = null,
    objectKind,
    objectId,
    reason = null,
    details = {},
  } = event
  // Written out: every request pays for it, and building it from the table costs as much as sending it.
  await tx.execute(sql`
    insert into audit_events (id, occurred_at, actor_user_id, actor_kind, face, address, request_id,
      action, outcome, person_id, object_kind, object_id, reason, details)
    values (${newId()}, ${at.toISOString()}, ${actorUserId}, ${actorKind}, ${face}, ${address}, ${requestId},
      ${action}, ${outcome}, ${personId}, ${objectKind}, ${objectId}, ${reason}, ${JSON.stringify(details)}::jsonb)`)
}
