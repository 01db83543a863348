import type { Officer } from '@send/shared/forms/shared-draft'
import { desc, eq, isNull, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { definitionDrafts } from './tables.ts'

export type ListedDraft = {
  formId: string
  revision: number
  baseVersion: number | null
  code: string
  title: string
  changedBy: Officer
  changedAt: string
}

/** The drafts that officers work on, newest first, without what is in them. */
export async function listDrafts(ctx: ProcedureContext): Promise<{ drafts: ListedDraft[] }> {
  const { definition } = definitionDrafts
  const rows = await ctx.tx
    .select({
      formId: definitionDrafts.formId,
      revision: definitionDrafts.revision,
      baseVersion: definitionDrafts.baseVersion,
      code: sql<string>`${definition}->>'code'`,
      title: sql<string>`${definition}->'title'->>'en'`,
      userId: definitionDrafts.changedBy,
      name: users.name,
      changedAt: definitionDrafts.changedAt,
    })
    .from(definitionDrafts)
    .innerJoin(users, eq(users.id, definitionDrafts.changedBy))
    .where(isNull(definitionDrafts.closed))
    .orderBy(desc(definitionDrafts.changedAt))
  const drafts = rows.map(({ userId, name, changedAt, ...draft }) => ({
    ...draft,
    changedBy: { userId, name },
    changedAt: changedAt.toISOString(),
  }))
  return { drafts }
}
