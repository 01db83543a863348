import { eq } from 'drizzle-orm'
import type { Answers } from '@send/shared/forms/answers'
import type { PersonFact } from '@send/shared/forms/conditions/operand'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { evaluateForm, type FormState } from '@send/shared/forms/logic/evaluate'
import { dateInLondon } from '@send/shared/values/plain-date'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { internalFormAnswers } from './tables.ts'

export type KeptAnswer = typeof internalFormAnswers.$inferSelect & { byName: string }

/** The answers of an unfinished form with who typed each. */
export async function listKeptAnswers(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<KeptAnswer[]> {
  const rows = await ctx.tx
    .select({ answer: internalFormAnswers, byName: users.name })
    .from(internalFormAnswers)
    .innerJoin(users, eq(users.id, internalFormAnswers.changedBy))
    .where(eq(internalFormAnswers.internalFormId, internalFormId))
  return rows.map(({ answer, byName }) => ({ ...answer, byName }))
}

/** Kept answers by question. */
export function answersOf(kept: readonly Pick<KeptAnswer, 'questionId' | 'value'>[]): Answers {
  return Object.fromEntries(kept.map(({ questionId, value }) => [questionId, value])) as Answers
}

/** What follows from the answers today, for this person. */
export function stateToday(
  ctx: ProcedureContext<Actor>,
  definition: FormDefinition,
  { answers, person }: { answers: Answers; person: Partial<Record<PersonFact, string>> },
): FormState {
  return evaluateForm(definition, answers, { today: dateInLondon(ctx.now()), person })
}

/** The name of a member of staff. */
export async function nameOfUser(ctx: ProcedureContext<Actor>, userId: string): Promise<string> {
  const [found] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return found?.name ?? ''
}
