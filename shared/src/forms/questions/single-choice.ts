import { z } from 'zod'
import { Text, inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { newOptionValue } from '../../values/ids.ts'
import { Condition } from '../conditions/condition.ts'
import { choiceFacts } from './facts.ts'
import { Pictogram } from './pictogram.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** `value` is what is stored, so the wording of an option may change without changing answers. */
export const ChoiceOption = z.strictObject({
  value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  label: Text,
  /** A picture beside the label, for people who read little or not yet. */
  picture: Pictogram.optional(),
  /** The option is offered only where this holds. */
  showIf: Condition.optional(),
})
export type ChoiceOption = z.infer<typeof ChoiceOption>

/** The most options of a question. */
export const mostOptions = 100

export const SingleChoice = z.strictObject({
  ...questionParts,
  type: z.literal('singleChoice'),
  options: z.array(ChoiceOption).max(mostOptions),
})
export type SingleChoice = z.infer<typeof SingleChoice>

export const SingleChoiceAnswer = TypedText.max(40)
export type SingleChoiceAnswer = z.infer<typeof SingleChoiceAnswer>

export const singleChoiceModel: QuestionModel<SingleChoice, SingleChoiceAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer === '',
  read: (question, readField) => readField(question.id).slice(0, 40),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    if (answer === '') {
      return question.required
        ? [{ questionId: question.id, message: t('validation.choiceNeeded', wording) }]
        : []
    }
    if (question.options.some((option) => option.value === answer)) return []
    return [{ questionId: question.id, message: t('validation.choiceUnknown', wording) }]
  },
  display(question, answer, language) {
    const option = question.options.find((candidate) => candidate.value === answer)
    return option ? inLanguage(option.label, language) : answer
  },
  facts: (question) => choiceFacts(question.options),
}

/** An option without its wording, under a value that no other option ever had. */
export function newChoiceOption(): ChoiceOption {
  return { value: newOptionValue(), label: { en: '' } }
}
