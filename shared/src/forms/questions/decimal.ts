import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { findNumberText, formatNumber } from '../../values/number.ts'
import { numberFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** The largest limit that a question may set, and negated the smallest. */
export const mostDecimal = 1_000_000_000
/** The most decimal places that a question may take: with ten digits in front they are still exact. */
export const mostPlaces = 4

const Bound = z.number().min(-mostDecimal).max(mostDecimal)

export const Decimal = z.strictObject({
  ...questionParts,
  type: z.literal('decimal'),
  min: Bound.optional(),
  max: Bound.optional(),
  places: z.int().min(1).max(mostPlaces),
})
export type Decimal = z.infer<typeof Decimal>

export const DecimalAnswer = TypedText.max(40)
export type DecimalAnswer = z.infer<typeof DecimalAnswer>

export const decimalModel: QuestionModel<Decimal, DecimalAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer.trim() === '',
  read: (question, readField) => readField(question.id).slice(0, 40),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problem = (message: string) => [{ questionId: question.id, message }]
    const format = (limit: number) => formatNumber(limit, context.language)
    if (answer.trim() === '') return question.required ? problem(t('validation.answerNeeded', wording)) : []
    const number = findDecimal(answer)
    if (number === undefined) return problem(t('validation.decimalNotReal', wording))
    const places = findNumberText(answer)?.split('.')[1]?.length ?? 0
    if (places > question.places) {
      return problem(t('validation.decimalTooFine', { ...wording, count: question.places }))
    }
    if (question.min !== undefined && number < question.min) {
      return problem(t('validation.numberTooSmall', { ...wording, min: format(question.min) }))
    }
    if (question.max !== undefined && number > question.max) {
      return problem(t('validation.numberTooLarge', { ...wording, max: format(question.max) }))
    }
    return []
  },
  display(_question, answer, language) {
    const number = findDecimal(answer)
    return number === undefined ? answer.trim() : formatNumber(number, language)
  },
  facts: () => numberFacts(findDecimal),
}

/** The number that was typed, with or without decimal places, or undefined. */
export function findDecimal(typed: string): number | undefined {
  const digits = findNumberText(typed) ?? ''
  return /^-?\d{0,10}(\.\d+)?$/.test(digits) && digits !== '' ? Number(digits) + 0 : undefined
}
