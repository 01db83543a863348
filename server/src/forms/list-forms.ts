import { asc, eq } from 'drizzle-orm'
import type { Audience } from '@send/shared/forms/form-definition'
import { users } from '../accounts/tables.ts'
import type { ProcedureContext } from '../context.ts'
import { formVersions, forms } from './tables.ts'

export type PublishedVersion = { number: number; publishedAt: string; publishedBy: string }
export type ListedForm = {
  formId: string
  code: string
  title: string
  audience: Audience
  live: boolean
  versions: PublishedVersion[]
}

/** All published forms by code, each with its versions; title and audience are those of the latest. */
export async function listForms(ctx: ProcedureContext): Promise<{ forms: ListedForm[] }> {
  const rows = await ctx.tx
    .select({ form: forms, version: formVersions, publisher: users.name })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.formId, forms.id))
    .innerJoin(users, eq(users.id, formVersions.publishedBy))
    .orderBy(asc(forms.code), asc(formVersions.number))
  const listed = new Map<string, ListedForm>()
  for (const { form, version, publisher } of rows) {
    const { title, audience } = version.definition
    const known = listed.get(form.id) ?? {
      formId: form.id,
      code: form.code,
      live: form.live,
      versions: [],
      title: '',
      audience,
    }
    const { number, publishedAt } = version
    const versions = [
      ...known.versions,
      { number, publishedAt: publishedAt.toISOString(), publishedBy: publisher },
    ]
    listed.set(form.id, { ...known, title: title.en, audience, versions })
  }
  return { forms: [...listed.values()] }
}
