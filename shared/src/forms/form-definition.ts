import { z } from 'zod'
import { AccessList } from '../accounts/access-list.ts'
import { Text } from '../texts/language.ts'
import { PageId, SectionId } from '../values/ids.ts'
import { StorableText } from '../values/storable-text.ts'
import { Condition } from './conditions/condition.ts'
import { FormCode } from './form-code.ts'
import { Question } from './questions/question-types.ts'

export const Audience = z.enum(['parents', 'youngPeople', 'professionals'])
export type Audience = z.infer<typeof Audience>

/** What a submitted form sets going: a request starts the statutory clock, information does not. */
export const FormPurpose = z.enum(['ehcNeedsAssessmentRequest', 'information'])
export type FormPurpose = z.infer<typeof FormPurpose>

/** The most pages of a form, and the most questions of a part and sections of a page. */
export const mostPages = 100
export const mostQuestionsOnPage = 100
export const mostSections = 20

/** A part of a page under a heading of its own. */
export const Section = z.strictObject({
  id: SectionId,
  title: Text,
  guidance: Text.optional(),
  showIf: Condition.optional(),
  questions: z.array(Question).max(mostQuestionsOnPage),
})
export type Section = z.infer<typeof Section>

export const Page = z.strictObject({
  id: PageId,
  title: Text,
  guidance: Text.optional(),
  /** The page is shown only where this holds. */
  showIf: Condition.optional(),
  /** The questions before the first section; `listPageQuestions` gives all of the page. */
  questions: z.array(Question).max(mostQuestionsOnPage),
  sections: z.array(Section).max(mostSections).optional(),
})
export type Page = z.infer<typeof Page>

/** Who fills a form in: people on the portals, or staff in the client; absent means the portals. */
const FormFamily = z.enum(['portal', 'internal'])

/** How the pages of a form are filled in: one after the other, or from a list of tasks, in any order. */
export const FormFlow = z.enum(['onePageAtATime', 'taskList'])
export type FormFlow = z.infer<typeof FormFlow>

/** A form as data: everything that the builder edits, the portal draws and the server checks answers against. */
export const FormDefinition = z.strictObject({
  code: FormCode,
  title: Text,
  family: FormFamily.optional(),
  audience: Audience,
  purpose: FormPurpose,
  /** Absent means one page at a time. */
  flow: FormFlow.optional(),
  guidance: Text.optional(),
  /** Why the form is in English only; absent means that every text has its Welsh. */
  englishOnly: StorableText.max(500).optional(),
  /** Days within which the information is due, counted from the day it is asked for. */
  informationDueDays: z.int().min(1).max(365).optional(),
  /** Who may do what with a form of this kind once it stands on a chronology. */
  accessList: AccessList,
  pages: z.array(Page).max(mostPages),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** All questions of a form in the order in which they are asked. */
export function listQuestions(definition: FormDefinition): Question[] {
  return definition.pages.flatMap(listPageQuestions)
}

/** All questions of a page in order, those of its sections too. */
export function listPageQuestions(page: Page): Question[] {
  return page.sections
    ? [...page.questions, ...page.sections.flatMap((section) => section.questions)]
    : page.questions
}

/** The parts of a page in order: its questions before the first section (left out where there are none), its sections. */
export function listPageParts(page: Page): { section: Section | undefined; questions: Question[] }[] {
  const sections = (page.sections ?? []).map((section) => ({ section, questions: section.questions }))
  return page.questions.length > 0
    ? [{ section: undefined, questions: page.questions }, ...sections]
    : sections
}

/** The question with an id, or undefined. */
export function findQuestion(definition: FormDefinition, questionId: string): Question | undefined {
  return listQuestions(definition).find((question) => question.id === questionId)
}

/** The section with an id, or undefined. */
export function findSection(definition: FormDefinition, sectionId: string): Section | undefined {
  return definition.pages.flatMap(({ sections = [] }) => sections).find(({ id }) => id === sectionId)
}

/** The page with an id, or undefined. */
export function findPage(definition: FormDefinition, pageId: string): Page | undefined {
  return definition.pages.find((page) => page.id === pageId)
}
