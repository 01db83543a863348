import { sql } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { recordAuditEvent, type AuditEvent, type AuditOrigin } from '../audit/record-audit-event.ts'
import { sealAuditEvents, type Sealing } from '../audit/seal-audit-events.ts'
import type { TestServer } from './test-server.ts'

/** Where a line comes from: an officer at a desk. */
export function buildAuditOrigin(server: TestServer, overrides: Partial<AuditOrigin> = {}): AuditOrigin {
  return {
    at: server.clock.now(),
    actorUserId: newId(),
    actorKind: 'staff',
    face: 'desktop',
    address: '192.0.2.9',
    requestId: 'test',
    ...overrides,
  }
}

/** A line with something in every column. */
export function buildAuditEvent(overrides: Partial<AuditEvent> = {}): AuditEvent {
  const personId = newId()
  return {
    action: 'people.get',
    objectKind: 'person',
    objectId: personId,
    personId,
    reason: 'Asked by the court',
    details: { found: 3 },
    ...overrides,
  }
}

/** Writes lines as the application does, several in one transaction. */
export async function writeAuditEvents(server: TestServer, number: number): Promise<void> {
  const origin = buildAuditOrigin(server)
  await server.database.transaction(async (tx) => {
    for (let index = 0; index < number; index += 1) await recordAuditEvent(tx, origin, buildAuditEvent())
  })
}

/** What the sealer of a test works with; the file lies in the server's folder. */
export function sealingOf(server: TestServer): Sealing {
  return { database: server.database, clock: server.clock, file: path.join(server.folder, 'seals.jsonl') }
}

/** Seals all lines at once, when the transactions of other tests on the same cluster no longer hold them back. */
export async function sealAll(server: TestServer, number: number): Promise<void> {
  for (let attempt = 0; attempt < 200 && (await isHeldBack(server)); attempt += 1) await wait(50)
  const sealed = await sealAuditEvents(sealingOf(server))
  if (sealed !== number) throw new Error(`${sealed} of ${number} lines were sealed`)
}

async function isHeldBack({ ownerDatabase }: TestServer): Promise<boolean> {
  const rows = await ownerDatabase.execute(sql`select 1 from audit_events
    where era = (select max(era) from audit_events) and transaction >= pg_snapshot_xmin(pg_current_snapshot())
      and transaction < pg_snapshot_xmax(pg_current_snapshot()) limit 1`)
  return rows.length > 0
}
