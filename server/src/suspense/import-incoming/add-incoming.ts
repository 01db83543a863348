import { createHash } from 'node:crypto'
import { and, inArray, isNull } from 'drizzle-orm'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import { newId } from '@send/shared/values/ids'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Clock } from '../../clock.ts'
import type { TakenIn } from '../../csv/import-lines.ts'
import type { Database, Transaction } from '../../database/client.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { provideBases } from '../../people/import/provide-bases.ts'
import { incomingChildren } from '../tables.ts'
import { correctWaiting, findCorrected, type PlacedLine } from './correct-line.ts'
import { countAddable } from './count-addable.ts'
import type { NumberedLine } from './import-incoming.ts'

type Work = {
  tx: Transaction
  clock: Clock
  jobs: Jobs
  services: { database: Database; clock: Clock }
}

/**
 * Puts those of some lines into suspense that are not there yet, or brings what waits up to date by them, in one
 * transaction with their line of the audit trail and the job that weighs them.
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
  const placed = [...byKey].map(([childKey, { child, repeats }]) => {
    const baseId = child.schoolUrn === null ? null : (schools.ids.get(child.schoolUrn) ?? null)
    return { childKey, child, baseId, repeats }
  })
  const { fresh, corrections, already, notes } = await findCorrected(work.tx, placed)
  const addable = dryRun ? await countAddable(work, fresh) : 0
  const added = dryRun ? fresh.length : await takeIn(work, fresh, corrections)
  return {
    added,
    corrected: corrections.length,
    known: lines.length - byKey.size + already + (fresh.length - added),
    refused: [],
    notes: [
      ...schools.notes,
      ...notes,
      ...Array.from({ length: addable }, () => 'would be added as new, by the rule of their school'),
    ],
  }
}

async function takeIn(
  { tx, clock, jobs }: Work,
  fresh: PlacedLine[],
  corrections: Awaited<ReturnType<typeof findCorrected>>['corrections'],
): Promise<number> {
  if (fresh.length + corrections.length === 0) return 0
  const rows = fresh.map(({ childKey, baseId, correctsId, child }) => {
    const { schoolUrn: _, ...told } = child
    return {
      ...told,
      id: newId(),
      childKey,
      source: 'school' as const,
      baseId,
      correctsId: correctsId ?? null,
      state: 'unmatched' as const,
      waitingSince: clock.now(),
    }
  })
  // The same file may be given twice at the same moment: whoever comes second finds the lines of the first.
  const inserted =
    rows.length === 0
      ? []
      : await tx
          .insert(incomingChildren)
          .values(rows)
          .onConflictDoNothing()
          .returning({ id: incomingChildren.id })
  for (const correction of corrections) await correctWaiting(tx, correction, clock.now())
  const [at, children] = [clock.now(), inserted.map(({ id }) => id)]
  const corrected = corrections.map(({ earlier }) => earlier.id)
  await recordAuditEvent(
    tx,
    { at, actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null },
    {
      action: 'suspense.import',
      objectKind: 'incomingChildren',
      objectId: 'file',
      details: { children, ...(corrected.length > 0 ? { corrected } : {}) },
    },
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
