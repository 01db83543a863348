import { and, eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { formVersions } from './tables.ts'

/** The definition of one published version; throws not-found. */
export async function getFormVersion(
  ctx: WorkContext,
  formId: string,
  version: number,
): Promise<FormDefinition> {
  const [found] = await ctx.tx
    .select({ definition: formVersions.definition })
    .from(formVersions)
    .where(and(eq(formVersions.formId, formId), eq(formVersions.number, version)))
  if (!found) throw notFound()
  return found.definition
}
