import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { isAllowed } from '@send/shared/accounts/access-list'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import { forms, formVersions } from '../../forms/tables.ts'

export type StartableForm = {
  formId: string
  code: string
  title: string
  version: number
  effectiveFrom: string
}

/** The internal forms that the asker may begin today, each in the version that is current, by title. */
export async function listStartable(ctx: ProcedureContext<Actor>): Promise<{ forms: StartableForm[] }> {
  const rows = await currentVersions(ctx)
  const allowed = rows.filter(({ definition }) => mayBegin(ctx, definition))
  return {
    forms: allowed
      .map(({ formId, code, definition, version, effectiveFrom }) => ({
        formId,
        code,
        title: definition.title.en,
        version,
        effectiveFrom: effectiveFrom ?? '',
      }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
  }
}

/** The version of an internal form that is current today and that the asker may begin, or undefined. */
export async function findStartable(ctx: ProcedureContext<Actor>, formId: string) {
  const [current] = await currentVersions(ctx, formId)
  return current && mayBegin(ctx, current.definition) ? current : undefined
}

type Definition = typeof formVersions.$inferSelect.definition

function mayBegin(ctx: ProcedureContext<Actor>, { accessList }: Definition): boolean {
  return isAllowed(accessList, ctx.actor, 'read') && isAllowed(accessList, ctx.actor, 'write')
}

/** Of each internal form the version that began last until today, of two on one day the newer; see decision 0020. */
function currentVersions(ctx: ProcedureContext<Actor>, formId?: string) {
  const begun = lte(formVersions.effectiveFrom, dateInLondon(ctx.now()))
  return ctx.tx
    .selectDistinctOn([formVersions.formId], {
      formId: formVersions.formId,
      code: forms.code,
      version: formVersions.number,
      effectiveFrom: formVersions.effectiveFrom,
      definition: formVersions.definition,
    })
    .from(formVersions)
    .innerJoin(forms, eq(forms.id, formVersions.formId))
    .where(formId ? and(begun, eq(formVersions.formId, formId)) : begun)
    .orderBy(asc(formVersions.formId), desc(formVersions.effectiveFrom), desc(formVersions.number))
}
