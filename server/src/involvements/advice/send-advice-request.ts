import { and, eq, isNull } from 'drizzle-orm'
import { isOpenAdvice, adviceState, latestAdviceDay } from '@send/shared/involvements/advice-request'
import { statusOn } from '@send/shared/forms/form-lifecycle'
import { newId } from '@send/shared/values/ids'
import { comparePlainDates, dateInLondon, type PlainDate } from '@send/shared/values/plain-date'
import { lockOrganisation } from '../../accounts/organisations/membership.ts'
import { listWorkers } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { isForPortals } from '../../forms/list-available-forms.ts'
import { forms } from '../../forms/tables.ts'
import { holdPerson } from '../../people/find-person.ts'
import { mailAdvice, whoIsTold } from './mail-advice.ts'
import { adviceRequests } from './tables.ts'
import { sentAt } from './visible-advice.ts'

export type NewAdviceRequest = {
  personId: string
  organisationId: string
  namedUserId?: string | undefined
  formId: string
  dueOn: PlainDate
  note?: string | undefined
}

/**
 * Asks an organisation for advice about a child, and thereby tells those who work for it who the child is. Refused when
 * nobody there could read it, and when the same is asked of them already.
 */
export async function sendAdviceRequest(
  ctx: ProcedureContext<Actor>,
  request: NewAdviceRequest,
): Promise<{ adviceRequestId: string }> {
  const { personId, organisationId, namedUserId, formId, dueOn, note } = request
  const askedOn = dateInLondon(ctx.now())
  if (comparePlainDates(dueOn, askedOn) < 0 || comparePlainDates(dueOn, latestAdviceDay(askedOn)) > 0)
    throw new SendError('bad-input', 'The advice must be due from today on, within a year.')
  // Before the person is held: nobody joins, leaves or asks the same meanwhile.
  await lockOrganisation(ctx, organisationId)
  if (!(await holdPerson(ctx, personId))) throw notFound()
  await requireFormForProfessionals(ctx, formId)
  const workers = await listWorkers(ctx, organisationId)
  if (workers.length === 0)
    throw new SendError(
      'conflict',
      'Nobody of this organisation is verified, so nobody could read the request.',
    )
  if (namedUserId !== undefined && !workers.some(({ userId }) => userId === namedUserId))
    throw new SendError(
      'conflict',
      'This professional does not work for the organisation, or is not verified.',
    )
  await requireNotAsked(ctx, request)
  const adviceRequestId = newId()
  await ctx.tx.insert(adviceRequests).values({
    id: adviceRequestId,
    personId,
    organisationId,
    namedUserId: namedUserId ?? null,
    formId,
    askedBy: ctx.actor.userId,
    askedAt: ctx.now(),
    askedOn,
    dueOn,
    note: note === undefined || note === '' ? null : note,
    heldBy: namedUserId ?? null,
  })
  await mailAdvice(ctx, whoIsTold(workers, namedUserId ?? null), 'mail.adviceAsked', {
    adviceRequestId,
    dueOn,
  })
  await ctx.audit({
    action: 'advice.send',
    objectKind: 'adviceRequest',
    objectId: adviceRequestId,
    personId,
    details: { organisationId, namedUserId, formId, dueOn },
  })
  return { adviceRequestId }
}

async function requireFormForProfessionals(ctx: ProcedureContext<Actor>, formId: string): Promise<void> {
  const [form] = await ctx.tx.select().from(forms).where(eq(forms.id, formId))
  if (!form || statusOn(form, dateInLondon(ctx.now())) !== 'live') throw notFound()
  const definition = await getFormVersion(ctx, formId, form.latestVersion)
  if (!isForPortals(definition) || definition.audience !== 'professionals') throw notFound()
}

/** Somebody who answers twice has been asked by mistake. */
async function requireNotAsked(
  ctx: ProcedureContext<Actor>,
  { personId, organisationId, formId, namedUserId }: NewAdviceRequest,
): Promise<void> {
  const rows = await ctx.tx
    .select({ request: adviceRequests, sentAt })
    .from(adviceRequests)
    .where(
      and(
        eq(adviceRequests.personId, personId),
        eq(adviceRequests.organisationId, organisationId),
        eq(adviceRequests.formId, formId),
        namedUserId === undefined
          ? isNull(adviceRequests.namedUserId)
          : eq(adviceRequests.namedUserId, namedUserId),
      ),
    )
  if (rows.some((row) => isOpenAdvice(adviceState({ ...row.request, sentAt: row.sentAt }))))
    throw new SendError('conflict', 'This is asked of them already, and they have not answered yet.')
}
