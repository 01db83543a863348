import type { Audience, FormPurpose } from '@send/shared/forms/form-definition'
import { canOnForm, statusOn } from '@send/shared/forms/form-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor, ProcedureContext } from '../../context.ts'
import { isForPortals } from '../../forms/list-available-forms.ts'
import { forms, formVersions } from '../../forms/tables.ts'

export type LiveForm = {
  formId: string
  code: string
  version: number
  title: string
  audience: Audience
  purpose: z.infer<typeof FormPurpose>
}

/** The forms of the portals that people may start today, by title. */
export async function listLiveForms(ctx: ProcedureContext<Actor>): Promise<{ forms: LiveForm[] }> {
  const listed = (await readLive(ctx)).map(({ form, definition: { title, audience, purpose } }) => ({
    formId: form.id,
    code: form.code,
    version: form.latestVersion,
    title: title.en,
    audience,
    purpose,
  }))
  return { forms: listed.toSorted((a, b) => a.title.localeCompare(b.title, 'en')) }
}

/** The form of the portals that people may start today, in its latest version; undefined where there is none. */
export async function findLiveForm(ctx: ProcedureContext<Actor>, formId: string) {
  const [found] = await readLive(ctx, formId)
  return found
}

async function readLive(ctx: ProcedureContext<Actor>, formId?: string) {
  const rows = await ctx.tx
    .select({ form: forms, definition: formVersions.definition })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .where(and(eq(forms.live, true), formId === undefined ? undefined : eq(forms.id, formId)))
  const today = dateInLondon(ctx.now())
  return rows.filter(
    ({ form, definition }) => isForPortals(definition) && canOnForm(statusOn(form, today), 'start'),
  )
}
