import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { choiceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'

export const YesNo = z.strictObject({ ...questionParts, type: z.literal('yesNo') })
export type YesNo = z.infer<typeof YesNo>

export const YesNoAnswer = z.enum(['', 'yes', 'no'])
export type YesNoAnswer = z.infer<typeof YesNoAnswer>

const yesNoOptions = (['yes', 'no'] as const).map((value) => ({
  value,
  label: { en: questionTranslator('en')(`values.${value}`), cy: questionTranslator('cy')(`values.${value}`) },
}))

export const yesNoModel: QuestionModel<YesNo, YesNoAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer === '',
  read(question, readField) {
    const posted = readField(question.id)
    return posted === 'yes' || posted === 'no' ? posted : ''
  },
  validate(question, answer, context) {
    if (answer !== '' || !question.required) return []
    const wording = { question: inLanguage(question.wording, context.language) }
    return [
      {
        questionId: question.id,
        message: questionTranslator(context.language)('validation.choiceNeeded', wording),
      },
    ]
  },
  display: (_question, answer, language) =>
    answer === '' ? '' : questionTranslator(language)(`values.${answer}`),
  facts: () => choiceFacts(yesNoOptions),
}
