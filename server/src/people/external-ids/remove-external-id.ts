import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { personExternalIds } from './tables.ts'

/**
 * Takes the number of a school off a record, where it is another child’s; it is free then for whoever is settled under it
 * next. Whoever waits and was proposed this person is weighed again by a job.
 */
export async function removeExternalId(
  ctx: ProcedureContext<Actor>,
  { id, personId }: { id: string; personId: string },
): Promise<{ outcome: 'removed' }> {
  const [removed] = await ctx.tx
    .delete(personExternalIds)
    .where(and(eq(personExternalIds.id, id), eq(personExternalIds.personId, personId)))
    .returning({ baseId: personExternalIds.baseId, incomingChildId: personExternalIds.incomingChildId })
  if (!removed) throw notFound()
  const { baseId, incomingChildId } = removed
  await ctx.audit({
    action: 'people.removeExternalId',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { externalIdOf: baseId, incomingChildId },
  })
  await ctx.enqueue({ queue: 'score-children', data: { proposedPersonId: personId } })
  return { outcome: 'removed' }
}
