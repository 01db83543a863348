import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { emptyChildDetails } from '@send/shared/forms/questions/child-details'
import { typedDateOf } from '@send/shared/values/plain-date'
import type { WorkContext } from '../context.ts'
import { answers } from './tables.ts'

/** For whose request a form is begun, and about which child; it is filled in with who that is. */
export type AskedFor = {
  organisationId: string
  child: { givenNames: string; familyName: string; dateOfBirth: string | null }
}

type Begun = { submissionId: string; definition: FormDefinition; child: AskedFor['child'] }

/** Fills in who the child is that somebody was asked about: the name and date of birth that the request tells them. */
export async function prefillChild(
  ctx: WorkContext,
  { submissionId, definition, child }: Begun,
): Promise<void> {
  const question = listQuestions(definition).find(({ type }) => type === 'childDetails')
  if (!question) return
  const { givenNames, familyName, dateOfBirth } = child
  const birth = dateOfBirth === null ? {} : { dateOfBirth: typedDateOf(dateOfBirth) }
  const value = { ...emptyChildDetails(), givenNames, familyName, ...birth }
  await ctx.tx.insert(answers).values({ submissionId, questionId: question.id, value, changedAt: ctx.now() })
}
