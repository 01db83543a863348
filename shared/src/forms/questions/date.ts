import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { TypedDate, findTypedDate, formatDate } from '../../values/plain-date.ts'
import { dateLimits, limitProblem } from './date-limits.ts'
import { dateFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'

export const DateQuestion = z.strictObject({ ...questionParts, type: z.literal('date'), ...dateLimits })
export type DateQuestion = z.infer<typeof DateQuestion>

export const DateAnswer = TypedDate
export type DateAnswer = z.infer<typeof DateAnswer>

export const dateModel: QuestionModel<DateQuestion, DateAnswer> = {
  emptyAnswer: () => ({ day: '', month: '', year: '' }),
  isEmpty: isEmptyDate,
  read: (question, readField) => ({
    day: readField(`${question.id}.day`).slice(0, 20),
    month: readField(`${question.id}.month`).slice(0, 20),
    year: readField(`${question.id}.year`).slice(0, 20),
  }),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    if (isEmptyDate(answer)) {
      return question.required
        ? [{ questionId: question.id, message: t('validation.dateNeeded', wording) }]
        : []
    }
    if (!answer.day.trim() || !answer.month.trim() || !answer.year.trim()) {
      return [{ questionId: question.id, message: t('validation.dateIncomplete', wording) }]
    }
    const date = findTypedDate(answer)
    const message = date ? limitProblem(question, date, context) : t('validation.dateNotReal', wording)
    return message ? [{ questionId: question.id, message }] : []
  },
  display: (_question, answer, language) => displayTypedDate(answer, language),
  facts: () => dateFacts(findTypedDate),
}

/** Whether none of the three boxes holds anything. */
export function isEmptyDate(answer: TypedDate): boolean {
  return `${answer.day}${answer.month}${answer.year}`.trim() === ''
}

/** The date in words where it is one, else the boxes as typed. */
export function displayTypedDate(answer: TypedDate, language: 'en' | 'cy'): string {
  const date = findTypedDate(answer)
  return date ? formatDate(date, language) : [answer.day, answer.month, answer.year].join(' ').trim()
}
