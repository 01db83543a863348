import { mayBeAdded } from '@send/shared/suspense/may-be-added'
import { dateInLondon } from '@send/shared/values/plain-date'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../database/client.ts'
import { resemblesNobody } from '../add-unmatched/resembles-nobody.ts'
import { childKeyOf } from '../child-key.ts'
import { readMatchingRules } from '../conflicts/read-matching-rules.ts'
import { identityOf } from '../read-child.ts'
import type { PlacedLine } from './correct-line.ts'

type Work = { tx: Transaction; services: { database: Database; clock: Clock } }

/**
 * How many of some lines would be added as new by the rule of their school; a child of whom two of them tell in the same
 * words is counted once. Nothing is written.
 */
export async function countAddable(work: Work, lines: readonly PlacedLine[]): Promise<number> {
  const rules = await readMatchingRules(work.tx)
  const today = dateInLondon(work.services.clock.now())
  const counted = new Set<string>()
  for (const { child, correctsId } of lines) {
    const scope = child.schoolUrn ?? 'default'
    const key = childKeyOf(identityOf(child))
    if (!rules.addsUnmatched(scope) || correctsId || counted.has(key) || !mayBeAdded(child, today)) continue
    if (await resemblesNobody(work, { ...child, id: newId(), source: 'school' }, rules.inForce(scope)))
      counted.add(key)
  }
  return counted.size
}
