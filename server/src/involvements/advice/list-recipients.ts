import { and, asc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import type { OrganisationKind } from '@send/shared/accounts/organisations'
import { statusOn } from '@send/shared/forms/form-lifecycle'
import type { Audience } from '@send/shared/forms/form-definition'
import { dateInLondon } from '@send/shared/values/plain-date'
import { partOf } from '../../accounts/organisations/search-organisations.ts'
import { organisations } from '../../accounts/organisations/tables.ts'
import { listWorkers } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { isForPortals } from '../../forms/list-available-forms.ts'
import { formVersions, forms } from '../../forms/tables.ts'

export type Recipient = {
  organisationId: string
  name: string
  kind: OrganisationKind
  /** Who of it could be asked by name; with nobody here, nobody could read a request. */
  professionals: { userId: string; name: string; jobTitle: string | null }[]
}

const mostFound = 20

/** Open organisations by a part of the name or by the URN, with whom of them could be asked; at most 20. */
export async function listRecipients(
  ctx: ProcedureContext<Actor>,
  text: string,
): Promise<{ recipients: Recipient[]; more: boolean }> {
  const isMeant = or(ilike(organisations.name, partOf(text)), eq(organisations.urn, text))
  const rows = await ctx.tx
    .select()
    .from(organisations)
    .where(and(isNull(organisations.closedAt), isMeant))
    .orderBy(asc(organisations.name))
    .limit(mostFound + 1)
  const recipients: Recipient[] = []
  for (const { id, name, kind } of rows.slice(0, mostFound)) {
    const workers = await listWorkers(ctx, id)
    recipients.push({
      organisationId: id,
      name,
      kind,
      professionals: workers.map(({ userId, name: called, jobTitle }) => ({
        userId,
        name: called,
        jobTitle,
      })),
    })
  }
  return { recipients, more: rows.length > mostFound }
}

/** The live forms for professionals, by title: what advice can be asked on. */
export async function listAdviceForms(
  ctx: ProcedureContext<Actor>,
): Promise<{ forms: { formId: string; code: string; title: string }[] }> {
  const audience = sql<Audience>`${formVersions.definition}->>'audience'`
  const rows = await ctx.tx
    .select({ form: forms, definition: formVersions.definition })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .where(and(eq(forms.live, true), eq(audience, 'professionals')))
  const today = dateInLondon(ctx.now())
  const open = rows.filter(
    ({ form, definition }) => isForPortals(definition) && statusOn(form, today) === 'live',
  )
  const listed = open.map(({ form, definition }) => ({
    formId: form.id,
    code: form.code,
    title: definition.title.en,
  }))
  return { forms: listed.toSorted((a, b) => a.title.localeCompare(b.title, 'en')) }
}
