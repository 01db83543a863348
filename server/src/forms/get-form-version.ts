import { and, eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Services, WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { formVersions } from './tables.ts'

const mostKept = 200
const kept = new WeakMap<Services, Map<string, FormDefinition>>()

/**
 * The definition of one published version; throws not-found. A version never changes, so the last read ones are
 * kept, frozen, by the process. It is not for the transaction that publishes: what that reads may be rolled back.
 */
export async function getFormVersion(
  ctx: WorkContext,
  formId: string,
  version: number,
): Promise<FormDefinition> {
  const known = kept.get(ctx.services) ?? new Map<string, FormDefinition>()
  kept.set(ctx.services, known)
  const key = `${formId} ${version}`
  const definition = known.get(key) ?? (await readFormVersion(ctx, formId, version))
  // Put last again: what was not asked for longest goes first.
  known.delete(key)
  known.set(key, definition)
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break
    known.delete(oldest)
  }
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

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
