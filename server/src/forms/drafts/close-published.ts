import { eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { isSame } from '@send/shared/forms/merging/same-value'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../get-form-version.ts'
import { definitionDrafts } from './tables.ts'

type PublishedDraft = {
  formId: string
  version: number
  /** As it was sent; the published one carries the entries of its look-up tables besides. */
  drafted: FormDefinition
  definition: FormDefinition
}

/**
 * What becomes of the shared draft when its form was published. When it holds nothing beyond the new version it is
 * closed. When a colleague's changes are in it besides, it goes on as a draft made from the new version, if that can be
 * merged; if not it stays as it is, and whoever publishes it is told that a version came between.
 */
export async function closePublishedDraft(
  ctx: ProcedureContext<Actor>,
  { formId, version, drafted, definition }: PublishedDraft,
): Promise<void> {
  const [draft] = await ctx.tx
    .select()
    .from(definitionDrafts)
    .where(eq(definitionDrafts.formId, formId))
    .for('update')
  if (!draft || draft.closed) return
  const isDrafted = isSame(draft.definition, drafted)
  const rest = isDrafted ? definition : await findRest(ctx, draft, definition)
  if (!rest) return
  const isDone = isSame(rest, definition)
  const next = {
    revision: draft.revision + 1,
    definition: rest,
    baseVersion: version,
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
    closed: isDone ? ('published' as const) : null,
  }
  await ctx.tx.update(definitionDrafts).set(next).where(eq(definitionDrafts.formId, formId))
}

/** The draft on top of what was published; undefined when the two cannot be put together by themselves. */
async function findRest(
  ctx: ProcedureContext<Actor>,
  draft: { formId: string; definition: FormDefinition; baseVersion: number | null },
  published: FormDefinition,
): Promise<FormDefinition | undefined> {
  if (draft.baseVersion === null) return undefined
  const base = await getFormVersion(ctx, draft.formId, draft.baseVersion)
  const { definition, conflicts } = mergeDrafts({ base, mine: draft.definition, theirs: published })
  return conflicts.length === 0 ? definition : undefined
}
