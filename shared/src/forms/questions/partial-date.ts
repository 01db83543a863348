import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import type { Language } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { dateLimits, formatMonth, limitProblem } from './date-limits.ts'
import { presenceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Problem, QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

export const MonthAsked = z.enum(['needed', 'ifKnown', 'no'])
export type MonthAsked = z.infer<typeof MonthAsked>

/** A year, or a month and year, of which people do not know the day. */
export const PartialDate = z.strictObject({
  ...questionParts,
  type: z.literal('partialDate'),
  month: MonthAsked,
  ...dateLimits,
})
export type PartialDate = z.infer<typeof PartialDate>

const Box = TypedText.max(20)
export const PartialDateAnswer = z.strictObject({ month: Box, year: Box })
export type PartialDateAnswer = z.infer<typeof PartialDateAnswer>

export const partialDateModel: QuestionModel<PartialDate, PartialDateAnswer> = {
  emptyAnswer: () => ({ month: '', year: '' }),
  isEmpty: ({ month, year }) => `${month}${year}`.trim() === '',
  read: (question, readField) => ({
    month: question.month === 'no' ? '' : readField(`${question.id}.month`).slice(0, 20),
    year: readField(`${question.id}.year`).slice(0, 20),
  }),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problem = (message: string): Problem[] => [{ questionId: question.id, message }]
    const [month, year] = [answer.month.trim(), answer.year.trim()]
    const needed = question.month === 'no' ? 'validation.yearNeeded' : 'validation.monthNeeded'
    if (month === '' && year === '') return question.required ? problem(t(needed, wording)) : []
    if (year === '') return problem(t('validation.yearMissing', wording))
    if (month === '' && question.month === 'needed') return problem(t('validation.monthMissing', wording))
    const typed = findYearOrMonth(answer)
    if (!typed) {
      return problem(
        t(question.month === 'no' ? 'validation.yearNotReal' : 'validation.monthNotReal', wording),
      )
    }
    const limit = limitProblem(question, typed, context)
    return limit ? problem(limit) : []
  },
  display: (_question, answer, language) => displayPartialDate(answer, language),
  facts: () =>
    new Map([
      ...presenceFacts<PartialDateAnswer>((answer) => !partialDateModel.isEmpty(answer)),
      ['year', { type: 'number', words: 'the year', read: readYear }],
    ]),
}

/** The year (`2026`) or month (`2026-03`) that was typed, or undefined. */
export function findYearOrMonth({ month, year }: PartialDateAnswer): string | undefined {
  const [typedMonth, typedYear] = [month.trim(), year.trim()]
  if (!/^\d{4}$/.test(typedYear)) return undefined
  if (typedMonth === '') return typedYear
  if (!/^\d{1,2}$/.test(typedMonth) || Number(typedMonth) < 1 || Number(typedMonth) > 12) return undefined
  return `${typedYear}-${typedMonth.padStart(2, '0')}`
}

function readYear(answer: PartialDateAnswer): number | undefined {
  const typed = findYearOrMonth(answer)
  return typed ? Number(typed.slice(0, 4)) : undefined
}

function displayPartialDate(answer: PartialDateAnswer, language: Language): string {
  const typed = findYearOrMonth(answer)
  return typed ? formatMonth(typed, language) : `${answer.month} ${answer.year}`.trim()
}
