import { and, asc, eq, inArray } from 'drizzle-orm'
import { tellOfOneChild } from '@send/shared/suspense/same-line'
import type { IncomingLine } from '@send/shared/suspense/read-incoming-line'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import type { Transaction } from '../../database/client.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { identityOf } from '../read-child.ts'
import { incomingChildren } from '../tables.ts'

/** A line, with the school that it names. */
export type PlacedLine = {
  childKey: string
  child: IncomingLine
  baseId: string | null
  repeats: boolean
  /** The child that is handled already and of which the line tells otherwise. */
  correctsId?: string
}

export type Correction = PlacedLine & { earlier: IncomingChild }

type Sorted = {
  fresh: PlacedLine[]
  corrections: Correction[]
  /** Lines that somebody else took in at the same moment. */
  already: number
  notes: string[]
}

const ofAnother = 'external_id was given to another child in an earlier file'
const ofHandled = 'tells otherwise of a child that is handled already: waits as another one'

/**
 * Which lines correct a child of an earlier file: the number and the school are the same, and it tells of one child. Who waits
 * is corrected; what was decided stays, and the line waits for itself and names whom it corrects.
 */
export async function findCorrected(tx: Transaction, lines: PlacedLine[]): Promise<Sorted> {
  const earlier = await lockEarlier(tx, lines)
  const sorted: Sorted = { fresh: [], corrections: [], already: 0, notes: [] }
  for (const line of lines) {
    const ofNumber = line.repeats
      ? []
      : earlier.filter(
          ({ baseId, externalId }) => baseId === line.baseId && externalId === line.child.externalId,
        )
    const same = ofNumber.filter((each) => tellOfOneChild(identityOf(each), identityOf(line.child)))
    const waiting = same.findLast(({ state }) => canInSuspense(state, 'score'))
    const handled = same.at(-1)
    if (ofNumber.some(({ childKey }) => childKey === line.childKey)) sorted.already += 1
    else if (waiting) sorted.corrections.push({ ...line, earlier: waiting })
    else if (handled) {
      sorted.fresh.push({ ...line, correctsId: handled.id })
      sorted.notes.push(ofHandled)
    } else {
      if (ofNumber.length > 0) {
        line.child.flags.push(ofAnother)
        sorted.notes.push(ofAnother)
      }
      sorted.fresh.push(line)
    }
  }
  return sorted
}

/** The children of earlier files with the numbers of some lines, locked in the order of their ids; a line that names no school has no number. */
async function lockEarlier(tx: Transaction, lines: PlacedLine[]): Promise<IncomingChild[]> {
  const named = lines.filter(({ baseId, repeats }) => baseId !== null && !repeats)
  const baseIds = [...new Set(named.flatMap(({ baseId }) => baseId ?? []))]
  const numbers = named.flatMap(({ child }) => child.externalId ?? [])
  if (numbers.length === 0) return []
  const { source, baseId, externalId, id } = incomingChildren
  return tx
    .select()
    .from(incomingChildren)
    .where(and(eq(source, 'school'), inArray(baseId, baseIds), inArray(externalId, numbers)))
    .orderBy(asc(id))
    .for('update')
}

/**
 * Brings a child that waits up to date by a later line. It is weighed anew, and its version grows: whoever has the card open
 * sees it change, and a decision on the former look is a conflict.
 */
export async function correctWaiting(
  tx: Transaction,
  { earlier, childKey, child }: Correction,
  now: Date,
): Promise<void> {
  const { schoolUrn: _, ...told } = child
  await tx
    .update(incomingChildren)
    .set({
      ...told,
      childKey,
      earlierLine: earlier.asWritten,
      correctedAt: now,
      state: 'unmatched',
      candidates: [],
      bestProbability: null,
      scoredAt: null,
      modelVersion: null,
      rowVersion: earlier.rowVersion + 1,
    })
    .where(eq(incomingChildren.id, earlier.id))
}
