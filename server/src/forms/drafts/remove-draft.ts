import { eq } from 'drizzle-orm'
import type { RemovedDraft } from '@send/shared/forms/shared-draft'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getDraft } from './get-draft.ts'
import { definitionDrafts } from './tables.ts'

/** Closes the shared draft as it was at a revision; repeating it changes nothing, and a push opens it again. */
export async function removeDraft(
  ctx: ProcedureContext<Actor>,
  { formId, revision }: { formId: string; revision: number },
): Promise<RemovedDraft> {
  const [existing] = await ctx.tx
    .select()
    .from(definitionDrafts)
    .where(eq(definitionDrafts.formId, formId))
    .for('update')
  if (!existing) throw notFound()
  if (existing.closed) return { outcome: 'removed', revision: existing.revision }
  if (existing.revision !== revision) return { outcome: 'behind', current: await getDraft(ctx, formId) }
  const next = revision + 1
  await ctx.tx
    .update(definitionDrafts)
    .set({ closed: 'removed', revision: next, changedBy: ctx.actor.userId, changedAt: ctx.now() })
    .where(eq(definitionDrafts.formId, formId))
  await ctx.audit({
    action: 'forms.removeDraft',
    objectKind: 'form',
    objectId: formId,
    details: { revision: next },
  })
  return { outcome: 'removed', revision: next }
}
