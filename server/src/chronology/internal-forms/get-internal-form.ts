import { isAllowed } from '@send/shared/accounts/access-list'
import type { Answers } from '@send/shared/forms/answers'
import type { PersonFact } from '@send/shared/forms/conditions/operand'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { asksForSignature } from '@send/shared/submissions/paper-page'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { getPerson } from '../../people/find-person.ts'
import type { Origin } from '../../submissions/form-origins.ts'
import { chronologyEntries } from '../tables.ts'
import { mayDiscard } from './discard-internal-form.ts'
import { notOpenAnyMore } from './form-files.ts'
import { getInternalForm, type InternalForm } from './internal-form-access.ts'
import { personFactsOf } from './person-facts.ts'
import { answersOf, listKeptAnswers, nameOfUser } from './read-unfinished.ts'
import { suggestAnswers } from './suggest-answers.ts'

export type InternalFormDetails = {
  internalFormId: string
  /** Null, as is the name, of a form that is entered for somebody: then its origin says from whom it came. */
  personId: string | null
  origin: (FormOrigin & { asksForSignature: boolean }) | null
  definition: FormDefinition
  version: number
  answers: Answers
  revision: number
  startedBy: string
  startedAt: string
  changedBy: string
  changedAt: string
  amends: { reference: string; reason: string } | null
  personName: string | null
  person: Partial<Record<PersonFact, string>>
  /** The day by which its conditions and limits are read: of an entered form, that of its receipt. */
  today: string
  /** Answers that the person's record or an earlier form would give; nothing is taken over before somebody says so. */
  suggested: Answers
  may: { write: boolean; discard: boolean }
}

/** An unfinished form with all that is needed to fill it in. */
export async function getInternalFormDetails(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<InternalFormDetails> {
  const opened = await getInternalForm(ctx, internalFormId, 'read')
  const { form, definition, list, origin } = opened
  if (form.status !== 'unfinished') throw notOpenAnyMore()
  const found = form.personId === null ? null : await getPerson(ctx, form.personId)
  const person = found ? personFactsOf(found) : {}
  const answers = answersOf(await listKeptAnswers(ctx, internalFormId))
  const { personId } = form
  await ctx.audit({
    action: 'internalForms.get',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId,
  })
  return {
    internalFormId,
    personId,
    origin: origin && (await describeOrigin(ctx, form, origin)),
    definition,
    version: form.formVersion,
    answers,
    revision: form.revision,
    startedBy: await nameOfUser(ctx, form.startedBy),
    startedAt: form.startedAt.toISOString(),
    changedBy: await nameOfUser(ctx, form.changedBy),
    changedAt: form.changedAt.toISOString(),
    amends: form.amendsEntryId ? await describeAmended(ctx, form.amendsEntryId, form.reason) : null,
    personName: found && `${found.givenNames} ${found.familyName}`.trim(),
    person,
    today: origin?.receivedOn ?? dateInLondon(ctx.now()),
    suggested: personId === null ? {} : await suggestAnswers(ctx, { definition, personId, person, answers }),
    may: {
      write: origin !== null || isAllowed(list, ctx.actor, 'write'),
      discard: mayDiscard(ctx, opened),
    },
  }
}

async function describeOrigin(
  ctx: ProcedureContext<Actor>,
  { formId, formVersion }: InternalForm,
  { channel, receivedOn, fromName, fromRelationship, fromContact }: Origin,
) {
  const told = { channel, receivedOn, fromName, fromRelationship, fromContact }
  return { ...told, asksForSignature: asksForSignature(await getFormVersion(ctx, formId, formVersion)) }
}

async function describeAmended(ctx: ProcedureContext<Actor>, entryId: string, reason: string | null) {
  const [entry] = await ctx.tx
    .select({ reference: chronologyEntries.reference })
    .from(chronologyEntries)
    .where(eq(chronologyEntries.id, entryId))
  return { reference: entry?.reference ?? '', reason: reason ?? '' }
}
