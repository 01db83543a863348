import { newId } from '@send/shared/values/ids'
import { lockOrganisation } from '../../accounts/organisations/membership.ts'
import { takeTry } from '../../accounts/throttle.ts'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { incomingChildren } from '../tables.ts'
import { checkChildren, type CheckedLine } from './check-children.ts'

/** Lists in 15 minutes: a school has a few, and nobody is to fill the queue. */
const listsAllowed = 20

export type ListToAdd = {
  organisationId: string
  content: Buffer
  /** How many children were to be added when it was checked. */
  confirmed: number
}

/**
 * Takes the sound lines of a list into suspense, all of them or none. When other lines would be added than were
 * confirmed, because a colleague was quicker, nothing is, and the list is to be looked at again.
 */
export async function addChildren(
  ctx: ProcedureContext<Actor>,
  { organisationId, content, confirmed }: ListToAdd,
): Promise<{ outcome: 'added'; added: number } | { outcome: 'changed' }> {
  // Of two colleagues at once the second sees what the first added.
  await lockOrganisation(ctx, organisationId)
  const { allowed } = await takeTry(ctx.tx, ctx.clock, `add-children:${ctx.actor.userId}`, listsAllowed)
  if (!allowed) throw new SendError('too-many-tries')
  const list = await checkChildren(ctx, { organisationId, content })
  if (list.outcome !== 'checked') throw new SendError('bad-input')
  const lines = list.lines.filter((line) => line.outcome === 'add')
  if (lines.length !== confirmed) return { outcome: 'changed' }
  if (lines.length === 0) throw new SendError('bad-input')
  const children = await asTheSystem(ctx, () => insertChildren(ctx, organisationId, lines))
  if (children.length !== lines.length) throw new SendError('conflict')
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'addedChildren.add', ...object, details: { children } })
  // By a moment before everything: only those who have no score at all.
  await ctx.enqueue({ queue: 'score-children', data: { scoredBefore: new Date(0).toISOString() } })
  return { outcome: 'added', added: children.length }
}

async function insertChildren(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
  lines: Extract<CheckedLine, { outcome: 'add' }>[],
): Promise<string[]> {
  const rows = lines.map(({ child, childKey }) => ({
    ...child,
    id: newId(),
    source: 'professional' as const,
    ownerUserId: ctx.actor.userId,
    organisationId,
    childKey,
    state: 'unmatched' as const,
    waitingSince: ctx.now(),
  }))
  // A form about one of them may be held in this moment; then the whole list is looked at again.
  const inserted = await ctx.tx
    .insert(incomingChildren)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: incomingChildren.id })
  return inserted.map(({ id }) => id)
}
