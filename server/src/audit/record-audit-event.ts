import { newId } from '@send/shared/values/ids'
import type { Transaction } from '../database/client.ts'
import { auditEvents } from './tables.ts'

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
  await tx.insert(auditEvents).values({
    id: newId(),
    occurredAt: origin.at,
    actorUserId: origin.actorUserId,
    actorKind: origin.actorKind,
    face: origin.face,
    address: origin.address,
    requestId: origin.requestId,
    action: event.action,
    outcome: event.outcome ?? 'done',
    personId: event.personId ?? null,
    objectKind: event.objectKind,
    objectId: event.objectId,
    reason: event.reason ?? null,
    details: event.details ?? {},
  })
}
