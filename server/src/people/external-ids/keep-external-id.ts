import { newId } from '@send/shared/values/ids'
import type { WorkContext } from '../../context.ts'
import type { Holder } from '../find-holder.ts'
import { findNumberHolder, type SchoolNumber } from './find-number-holder.ts'
import { personExternalIds } from './tables.ts'

type ToldNumber = SchoolNumber & { personId: string; incomingChildId: string }
type Kept = { outcome: 'kept' } | { outcome: 'taken'; holder: Holder }

/**
 * Keeps the number by which a school knows a person, told by a settled child; one that somebody else has stays theirs. Of two
 * who keep the same number at once the second waits for the first.
 */
export async function keepExternalId(ctx: WorkContext, told: ToldNumber): Promise<Kept> {
  const { personId, incomingChildId, baseId, externalId } = told
  const row = { id: newId(), personId, baseId, externalId, incomingChildId, knownSince: ctx.now() }
  const [kept] = await ctx.tx
    .insert(personExternalIds)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: personExternalIds.id })
  if (kept) {
    const details = { incomingChildId, externalIdOf: baseId }
    await ctx.audit({
      action: 'people.keepExternalId',
      objectKind: 'person',
      objectId: personId,
      personId,
      details,
    })
    return { outcome: 'kept' }
  }
  const holder = await findNumberHolder(ctx, { baseId, externalId })
  // Whoever had it at that moment was rid of it in the next.
  if (!holder) return keepExternalId(ctx, told)
  return holder.personId === personId ? { outcome: 'kept' } : { outcome: 'taken', holder }
}
