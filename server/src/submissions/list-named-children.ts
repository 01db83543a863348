import { and, inArray } from 'drizzle-orm'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { ChildDetailsAnswer } from '@send/shared/forms/questions/child-details'
import { findTypedDate } from '@send/shared/values/plain-date'
import type { WorkContext } from '../context.ts'
import { answers } from './tables.ts'

export type NamedChild = { givenNames: string; familyName: string; dateOfBirth: string | null }

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
      const typed = ChildDetailsAnswer.safeParse(row.value).data
      if (asked.get(row.submissionId) !== row.questionId || !typed) return []
      const [givenNames, familyName] = [typed.givenNames.trim(), typed.familyName.trim()]
      if (`${givenNames}${familyName}` === '') return []
      const dateOfBirth = findTypedDate(typed.dateOfBirth) ?? null
      return [[row.submissionId, { givenNames, familyName, dateOfBirth }] as const]
    }),
  )
}
