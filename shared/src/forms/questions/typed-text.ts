import { inLanguage } from '../../texts/language.ts'
import type { Text } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { StorableText } from '../../values/storable-text.ts'
import type { Problem, ValidationContext } from './question-parts.ts'

/** The most that is kept of anything typed, far above any `maxLength`, so that no honest answer is cut. */
export const mostTyped = 100_000

/** Any text as typed that can be kept. */
export const TypedText = StorableText.max(mostTyped)

type Asked = { id: string; wording: Text; required: boolean; maxLength: number }

/** The number of characters that a person would count: an emoji is one. */
export function countCharacters(text: string): number {
  return Array.from(text.replaceAll('\r\n', '\n')).length
}

/** Problems of a free text: missing though required, or too long. */
export function validateText(question: Asked, answer: string, context: ValidationContext): Problem[] {
  const t = questionTranslator(context.language)
  const wording = inLanguage(question.wording, context.language)
  if (answer.trim() === '') {
    return question.required
      ? [{ questionId: question.id, message: t('validation.answerNeeded', { question: wording }) }]
      : []
  }
  const length = countCharacters(answer)
  if (length <= question.maxLength) return []
  const parameters = { question: wording, max: question.maxLength, length }
  return [{ questionId: question.id, message: t('validation.textTooLong', parameters) }]
}
