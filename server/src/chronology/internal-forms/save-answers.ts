import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import type { Answers } from '@send/shared/forms/answers'
import { findQuestion, type FormDefinition } from '@send/shared/forms/form-definition'
import { DeclarationAnswer, signDeclaration } from '@send/shared/forms/questions/declaration'
import { behaviourOf, type Answer, type QuestionType } from '@send/shared/forms/questions/question-types'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { lockInternalForm, type InternalForm } from './internal-form-access.ts'
import { listKeptAnswers, nameOfUser, type KeptAnswer } from './read-unfinished.ts'
import { settleRecords } from './settle-records.ts'
import { internalFormAnswers, internalForms } from './tables.ts'

export type SaveAnswers = {
  internalFormId: string
  /** The revision that the window last saw. */
  revision: number
  windowId: string
  /** Counts the saves of the window from 1. */
  saveNumber: number
  answers: Answers
}

/** What somebody else typed since the window last looked. */
export type Theirs = { questionId: string; value: Answer; by: string; at: string }

export type SavedAnswers =
  | { outcome: 'saved'; revision: number; savedAt: string; conflicts: Theirs[]; others: Theirs[] }
  | { outcome: 'closed'; status: InternalFormStatus; by: string; at: string }

/**
 * Keeps what was typed, right or wrong. An answer that somebody else changed since the window last looked is kept as they
 * left it and told as a conflict, with their name; everything else of the same save is saved. A repeated or late save
 * changes nothing.
 */
export async function saveAnswers(ctx: ProcedureContext<Actor>, request: SaveAnswers): Promise<SavedAnswers> {
  const { internalFormId, windowId, saveNumber } = request
  const { form, definition } = await lockInternalForm(ctx, internalFormId, 'write')
  if (!canOnInternalForm(form.status, 'save')) return closed(ctx, form)
  const kept = await listKeptAnswers(ctx, internalFormId)
  const typed = await settleRecords(ctx, definition, takeAnswers(definition, request.answers))
  const news = kept.filter((one) => one.revision > request.revision && one.windowId !== windowId)
  const conflicts = news.filter(
    ({ questionId, value }) => questionId in typed && !isDeepStrictEqual(value, typed[questionId]),
  )
  const held = new Set(conflicts.map(({ questionId }) => questionId))
  const before = new Map(kept.map((one) => [one.questionId, one]))
  const changed = Object.entries(typed).flatMap(([questionId, value]) => {
    const known = before.get(questionId)
    const isLate = known?.windowId === windowId && known.saveNumber >= saveNumber
    const signed = signedToday(ctx, value, known)
    return held.has(questionId) || isLate || isDeepStrictEqual(known?.value, signed)
      ? []
      : [{ questionId, value: signed }]
  })
  const revision = changed.length > 0 ? form.revision + 1 : form.revision
  const changedAt = ctx.now()
  if (changed.length > 0) {
    const by = { changedBy: ctx.actor.userId, changedAt, revision, windowId, saveNumber }
    await ctx.tx
      .insert(internalFormAnswers)
      .values(changed.map((answer) => ({ internalFormId, ...answer, ...by })))
      .onConflictDoUpdate({
        target: [internalFormAnswers.internalFormId, internalFormAnswers.questionId],
        set: { value: sql`excluded.value`, ...by },
      })
    await ctx.tx
      .update(internalForms)
      .set({ revision, changedBy: ctx.actor.userId, changedAt })
      .where(eq(internalForms.id, internalFormId))
  }
  await ctx.audit({
    action: 'internalForms.save',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId: form.personId,
    details: { revision, questions: changed.length, conflicts: conflicts.length },
  })
  return {
    outcome: 'saved',
    revision,
    savedAt: changedAt.toISOString(),
    conflicts: conflicts.map(toTheirs),
    others: news.filter(({ questionId }) => !held.has(questionId)).map(toTheirs),
  }
}

/** What nobody types. */
const notTyped: readonly QuestionType[] = ['calculated', 'guidance', 'file']

/** The answers in the shape of their questions; one that nobody asked for is a mistake of the client. */
function takeAnswers(definition: FormDefinition, answers: Answers): Answers {
  const taken: Answers = {}
  for (const [questionId, answer] of Object.entries(answers)) {
    const question = findQuestion(definition, questionId)
    const parsed =
      question && !notTyped.includes(question.type) ? behaviourOf(question).parse(answer) : undefined
    if (parsed === undefined) throw new SendError('bad-input', 'Some answers do not belong to this form.')
    taken[questionId] = parsed
  }
  return taken
}

/** The date of a signature is the server's alone. */
function signedToday(ctx: ProcedureContext<Actor>, value: Answer, known: KeptAnswer | undefined): Answer {
  const declaration = DeclarationAnswer.safeParse(value)
  if (!declaration.success) return value
  const before = DeclarationAnswer.safeParse(known?.value)
  return signDeclaration(declaration.data, before.data, dateInLondon(ctx.now()))
}

/** What is said to somebody who still has a form open that was completed or discarded meanwhile. */
export async function closed(
  ctx: ProcedureContext<Actor>,
  { status, changedBy, changedAt }: InternalForm,
): Promise<Extract<SavedAnswers, { outcome: 'closed' }>> {
  return { outcome: 'closed', status, by: await nameOfUser(ctx, changedBy), at: changedAt.toISOString() }
}

function toTheirs({ questionId, value, byName, changedAt }: KeptAnswer): Theirs {
  return { questionId, value: value as Answer, by: byName, at: changedAt.toISOString() }
}
