import { z } from 'zod'
import { questionTranslator } from '../../texts/question-translator.ts'
import type { QuestionTextKey } from '../../texts/question-translator.ts'
import { presenceFacts, textPart } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Problem, QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** The name of anybody but the child, whom `childDetails` asks about. */
export const PersonName = z.strictObject({ ...questionParts, type: z.literal('personName') })
export type PersonName = z.infer<typeof PersonName>

const Name = TypedText.max(200)

export const PersonNameAnswer = z.strictObject({ givenNames: Name, familyName: Name })
export type PersonNameAnswer = z.infer<typeof PersonNameAnswer>

export const personNameModel: QuestionModel<PersonName, PersonNameAnswer> = {
  emptyAnswer: () => ({ givenNames: '', familyName: '' }),
  isEmpty: ({ givenNames, familyName }) => `${givenNames}${familyName}`.trim() === '',
  read: (question, readField) => ({
    givenNames: readField(`${question.id}.givenNames`).slice(0, 200),
    familyName: readField(`${question.id}.familyName`).slice(0, 200),
  }),
  validate(question, answer, context) {
    if (!question.required && personNameModel.isEmpty(answer)) return []
    const t = questionTranslator(context.language)
    const problems: Problem[] = []
    const say = (part: string, key: QuestionTextKey) =>
      problems.push({ questionId: question.id, part, message: t(key) })
    if (answer.givenNames.trim() === '') say('givenNames', 'validation.firstNamesNeeded')
    if (answer.familyName.trim() === '') say('familyName', 'validation.lastNameNeeded')
    return problems
  },
  display: (_question, { givenNames, familyName }) => `${givenNames.trim()} ${familyName.trim()}`.trim(),
  facts: () =>
    new Map([
      ...presenceFacts<PersonNameAnswer>((answer) => !personNameModel.isEmpty(answer)),
      ['givenNames', textPart<PersonNameAnswer>('the first names', ({ givenNames }) => givenNames)],
      ['familyName', textPart<PersonNameAnswer>('the family name', ({ familyName }) => familyName)],
    ]),
}
