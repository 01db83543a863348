import { bankContentOf, nextRevision } from '@send/shared/forms/bank/bank-question'
import { findBankProblem } from '@send/shared/forms/bank/bank-problems'
import type { Question } from '@send/shared/forms/questions/question-types'
import { isSame } from '@send/shared/forms/merging/same-value'
import { and, eq, ne } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { bankQuestions, bankRevisions } from './tables.ts'

export type SaveBankQuestion = {
  questionId: string
  /** The row version that was changed; null for a new question. */
  baseRowVersion: number | null
  code: string
  externalCode: string | null
  content: Question
}

export type SavedBankQuestion =
  | { outcome: 'saved'; revision: number; rowVersion: number }
  | { outcome: 'codeTaken' }
  | { outcome: 'refused'; sentence: string }
  | { outcome: 'changedMeanwhile'; by: string; at: string }

/**
 * Makes a question of the bank or changes it: the newest revision as long as it is not frozen, else the next one.
 * Refused where somebody else changed it since, and where its code would change although forms were published with it.
 */
export async function saveBankQuestion(
  ctx: ProcedureContext<Actor>,
  request: SaveBankQuestion,
): Promise<SavedBankQuestion> {
  const { questionId, baseRowVersion, code, externalCode } = request
  const { content } = bankContentOf(request.content)
  const [existing] = await ctx.tx
    .select()
    .from(bankQuestions)
    .where(eq(bankQuestions.id, questionId))
    .for('update')
  if (!existing && baseRowVersion !== null) throw notFound()
  if ((existing?.rowVersion ?? null) !== baseRowVersion) return changedMeanwhile(ctx, questionId)
  const latest = existing && (await findLatest(ctx, questionId, existing.latestRevision))
  // There is a second revision only because a form was published with the first.
  const isUsed = latest !== undefined && (latest.number > 1 || latest.status === 'frozen')
  if (isUsed && existing?.code !== code) return { outcome: 'refused', sentence: codeStays }
  const problem = findBankProblem(content)
  if (problem) return { outcome: 'refused', sentence: problem }
  const [namesake] = await ctx.tx
    .select({ id: bankQuestions.id })
    .from(bankQuestions)
    .where(and(eq(bankQuestions.code, code), ne(bankQuestions.id, questionId)))
  if (namesake) return { outcome: 'codeTaken' }
  // Another external code alone says nothing else to whoever answers.
  const isUnchanged = latest !== undefined && isSame(latest.content, content)
  const revision = isUnchanged ? latest.number : nextRevision(latest)
  const rowVersion = (existing?.rowVersion ?? 0) + 1
  const changed = { changedAt: ctx.now(), changedBy: ctx.actor.userId }
  const row = { code, externalCode, latestRevision: revision, rowVersion, ...changed }
  if (existing) await ctx.tx.update(bankQuestions).set(row).where(eq(bankQuestions.id, questionId))
  else {
    // Somebody may make a question of this code in the same moment.
    const made = await ctx.tx
      .insert(bankQuestions)
      .values({ id: questionId, ...row })
      .onConflictDoNothing()
      .returning({ id: bankQuestions.id })
    if (made.length === 0) return { outcome: 'codeTaken' }
  }
  if (!isUnchanged)
    await ctx.tx
      .insert(bankRevisions)
      .values({ questionId, number: revision, content, ...changed })
      .onConflictDoUpdate({
        target: [bankRevisions.questionId, bankRevisions.number],
        set: { content, ...changed },
      })
  await ctx.audit({
    action: 'forms.saveBankQuestion',
    objectKind: 'bankQuestion',
    objectId: questionId,
    details: { code, revision, externalCode },
  })
  return { outcome: 'saved', revision, rowVersion }
}

const codeStays =
  'Forms were published with this question, so its code stays. Make a new question for another code.'

async function findLatest(ctx: ProcedureContext, questionId: string, number: number) {
  const [found] = await ctx.tx
    .select()
    .from(bankRevisions)
    .where(and(eq(bankRevisions.questionId, questionId), eq(bankRevisions.number, number)))
  return found && { number, content: found.content, status: statusOf(found) }
}

/** Whether a revision may still be changed. */
export function statusOf({ frozenAt }: { frozenAt: Date | null }): 'frozen' | 'draft' {
  return frozenAt ? 'frozen' : 'draft'
}

async function changedMeanwhile(ctx: ProcedureContext, questionId: string): Promise<SavedBankQuestion> {
  const [latest] = await ctx.tx
    .select({ at: bankQuestions.changedAt, by: users.name })
    .from(bankQuestions)
    .innerJoin(users, eq(users.id, bankQuestions.changedBy))
    .where(eq(bankQuestions.id, questionId))
  return { outcome: 'changedMeanwhile', by: latest?.by ?? '', at: (latest?.at ?? ctx.now()).toISOString() }
}
