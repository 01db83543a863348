import { createHash } from 'node:crypto'
import { and, inArray, isNull } from 'drizzle-orm'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import { newId } from '@send/shared/values/ids'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Clock } from '../../clock.ts'
import type { TakenIn } from '../../csv/import-lines.ts'
import type { Transaction } from '../../database/client.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { provideBases } from '../../people/import/provide-bases.ts'
import { incomingChildren } from '../tables.ts'
import type { NumberedLine } from './import-incoming.ts'

type Work = { tx: Transaction; clock: Clock; jobs: Jobs }

/**
 * Puts those of some lines into suspense that are not there yet, in one transaction with their line of the audit trail
 * and the job that weighs them.
 */
export async function addIncoming(work: Work, lines: NumberedLine[], dryRun: boolean): Promise<TakenIn> {
  const byKey = new Map(lines.map((each) => [keyOf(each.child.asWritten), each]))
  const there = await work.tx
    .select({ childKey: incomingChildren.childKey })
    .from(incomingChildren)
    .where(and(isNull(incomingChildren.ownerUserId), inArray(incomingChildren.childKey, [...byKey.keys()])))
  for (const { childKey } of there) byKey.delete(childKey)
  const urns = [...byKey.values()].flatMap(({ child }) => child.schoolUrn ?? [])
  const schools = await provideBases(work.tx, urns, dryRun)
  const added = dryRun ? byKey.size : await insertChildren(work, byKey, schools.ids)
  return { added, known: lines.length - added, refused: [], notes: schools.notes }
}

async function insertChildren(
  { tx, clock, jobs }: Work,
  byKey: Map<string, NumberedLine>,
  schools: Map<string, string>,
): Promise<number> {
  if (byKey.size === 0) return 0
  const rows = [...byKey].map(
    ([
      childKey,
      {
        child: { schoolUrn, ...child },
      },
    ]) => ({
      ...child,
      id: newId(),
      childKey,
      source: 'school' as const,
      baseId: schoolUrn === null ? null : (schools.get(schoolUrn) ?? null),
      state: 'unmatched' as const,
      waitingSince: clock.now(),
    }),
  )
  // The same file may be given twice at the same moment: whoever comes second finds the lines of the first.
  const inserted = await tx
    .insert(incomingChildren)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: incomingChildren.id })
  const [at, children] = [clock.now(), inserted.map(({ id }) => id)]
  await recordAuditEvent(
    tx,
    { at, actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null },
    { action: 'suspense.import', objectKind: 'incomingChildren', objectId: 'file', details: { children } },
  )
  // By a moment before everything: only those who have no score at all.
  const unscored = { scoredBefore: new Date(0).toISOString() }
  await jobs.enqueue(tx, { queue: 'score-children', data: unscored })
  return inserted.length
}

/** One line is one child: by it the same line of the same or another file finds what was taken in. */
function keyOf(asWritten: PersonValues): string {
  const cells = personColumns.map((column) => asWritten[column])
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex')
}
