import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { addPerson } from '../people/add-person.ts'
import { people } from '../people/tables.ts'
import { recordDecision } from './decisions/record-decision.ts'
import { identityOf } from './read-child.ts'
import { lockForDecision, type NotDecided } from './lock-for-decision.ts'
import { settleChild, type Settled } from './settle-child.ts'

/** Decides that an incoming child is nobody whom we know and opens a record for it. */
export async function addAsNew(
  ctx: ProcedureContext<Actor>,
  request: { incomingChildId: string; version: number },
): Promise<Settled | NotDecided> {
  const locked = await lockForDecision(ctx, request.incomingChildId, request.version, 'addAsNew')
  if (locked.outcome !== 'locked') return locked
  const { upn } = locked.child
  if (upn) await requireFreeUpn(ctx, upn)
  const personId = newId()
  // Before the record is there: it is nobody whom the child could have been.
  await recordDecision(ctx, locked.child, { kind: 'addedAsNew', personId })
  await addPerson(ctx, identityOf(locked.child), { personId })
  // Somebody else’s form may tell of the same child.
  await ctx.enqueue({ queue: 'score-children', data: { personId } })
  return settleChild(ctx, locked.child, personId, 'addedAsNew')
}

async function requireFreeUpn(ctx: ProcedureContext<Actor>, upn: string): Promise<void> {
  const [holder] = await ctx.tx.select({ id: people.id }).from(people).where(eq(people.upn, upn))
  const sentence = 'Somebody on record already has this unique pupil number. Match the child to that person.'
  if (holder) throw new SendError('conflict', sentence)
}
