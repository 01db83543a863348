import { z } from 'zod'
import { questionTranslator } from '../../texts/question-translator.ts'
import type { QuestionTextKey } from '../../texts/question-translator.ts'
import { findPostcode } from '../../values/postcode.ts'
import { presenceFacts, textPart } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Problem, QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** An address in the United Kingdom. */
export const Address = z.strictObject({ ...questionParts, type: z.literal('address') })
export type Address = z.infer<typeof Address>

const Line = TypedText.max(200)

export const AddressAnswer = z.strictObject({ line1: Line, line2: Line, town: Line, postcode: Line })
export type AddressAnswer = z.infer<typeof AddressAnswer>

/** The boxes of an address in the order in which it is written. */
export const addressParts = ['line1', 'line2', 'town', 'postcode'] as const

export const addressModel: QuestionModel<Address, AddressAnswer> = {
  emptyAnswer: () => ({ line1: '', line2: '', town: '', postcode: '' }),
  isEmpty: (answer) => addressParts.every((part) => answer[part].trim() === ''),
  read(question, readField) {
    const part = (name: string) => readField(`${question.id}.${name}`).slice(0, 200)
    return { line1: part('line1'), line2: part('line2'), town: part('town'), postcode: part('postcode') }
  },
  validate(question, answer, context) {
    if (!question.required && addressModel.isEmpty(answer)) return []
    const t = questionTranslator(context.language)
    const problems: Problem[] = []
    const say = (part: string, key: QuestionTextKey) =>
      problems.push({ questionId: question.id, part, message: t(key) })
    if (answer.line1.trim() === '') say('line1', 'validation.addressLineNeeded')
    if (answer.town.trim() === '') say('town', 'validation.townNeeded')
    if (answer.postcode.trim() === '') say('postcode', 'validation.postcodeNeeded')
    else if (!findPostcode(answer.postcode)) say('postcode', 'validation.postcodeNotReal')
    return problems
  },
  display: (_question, { line1, line2, town, postcode }) =>
    [line1, line2, town, findPostcode(postcode) ?? postcode]
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  facts: () =>
    new Map([
      ...presenceFacts<AddressAnswer>((answer) => !addressModel.isEmpty(answer)),
      ['town', textPart<AddressAnswer>('the town', ({ town }) => town)],
      ['postcode', textPart<AddressAnswer>('the postcode', ({ postcode }) => postcode)],
    ]),
}
