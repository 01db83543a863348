import type { FormDefinition } from '@send/shared/forms/form-definition'
import { canOnForm, statusOn } from '@send/shared/forms/form-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { isForPortals } from './list-available-forms.ts'
import { forms, formVersions } from './tables.ts'

export type BlankForm = {
  /** Who may read it once it was sent is not told. */
  definition: Omit<FormDefinition, 'accessList'>
  version: number
  publishedAt: string
}

/** What a live form of the portals asks, in its latest version, for anybody who would fill it in by hand; any other is not found. */
export async function getBlankForm(ctx: WorkContext, formId: string): Promise<BlankForm> {
  const [found] = await ctx.tx
    .select({ form: forms, version: formVersions })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .where(eq(forms.id, formId))
  if (!found || !canOnForm(statusOn(found.form, dateInLondon(ctx.now())), 'start')) throw notFound()
  const { definition: whole, number, publishedAt } = found.version
  if (!isForPortals(whole)) throw notFound()
  const { accessList: _, ...definition } = whole
  return { definition, version: number, publishedAt: publishedAt.toISOString() }
}
