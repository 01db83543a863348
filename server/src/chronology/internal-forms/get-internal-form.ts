import { isAllowed } from '@send/shared/accounts/access-list'
import type { Answers } from '@send/shared/forms/answers'
import type { PersonFact } from '@send/shared/forms/conditions/operand'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getPerson } from '../../people/find-person.ts'
import { chronologyEntries } from '../tables.ts'
import { mayDiscard } from './discard-internal-form.ts'
import { notOpenAnyMore } from './form-files.ts'
import { getInternalForm } from './internal-form-access.ts'
import { personFactsOf } from './person-facts.ts'
import { answersOf, listKeptAnswers, nameOfUser } from './read-unfinished.ts'
import { suggestAnswers } from './suggest-answers.ts'

export type InternalFormDetails = {
  internalFormId: string
  personId: string
  definition: FormDefinition
  version: number
  answers: Answers
  revision: number
  startedBy: string
  startedAt: string
  changedBy: string
  changedAt: string
  amends: { reference: string; reason: string } | null
  personName: string
  person: Partial<Record<PersonFact, string>>
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
  const { form, definition, list } = opened
  if (form.status !== 'unfinished') throw notOpenAnyMore()
  const found = await getPerson(ctx, form.personId)
  const person = personFactsOf(found)
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
    definition,
    version: form.formVersion,
    answers,
    revision: form.revision,
    startedBy: await nameOfUser(ctx, form.startedBy),
    startedAt: form.startedAt.toISOString(),
    changedBy: await nameOfUser(ctx, form.changedBy),
    changedAt: form.changedAt.toISOString(),
    amends: form.amendsEntryId ? await describeAmended(ctx, form.amendsEntryId, form.reason) : null,
    personName: `${found.givenNames} ${found.familyName}`.trim(),
    person,
    today: dateInLondon(ctx.now()),
    suggested: await suggestAnswers(ctx, { definition, personId, person, answers }),
    may: { write: isAllowed(list, ctx.actor, 'write'), discard: mayDiscard(ctx, opened) },
  }
}

async function describeAmended(ctx: ProcedureContext<Actor>, entryId: string, reason: string | null) {
  const [entry] = await ctx.tx
    .select({ reference: chronologyEntries.reference })
    .from(chronologyEntries)
    .where(eq(chronologyEntries.id, entryId))
  return { reference: entry?.reference ?? '', reason: reason ?? '' }
}
