import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { Id } from '../../values/ids.ts'
import { LookupEntry, LookupTableName, isActiveOn, mostLookupEntries } from '../lookup-table.ts'
import { choiceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** One entry out of a look-up table, whose entries the form carries with it: docs/decisions/0018. */
export const Lookup = z.strictObject({
  ...questionParts,
  type: z.literal('lookup'),
  /** The chosen table; a new question has none. */
  table: z.strictObject({ id: Id, name: LookupTableName }).optional(),
  entries: z.array(LookupEntry).max(mostLookupEntries),
})
export type Lookup = z.infer<typeof Lookup>

/** The code of the chosen entry. */
export const LookupAnswer = TypedText.max(40)
export type LookupAnswer = z.infer<typeof LookupAnswer>

export const lookupModel: QuestionModel<Lookup, LookupAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer === '',
  read: (question, readField) => readField(question.id).slice(0, 40),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problem = (message: string) => [{ questionId: question.id, message }]
    if (answer === '') return question.required ? problem(t('validation.choiceNeeded', wording)) : []
    const entry = findEntry(question, answer)
    if (!entry) return problem(t('validation.choiceUnknown', wording))
    return isActiveOn(entry, context.today) ? [] : problem(t('validation.choiceEnded', wording))
  },
  display(question, answer, language) {
    const entry = findEntry(question, answer)
    return entry ? inLanguage(entry.description, language) : answer
  },
  facts: ({ entries }) =>
    choiceFacts(entries.map(({ code, description }) => ({ value: code, label: description }))),
}

function findEntry({ entries }: Pick<Lookup, 'entries'>, code: string): LookupEntry | undefined {
  return entries.find((entry) => entry.code === code)
}
