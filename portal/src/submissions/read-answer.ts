import { displayAnswer } from '@send/shared/forms/answers'
import type { FormattedBlock } from '@send/shared/forms/questions/formatted-text'
import type { Question } from '@send/shared/forms/questions/question-types'
import { readFormattedAnswer } from '@send/shared/forms/read-formatted-answer'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

/** An answer as it is read: with paragraphs and lists where its question allows them, else as lines of words. */
export type ReadAnswer = { kind: 'formatted'; blocks: FormattedBlock[] } | { kind: 'words'; words: string }

/** One answer as it is read; one that was not given says so. */
export function readAnswer(question: Question, answer: unknown, language: Language): ReadAnswer {
  const blocks = readFormattedAnswer(question, answer)
  if (blocks) return { kind: 'formatted', blocks }
  return { kind: 'words', words: displayAnswer(question, answer, language) || notAnswered(language) }
}

/** What stands where nothing was answered. */
export function notAnswered(language: Language): string {
  return translator(language)('values.notAnswered')
}
