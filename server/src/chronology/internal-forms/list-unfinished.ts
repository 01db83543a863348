import { and, desc, eq, or } from 'drizzle-orm'
import { isAllowed } from '@send/shared/accounts/access-list'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { getPerson } from '../../people/find-person.ts'
import { people } from '../../people/tables.ts'
import { accessListOf, requireSeesPeople } from './internal-form-access.ts'
import { internalForms } from './tables.ts'

export type UnfinishedForm = {
  internalFormId: string
  personId: string
  personName: string
  title: string
  version: number
  startedAt: string
  changedBy: string
  changedAt: string
  isAmendment: boolean
}

/** The unfinished forms of a person that the asker may read, the last changed first. */
export async function listUnfinishedOf(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<{ forms: UnfinishedForm[] }> {
  requireSeesPeople(ctx)
  await getPerson(ctx, personId)
  const forms = await listReadable(ctx, { personId })
  const details = { forms: forms.length }
  await ctx.audit({
    action: 'internalForms.list',
    objectKind: 'person',
    objectId: personId,
    personId,
    details,
  })
  return { forms }
}

/** The unfinished forms that the asker began or was the last to change, of everybody, the last changed first. */
export async function listMyUnfinished(ctx: ProcedureContext<Actor>): Promise<{ forms: UnfinishedForm[] }> {
  requireSeesPeople(ctx)
  const forms = await listReadable(ctx, { userId: ctx.actor.userId })
  const details = { forms: forms.length, people: [...new Set(forms.map(({ personId }) => personId))] }
  await ctx.audit({ action: 'internalForms.listMine', objectKind: 'forms', objectId: 'unfinished', details })
  return { forms }
}

async function listReadable(
  ctx: ProcedureContext<Actor>,
  of: { personId: string } | { userId: string },
): Promise<UnfinishedForm[]> {
  const whose =
    'personId' in of
      ? eq(internalForms.personId, of.personId)
      : or(eq(internalForms.startedBy, of.userId), eq(internalForms.changedBy, of.userId))
  const rows = await ctx.tx
    .select({
      form: internalForms,
      personId: people.id,
      givenNames: people.givenNames,
      familyName: people.familyName,
      changedBy: users.name,
    })
    .from(internalForms)
    .innerJoin(people, eq(people.id, internalForms.personId))
    .innerJoin(users, eq(users.id, internalForms.changedBy))
    .where(and(whose, eq(internalForms.status, 'unfinished')))
    .orderBy(desc(internalForms.changedAt))
  const readable: UnfinishedForm[] = []
  for (const { form, personId, givenNames, familyName, changedBy } of rows) {
    const definition = await getFormVersion(ctx, form.formId, form.formVersion)
    if (!isAllowed(await accessListOf(ctx, form, definition), ctx.actor, 'read')) continue
    readable.push({
      internalFormId: form.id,
      personId,
      personName: `${givenNames} ${familyName}`.trim(),
      title: definition.title.en,
      version: form.formVersion,
      startedAt: form.startedAt.toISOString(),
      changedBy,
      changedAt: form.changedAt.toISOString(),
      isAmendment: form.amendsEntryId !== null,
    })
  }
  return readable
}
