import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { ownAccess } from '../child-access/active-access.ts'
import { childAccess } from '../child-access/tables.ts'
import { offersTile } from './require-tile.ts'

/**
 * Whether a portal user may start forms by themselves. An outside expert may while they have a task: the authority has
 * asked them, and how they answer is a form. Requests for advice are begun by another way, which has no tile.
 */
export async function offersForms(ctx: ProcedureContext<Actor>): Promise<boolean> {
  return (await offersTile(ctx, 'startForms')) || (await hasTask(ctx))
}

/** Refuses to start a form where the authority has switched that off. */
export async function requireFormsOffered(ctx: ProcedureContext<Actor>): Promise<void> {
  if (!(await offersForms(ctx))) throw new SendError('switched-off')
}

async function hasTask(ctx: ProcedureContext<Actor>): Promise<boolean> {
  const [task] = await ctx.tx
    .select({ id: childAccess.id })
    .from(childAccess)
    .where(and(ownAccess(ctx, 'progress'), eq(childAccess.source, 'invitation')))
    .limit(1)
  return task !== undefined
}
