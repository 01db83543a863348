import { and, inArray } from 'drizzle-orm'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { findNamedChild, type NamedChild } from '@send/shared/submissions/offers/named-child'
import type { WorkContext } from '../context.ts'
import { answers } from './tables.ts'

type Form = { submission: { id: string }; definition: FormDefinition }

/** Whom their senders named in forms, by form: what was typed, with the date of birth where it is one. */
export async function listNamedChildren(
  ctx: WorkContext,
  forms: readonly Form[],
): Promise<Map<string, NamedChild>> {
  const asked = new Map(
    forms.flatMap(({ submission, definition }) => {
      const question = listQuestions(definition).find(({ type }) => type === 'childDetails')
      return question ? [[submission.id, question.id] as const] : []
    }),
  )
  if (asked.size === 0) return new Map()
  const { submissionId, questionId, value } = answers
  const rows = await ctx.tx
    .select({ submissionId, questionId, value })
    .from(answers)
    .where(and(inArray(submissionId, [...asked.keys()]), inArray(questionId, [...new Set(asked.values())])))
  return new Map(
    rows.flatMap((row) => {
      const child = asked.get(row.submissionId) === row.questionId ? findNamedChild(row.value) : undefined
      return child ? [[row.submissionId, child] as const] : []
    }),
  )
}
