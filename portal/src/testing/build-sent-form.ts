import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { Answers } from '@send/shared/forms/answers'
import type { OwnFile } from '../submissions/list-answers-read.ts'

type SentForm = {
  definition: FormDefinition
  counted: Answers
  files: OwnFile[]
  receipt: { reference: string; submittedAt: string }
}

/** A form that was sent, of one page with these questions and answers. */
export function buildSentForm(
  asked: { question: Question; answer?: unknown }[],
  overrides: Partial<FormDefinition> & { files?: OwnFile[] } = {},
): SentForm {
  const { files = [], ...form } = overrides
  const answered = asked.filter(({ answer }) => answer !== undefined)
  return {
    definition: buildForm({ pages: [buildPage(asked.map(({ question }) => question))], ...form }),
    counted: Object.fromEntries(answered.map(({ question, answer }) => [question.id, answer])) as Answers,
    files,
    receipt: { reference: 'EHC-2026-000123', submittedAt: '2026-11-03T22:14:00.000Z' },
  }
}

/** Long texts, each the answer of a question that is worded alike. */
export function buildTexts(texts: string[]): { question: Question; answer: string }[] {
  return texts.map((answer, index) => ({
    question: buildQuestion('longText', { wording: { en: `Question ${index + 1}` } }),
    answer,
  }))
}
