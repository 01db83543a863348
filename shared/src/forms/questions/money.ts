import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { findPence, formatPence } from '../../values/pence.ts'
import { numberFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** The largest sum that a question may set as its limit, in pence: ten million pounds. */
export const mostPence = 1_000_000_000

const Bound = z.int().min(0).max(mostPence)

export const Money = z.strictObject({
  ...questionParts,
  type: z.literal('money'),
  /** In pence, as all sums are. */
  min: Bound.optional(),
  max: Bound.optional(),
})
export type Money = z.infer<typeof Money>

/** What was typed, and the sum in pence that it means: null where it means none. */
export const MoneyAnswer = z
  .strictObject({ typed: TypedText.max(40), pence: z.int().nullable() })
  .refine(({ typed, pence }) => pence === (findPence(typed) ?? null), 'The sum is not what was typed.')
export type MoneyAnswer = z.infer<typeof MoneyAnswer>

export const moneyModel: QuestionModel<Money, MoneyAnswer> = {
  emptyAnswer: () => ({ typed: '', pence: null }),
  isEmpty: (answer) => answer.typed.trim() === '',
  read(question, readField) {
    const typed = readField(question.id).slice(0, 40)
    return { typed, pence: findPence(typed) ?? null }
  },
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problem = (message: string) => [{ questionId: question.id, message }]
    const format = (limit: number) => formatPence(limit, context.language)
    if (answer.typed.trim() === '') {
      return question.required ? problem(t('validation.answerNeeded', wording)) : []
    }
    if (answer.pence === null) return problem(t('validation.moneyNotReal', wording))
    const least = question.min ?? 0
    if (answer.pence < least) {
      return problem(t('validation.numberTooSmall', { ...wording, min: format(least) }))
    }
    if (question.max !== undefined && answer.pence > question.max) {
      return problem(t('validation.numberTooLarge', { ...wording, max: format(question.max) }))
    }
    return []
  },
  display: (_question, { typed, pence }, language) =>
    pence === null ? typed.trim() : formatPence(pence, language),
  // Conditions are worded in pounds.
  facts: () => numberFacts(({ pence }) => (pence === null ? undefined : pence / 100)),
}
