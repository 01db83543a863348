import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import type { Text } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { Id } from '../../values/ids.ts'
import type { QuestionId } from '../../values/ids.ts'
import { presenceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** A person on the authority's records. */
export const PersonLookup = z.strictObject({ ...questionParts, type: z.literal('personLookup') })
export type PersonLookup = z.infer<typeof PersonLookup>

/** A base: a school or another organisation on the authority's records. */
export const BaseLookup = z.strictObject({ ...questionParts, type: z.literal('baseLookup') })
export type BaseLookup = z.infer<typeof BaseLookup>

/** A member of the authority's staff. */
export const StaffLookup = z.strictObject({ ...questionParts, type: z.literal('staffLookup') })
export type StaffLookup = z.infer<typeof StaffLookup>

/** The chosen record, and its name as it was when it was chosen. */
export const RecordAnswer = z.strictObject({ id: z.union([z.literal(''), Id]), name: TypedText.max(300) })
export type RecordAnswer = z.infer<typeof RecordAnswer>

type Asked = { id: QuestionId; wording: Text; required: boolean }

/** The behaviour of all three: a record is chosen or it is not. */
export const recordModel: QuestionModel<Asked, RecordAnswer> = {
  emptyAnswer: () => ({ id: '', name: '' }),
  isEmpty: ({ id }) => id === '',
  read(question, readField) {
    const id = Id.safeParse(readField(`${question.id}.id`))
    return id.success
      ? { id: id.data, name: readField(`${question.id}.name`).slice(0, 300) }
      : { id: '', name: '' }
  },
  validate(question, answer, context) {
    if (answer.id !== '' || !question.required) return []
    const wording = { question: inLanguage(question.wording, context.language) }
    const message = questionTranslator(context.language)('validation.choiceNeeded', wording)
    return [{ questionId: question.id, message }]
  },
  display: (_question, { name }) => name.trim(),
  facts: () => presenceFacts(({ id }) => id !== ''),
}
