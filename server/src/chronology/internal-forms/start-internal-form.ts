import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getPerson, holdPerson } from '../../people/find-person.ts'
import { findStartable } from './current-forms.ts'
import { requireSeesPeople } from './internal-form-access.ts'
import { internalForms } from './tables.ts'

/** Begins an internal form on a person, pinned to the version that is current today. */
export async function startInternalForm(
  ctx: ProcedureContext<Actor>,
  { formId, personId }: { formId: string; personId: string },
): Promise<{ internalFormId: string }> {
  requireSeesPeople(ctx)
  await getPerson(ctx, personId)
  if (!(await holdPerson(ctx, personId))) throw notFound()
  const current = await findStartable(ctx, formId)
  if (!current) throw notFound()
  const internalFormId = newId()
  await ctx.tx.insert(internalForms).values({
    id: internalFormId,
    formId,
    formVersion: current.version,
    personId,
    status: 'unfinished',
    revision: 1,
    startedBy: ctx.actor.userId,
    startedAt: ctx.now(),
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
  })
  await ctx.audit({
    action: 'internalForms.start',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId,
    details: { formId, version: current.version },
  })
  return { internalFormId }
}
