import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { ChoiceOption, mostOptions } from './single-choice.ts'
import { TypedText } from './typed-text.ts'

export const MultipleChoice = z.strictObject({
  ...questionParts,
  type: z.literal('multipleChoice'),
  options: z.array(ChoiceOption).max(mostOptions),
  /** “None of these”: it cannot be chosen together with another option. */
  none: ChoiceOption.optional(),
})
export type MultipleChoice = z.infer<typeof MultipleChoice>

/** The values of the chosen options. */
export const MultipleChoiceAnswer = z.array(TypedText.max(40)).max(mostOptions + 1)
export type MultipleChoiceAnswer = z.infer<typeof MultipleChoiceAnswer>

export const multipleChoiceModel: QuestionModel<MultipleChoice, MultipleChoiceAnswer> = {
  emptyAnswer: () => [],
  isEmpty: (answer) => answer.length === 0,
  // One field for each option, so that a page posted without scripts needs nothing special.
  read: (question, readField) =>
    listChoices(question)
      .map(({ value }) => value)
      .filter((value) => readField(`${question.id}.${value}`) !== ''),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problem = (message: string) => [{ questionId: question.id, message }]
    if (answer.length === 0) return question.required ? problem(t('validation.choicesNeeded', wording)) : []
    const values = listChoices(question).map(({ value }) => value)
    const known = answer.every((value) => values.includes(value)) && new Set(answer).size === answer.length
    if (!known) return problem(t('validation.choiceUnknown', wording))
    const { none } = question
    if (!none || !answer.includes(none.value) || answer.length === 1) return []
    return problem(
      t('validation.choicesExclude', { ...wording, none: inLanguage(none.label, context.language) }),
    )
  },
  display: (question, answer, language) =>
    answer
      .map((value) => {
        const chosen = listChoices(question).find((option) => option.value === value)
        return chosen ? inLanguage(chosen.label, language) : value
      })
      .join('\n'),
  facts(question) {
    const options = listChoices(question)
    const known = new Set(options.map(({ value }) => value))
    const read = (answer: MultipleChoiceAnswer) => {
      const chosen = answer.filter((value) => known.has(value))
      return chosen.length > 0 ? chosen : undefined
    }
    return new Map([['', { type: 'choices', options, read }]])
  },
}

/** All that can be chosen, “none of these” last. */
export function listChoices({ options, none }: Pick<MultipleChoice, 'options' | 'none'>): ChoiceOption[] {
  return none ? [...options, none] : options
}
