import { eq } from 'drizzle-orm'
import type { SharedDraft } from '@send/shared/forms/shared-draft'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { definitionDrafts } from './tables.ts'

/** The shared draft of a form, closed ones too; throws not-found. */
export async function getDraft(ctx: ProcedureContext, formId: string): Promise<SharedDraft> {
  const [found] = await ctx.tx
    .select({ draft: definitionDrafts, name: users.name })
    .from(definitionDrafts)
    .innerJoin(users, eq(users.id, definitionDrafts.changedBy))
    .where(eq(definitionDrafts.formId, formId))
  if (!found) throw notFound()
  const { revision, baseVersion, definition, changedBy, changedAt, closed } = found.draft
  return {
    formId,
    revision,
    baseVersion,
    definition,
    changedBy: { userId: changedBy, name: found.name },
    changedAt: changedAt.toISOString(),
    closed,
  }
}
