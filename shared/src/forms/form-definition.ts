import { z } from 'zod'
import { AccessList } from '../accounts/access-list.ts'
import { Text } from '../texts/language.ts'
import { PageId } from '../values/ids.ts'
import { Question } from './questions/question-types.ts'

export const Audience = z.enum(['parents', 'youngPeople', 'professionals'])
export type Audience = z.infer<typeof Audience>

/** What a submitted form sets going: a request starts the statutory clock, information does not. */
export const FormPurpose = z.enum(['ehcNeedsAssessmentRequest', 'information'])
export type FormPurpose = z.infer<typeof FormPurpose>

/** The most pages of a form, and the most questions of a page. */
export const mostPages = 100
export const mostQuestionsOnPage = 100

export const Page = z.strictObject({
  id: PageId,
  title: Text,
  guidance: Text.optional(),
  questions: z.array(Question).max(mostQuestionsOnPage),
})
export type Page = z.infer<typeof Page>

/** The code by which the authority knows a form, such as `EHC-REQUEST`. */
export const FormCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,29}$/, 'Use 2 to 30 capital letters, digits and hyphens.')
export type FormCode = z.infer<typeof FormCode>

/** A form as data: everything that the builder edits, the portal draws and the server checks answers against. */
export const FormDefinition = z.strictObject({
  code: FormCode,
  title: Text,
  audience: Audience,
  purpose: FormPurpose,
  guidance: Text.optional(),
  /** Days within which the information is due, counted from the day it is asked for. */
  informationDueDays: z.int().min(1).max(365).optional(),
  /** Who may do what with a form of this kind once it stands on a chronology. */
  accessList: AccessList,
  pages: z.array(Page).max(mostPages),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** All questions of a form in the order in which they are asked. */
export function listQuestions(definition: FormDefinition): Question[] {
  return definition.pages.flatMap((page) => page.questions)
}

/** The question with an id, or undefined. */
export function findQuestion(definition: FormDefinition, questionId: string): Question | undefined {
  return listQuestions(definition).find((question) => question.id === questionId)
}

/** The page with an id, or undefined. */
export function findPage(definition: FormDefinition, pageId: string): Page | undefined {
  return definition.pages.find((page) => page.id === pageId)
}
