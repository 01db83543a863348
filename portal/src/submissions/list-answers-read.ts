import { listAsked } from '@send/shared/forms/answers'
import { listPageParts, listPageQuestions } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { inLanguage } from '@send/shared/texts/language'
import type { Language } from '@send/shared/texts/language'
import type { MySubmission } from './mine.ts'
import { notAnswered, readAnswer } from './read-answer.ts'
import type { ReadAnswer } from './read-answer.ts'

export type OwnFile = MySubmission['files'][number]
export type ReadRow = {
  question: Question
  name: string
  value: ReadAnswer | { kind: 'files'; files: OwnFile[] }
}
/** The questions of a page that stand in one section, or before the first. */
type ReadPart = { id: string; title: string | undefined; rows: ReadRow[] }
export type ReadPage = { id: string; title: string; parts: ReadPart[] }

type Answered = Pick<MySubmission, 'definition' | 'counted' | 'files'>

/** Everything that is read of a form, page by page in its order, on the screen as on paper. */
export function listAnswersRead(submission: Answered, language: Language): ReadPage[] {
  const pages = submission.definition.pages.filter((page) => listAsked(listPageQuestions(page)).length > 0)
  return pages.map((page) => ({
    id: page.id,
    title: inLanguage(page.title, language),
    parts: listPageParts(page).map(({ section, questions }) => ({
      id: section?.id ?? page.id,
      title: section && inLanguage(section.title, language),
      rows: listAsked(questions).map((question) => rowOf(submission, question, language)),
    })),
  }))
}

function rowOf(submission: Answered, question: Question, language: Language): ReadRow {
  const name = inLanguage(question.wording, language)
  if (question.type !== 'file') {
    return { question, name, value: readAnswer(question, submission.counted[question.id], language) }
  }
  const files = submission.files.filter((file) => file.questionId === question.id)
  if (files.length > 0) return { question, name, value: { kind: 'files', files } }
  return { question, name, value: { kind: 'words', words: notAnswered(language) } }
}
