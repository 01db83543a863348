import type { FormDefinition } from '@send/shared/forms/form-definition'
import { changesInOneLine } from '@send/shared/forms/versions/change-in-words'
import { compareVersions } from '@send/shared/forms/versions/compare-versions'
import { asc, eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { formVersions } from './tables.ts'

export type VersionInHistory = {
  number: number
  publishedAt: string
  publishedBy: string
  /** What changed since the version before, in one line; null for the first. */
  changes: string | null
}

/** All versions of a form, the newest first, each with what changed; throws not-found. */
export async function listVersions(
  ctx: ProcedureContext,
  formId: string,
): Promise<{ versions: VersionInHistory[] }> {
  const rows = await ctx.tx
    .select({ version: formVersions, publishedBy: users.name })
    .from(formVersions)
    .innerJoin(users, eq(users.id, formVersions.publishedBy))
    .where(eq(formVersions.formId, formId))
    .orderBy(asc(formVersions.number))
  if (rows.length === 0) throw notFound()
  let before: FormDefinition | undefined
  const versions: VersionInHistory[] = []
  for (const { version, publishedBy } of rows) {
    const { number, publishedAt, definition } = version
    const changes = before ? changesInOneLine(compareVersions(before, definition)) : null
    versions.unshift({ number, publishedAt: publishedAt.toISOString(), publishedBy, changes })
    before = definition
  }
  return { versions }
}
