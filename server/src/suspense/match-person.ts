import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { holdPerson } from '../people/find-person.ts'
import { lockForDecision, settleChild, type AlreadyHandled, type Settled } from './settle-child.ts'

/** Decides that an incoming child is a person whom we know. It authenticates nobody to see that person. */
export async function matchPerson(
  ctx: ProcedureContext<Actor>,
  request: { incomingChildId: string; personId: string; version: number },
): Promise<Settled | AlreadyHandled> {
  const locked = await lockForDecision(ctx, request.incomingChildId, request.version, 'match')
  if (locked.outcome !== 'locked') return locked
  if (!(await holdPerson(ctx, request.personId))) throw notFound()
  return settleChild(ctx, locked.child, request.personId, 'matched')
}
