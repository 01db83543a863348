import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import type { Text } from '../../texts/language.ts'
import { translator } from '../../texts/translator.ts'
import type { Problem, ValidationContext } from './question-parts.ts'

/** The most that is kept of anything typed, far above any `maxLength`, so that no honest answer is cut. */
export const mostTyped = 100_000

/** PostgreSQL keeps no NUL and JSON no lone surrogate: such text is refused at the door. */
export const TypedText = z
  .string()
  .max(mostTyped)
  .refine((text) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text), {
    message: 'Remove the characters that are not text.',
  })

type Asked = { id: string; wording: Text; required: boolean; maxLength: number }

/** The number of characters that a person would count: an emoji is one. */
export function countCharacters(text: string): number {
  return Array.from(text.replaceAll('\r\n', '\n')).length
}

/** Problems of a free text: missing though required, or too long. */
export function validateText(question: Asked, answer: string, context: ValidationContext): Problem[] {
  const t = translator(context.language)
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
