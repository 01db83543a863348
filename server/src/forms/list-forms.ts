import type { Audience } from '@send/shared/forms/form-definition'
import { liveStateOn, type LiveState } from '@send/shared/forms/form-lifecycle'
import {
  versionStateOn,
  type DatedVersion,
  type VersionState,
} from '@send/shared/forms/versions/effective-versions'
import { dateInLondon } from '@send/shared/values/plain-date'
import { asc, eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { ProcedureContext } from '../context.ts'
import { isForPortals } from './list-available-forms.ts'
import { formVersions, forms } from './tables.ts'

export type PublishedVersion = {
  number: number
  publishedAt: string
  publishedBy: string
  /** From when a version of an internal form is valid, and how it stands today; null for forms of the portals. */
  effective: { from: string; state: VersionState } | null
}

export type ListedForm = {
  formId: string
  code: string
  title: string
  family: 'portal' | 'internal'
  audience: Audience
  live: boolean
  liveFrom: string | null
  liveUntil: string | null
  /** Whether people may start it today, and if not, why. */
  liveState: LiveState
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
  const today = dateInLondon(ctx.now())
  const byForm = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const known = byForm.get(row.form.id)
    if (known) known.push(row)
    else byForm.set(row.form.id, [row])
  }
  return { forms: [...byForm.values()].map((ofForm) => describe(ofForm, today)) }
}

type Row = {
  form: typeof forms.$inferSelect
  version: typeof formVersions.$inferSelect
  publisher: string
}

function describe(rows: [Row, ...Row[]], today: string): ListedForm {
  const [{ form }] = rows
  const { definition } = (rows.at(-1) ?? rows[0]).version
  const dated = rows.flatMap(({ version: { number, effectiveFrom } }): DatedVersion[] =>
    effectiveFrom ? [{ number, effectiveFrom }] : [],
  )
  return {
    formId: form.id,
    code: form.code,
    title: definition.title.en,
    family: isForPortals(definition) ? 'portal' : 'internal',
    audience: definition.audience,
    live: form.live,
    liveFrom: form.liveFrom,
    liveUntil: form.liveUntil,
    liveState: liveStateOn(form, today),
    versions: rows.map(({ version: { number, publishedAt, effectiveFrom: from }, publisher }) => ({
      number,
      publishedAt: publishedAt.toISOString(),
      publishedBy: publisher,
      effective: from ? { from, state: versionStateOn({ number, effectiveFrom: from }, dated, today) } : null,
    })),
  }
}
