import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listQuestions } from '@send/shared/forms/form-definition'
import { behaviourOf, type QuestionType } from '@send/shared/forms/questions/question-types'
import type { Actor, ProcedureContext } from '../context.ts'
import { forms } from '../forms/tables.ts'
import { answers, submissions } from './tables.ts'

/** Nobody signs by an earlier signature, files hang on their own form, and the others have no answer of their own. */
const notFilledIn: QuestionType[] = ['declaration', 'file', 'calculated', 'guidance']

/**
 * Fills a form that was just begun with what its sender wrote in earlier forms of their own, as far as it says so.
 * Nothing is filled in for somebody who has sent forms about several children: it might be told of the wrong one.
 */
export async function prefillAnswers(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  definition: FormDefinition,
): Promise<void> {
  const wanted = listQuestions(definition).flatMap((question) =>
    question.prefill?.from === 'form' ? [{ question, source: question.prefill }] : [],
  )
  if (wanted.length === 0 || !(await isAboutOneChild(ctx))) return
  const codes = wanted.map(({ source }) => source.code)
  const questionIds = wanted.map(({ source }) => source.questionId)
  const rows = await ctx.tx
    .select({ code: forms.code, questionId: answers.questionId, value: answers.value })
    .from(answers)
    .innerJoin(submissions, eq(submissions.id, answers.submissionId))
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .where(and(ownSent(ctx), inArray(forms.code, codes), inArray(answers.questionId, questionIds)))
    .orderBy(asc(submissions.submittedAt))
  // Of several earlier forms the last one counts.
  const earlier = new Map(rows.map(({ code, questionId, value }) => [`${code} ${questionId}`, value]))
  const changedAt = ctx.now()
  const filled = wanted.flatMap(({ question, source }) => {
    const value = behaviourOf(question).parse(earlier.get(`${source.code} ${source.questionId}`))
    return value === undefined || notFilledIn.includes(question.type)
      ? []
      : [{ submissionId, questionId: question.id, value, changedAt }]
  })
  if (filled.length > 0) await ctx.tx.insert(answers).values(filled)
}

async function isAboutOneChild(ctx: ProcedureContext<Actor>): Promise<boolean> {
  const children = await ctx.tx
    .selectDistinct({ childId: submissions.incomingChildId })
    .from(submissions)
    .where(ownSent(ctx))
  return children.length === 1 && children[0]?.childId !== null
}

function ownSent(ctx: ProcedureContext<Actor>) {
  return and(eq(submissions.ownerUserId, ctx.actor.userId), ne(submissions.status, 'inProgress'))
}
