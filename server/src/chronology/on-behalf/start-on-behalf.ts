import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listQuestions } from '@send/shared/forms/form-definition'
import { emptyChildDetails } from '@send/shared/forms/questions/child-details'
import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { newId } from '@send/shared/values/ids'
import { typedDateOf } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getPerson } from '../../people/find-person.ts'
import { requirePossibleDay } from '../../submissions/form-origins.ts'
import { formOrigins } from '../../submissions/tables.ts'
import { seesPeople } from '../internal-forms/internal-form-access.ts'
import { internalFormAnswers, internalForms } from '../internal-forms/tables.ts'
import { findLiveForm } from './live-forms.ts'
import { requireEntersForms } from './require-enters-forms.ts'

type Starting = { formId: string; origin: FormOrigin; personId?: string | undefined }

/**
 * Begins a live form of the portals for somebody who gave it on paper or said it, in its latest version. Begun from a
 * person's record, its question about the child is filled in with that; the form is no more tied to the record than
 * any other, because who its child is, is settled in suspense.
 */
export async function startOnBehalf(
  ctx: ProcedureContext<Actor>,
  { formId, origin, personId }: Starting,
): Promise<{ internalFormId: string }> {
  requireEntersForms(ctx)
  requirePossibleDay(ctx, origin)
  const live = await findLiveForm(ctx, formId)
  if (!live) throw notFound()
  const [internalFormId, originId] = [newId(), newId()]
  const [by, now, version] = [ctx.actor.userId, ctx.now(), live.form.latestVersion]
  await ctx.tx.insert(formOrigins).values({ id: originId, ...origin })
  await ctx.tx.insert(internalForms).values({
    id: internalFormId,
    formId,
    formVersion: version,
    originId,
    status: 'unfinished',
    revision: 1,
    startedBy: by,
    startedAt: now,
    changedBy: by,
    changedAt: now,
  })
  if (personId !== undefined) await nameChild(ctx, { internalFormId, definition: live.definition, personId })
  await ctx.audit({
    action: 'onBehalf.start',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId: personId ?? null,
    details: { formId, version, channel: origin.channel, receivedOn: origin.receivedOn },
  })
  return { internalFormId }
}

type Naming = { internalFormId: string; definition: FormDefinition; personId: string }

async function nameChild(
  ctx: ProcedureContext<Actor>,
  { internalFormId, definition, personId }: Naming,
): Promise<void> {
  if (!seesPeople(ctx)) throw notFound()
  const { givenNames, familyName, dateOfBirth, sex, postcode, upn } = await getPerson(ctx, personId)
  const question = listQuestions(definition).find(({ type }) => type === 'childDetails')
  if (!question) return
  const value = {
    ...emptyChildDetails(),
    givenNames,
    familyName,
    sex: sex ?? '',
    postcode: postcode ?? '',
    upn: upn ?? '',
    ...(dateOfBirth !== null && { dateOfBirth: typedDateOf(dateOfBirth) }),
  }
  const origin = { revision: 1, windowId: internalFormId, saveNumber: 0 }
  await ctx.tx.insert(internalFormAnswers).values({
    internalFormId,
    questionId: question.id,
    value,
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
    ...origin,
  })
}
