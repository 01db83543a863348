import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { PushedDraft } from '@send/shared/forms/shared-draft'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { getDraft } from './get-draft.ts'
import { definitionDrafts, type SeenOperation } from './tables.ts'

export type PushDraft = {
  operationId: string
  formId: string
  /** The revision that the pushed definition was merged with; 0 before the first. */
  baseRevision: number
  baseVersion: number | null
  definition: FormDefinition
}

/** As many as a client can have on their way when it went to sleep, and then some. */
const mostOperations = 50

/**
 * Makes a definition the next revision of the shared draft, if it was merged with the current one; otherwise changes
 * nothing and answers with that. A repeat of an accepted push is accepted and changes nothing.
 */
export async function pushDraft(ctx: ProcedureContext<Actor>, push: PushDraft): Promise<PushedDraft> {
  const { formId, operationId, baseRevision } = push
  const [existing] = await ctx.tx
    .select()
    .from(definitionDrafts)
    .where(eq(definitionDrafts.formId, formId))
    .for('update')
  const hash = createHash('sha256').update(JSON.stringify(push)).digest('hex')
  const seen = existing?.operations.find(({ id }) => id === operationId)
  if (seen && seen.hash !== hash) throw new SendError('conflict')
  if (seen) return { outcome: 'accepted', revision: seen.revision }
  if (existing && existing.revision !== baseRevision)
    return { outcome: 'behind', current: await getDraft(ctx, formId) }
  const revision = baseRevision + 1
  const operations: SeenOperation[] = [{ id: operationId, hash, revision }, ...(existing?.operations ?? [])]
  const next = { ...changed(ctx, push, revision), operations: operations.slice(0, mostOperations) }
  if (existing) {
    await ctx.tx.update(definitionDrafts).set(next).where(eq(definitionDrafts.formId, formId))
  } else {
    const made = await ctx.tx
      .insert(definitionDrafts)
      .values({ formId, ...next })
      .onConflictDoNothing()
      .returning({ formId: definitionDrafts.formId })
    // Somebody else pushed the first draft of this form at the same moment.
    if (made.length === 0) return { outcome: 'behind', current: await getDraft(ctx, formId) }
  }
  const details = { revision, baseVersion: push.baseVersion }
  await ctx.audit({ action: 'forms.pushDraft', objectKind: 'form', objectId: formId, details })
  return { outcome: 'accepted', revision }
}

function changed(ctx: ProcedureContext<Actor>, { definition, baseVersion }: PushDraft, revision: number) {
  return {
    revision,
    definition,
    baseVersion,
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
    closed: null,
  }
}
