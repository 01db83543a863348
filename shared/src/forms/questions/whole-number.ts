import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { findNumberText, formatNumber } from '../../values/number.ts'
import { numberFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** The largest limit that a question may set, and negated the smallest. */
export const mostWholeNumber = 1_000_000_000

const Bound = z.int().min(-mostWholeNumber).max(mostWholeNumber)

export const WholeNumber = z.strictObject({
  ...questionParts,
  type: z.literal('wholeNumber'),
  min: Bound.optional(),
  max: Bound.optional(),
})
export type WholeNumber = z.infer<typeof WholeNumber>

export const WholeNumberAnswer = TypedText.max(40)
export type WholeNumberAnswer = z.infer<typeof WholeNumberAnswer>

export const wholeNumberModel: QuestionModel<WholeNumber, WholeNumberAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer.trim() === '',
  read: (question, readField) => readField(question.id).slice(0, 40),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = inLanguage(question.wording, context.language)
    const problem = (message: string) => [{ questionId: question.id, message }]
    const format = (limit: number) => formatNumber(limit, context.language)
    if (answer.trim() === '') {
      return question.required ? problem(t('validation.answerNeeded', { question: wording })) : []
    }
    const number = findWholeNumber(answer)
    if (number === undefined) return problem(t('validation.numberNotWhole', { question: wording }))
    if (question.min !== undefined && number < question.min) {
      return problem(t('validation.numberTooSmall', { question: wording, min: format(question.min) }))
    }
    if (question.max !== undefined && number > question.max) {
      return problem(t('validation.numberTooLarge', { question: wording, max: format(question.max) }))
    }
    return []
  },
  display(_question, answer, language) {
    const number = findWholeNumber(answer)
    return number === undefined ? answer.trim() : formatNumber(number, language)
  },
  facts: () => numberFacts(findWholeNumber),
}

/** The whole number that was typed, thousands commas allowed, or undefined. */
export function findWholeNumber(typed: string): number | undefined {
  const digits = findNumberText(typed) ?? ''
  // Adding 0 makes a typed -0 an ordinary 0.
  return /^-?\d{1,10}$/.test(digits) ? Number(digits) + 0 : undefined
}
