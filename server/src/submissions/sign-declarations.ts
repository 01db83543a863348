import { and, eq, inArray } from 'drizzle-orm'
import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import { DeclarationAnswer, signDeclaration } from '@send/shared/forms/questions/declaration'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { WorkContext } from '../context.ts'
import { answers } from './tables.ts'

/**
 * The answers of a page with its declarations dated: today where they are newly signed, else as they were
 * dated before. The date that a browser sends is never believed.
 */
export async function signDeclarations(
  ctx: WorkContext,
  { submissionId, page, kept }: { submissionId: string; page: Page; kept: Answers },
): Promise<Answers> {
  const signed = listPageQuestions(page).flatMap(({ id, type }) => {
    const answer = type === 'declaration' ? DeclarationAnswer.safeParse(kept[id]) : undefined
    return answer?.success ? [{ id, answer: answer.data }] : []
  })
  if (signed.length === 0) return kept
  const own = inArray(
    answers.questionId,
    signed.map(({ id }) => id),
  )
  const rows = await ctx.tx
    .select({ questionId: answers.questionId, value: answers.value })
    .from(answers)
    .where(and(eq(answers.submissionId, submissionId), own))
  const today = dateInLondon(ctx.now())
  const dated = signed.map(({ id, answer }) => {
    const before = DeclarationAnswer.safeParse(rows.find(({ questionId }) => questionId === id)?.value)
    return [id, signDeclaration(answer, before.data, today)] as const
  })
  return { ...kept, ...Object.fromEntries(dated) }
}
