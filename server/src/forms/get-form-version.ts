import { and, eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { frozen } from '@send/shared/values/frozen'
import { createRecentlyUsed, type RecentlyUsed } from '@send/shared/values/recently-used'
import type { Services, WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { formVersions } from './tables.ts'

const mostKept = 200
const kept = new WeakMap<Services, RecentlyUsed<FormDefinition>>()

/**
 * The definition of one published version; throws not-found. A version never changes, so the last read ones are
 * kept, frozen, by the process. It is not for the transaction that publishes: what that reads may be rolled back.
 */
export async function getFormVersion(
  ctx: WorkContext,
  formId: string,
  version: number,
): Promise<FormDefinition> {
  const known = kept.get(ctx.services) ?? createRecentlyUsed<FormDefinition>(mostKept)
  kept.set(ctx.services, known)
  const key = `${formId} ${version}`
  const definition = known.get(key) ?? (await readFormVersion(ctx, formId, version))
  known.set(key, definition)
  return definition
}

async function readFormVersion(ctx: WorkContext, formId: string, version: number): Promise<FormDefinition> {
  const [found] = await ctx.tx
    .select({ definition: formVersions.definition })
    .from(formVersions)
    .where(and(eq(formVersions.formId, formId), eq(formVersions.number, version)))
  if (!found) throw notFound()
  return frozen(found.definition)
}
