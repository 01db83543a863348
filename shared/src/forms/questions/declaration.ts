import { z } from 'zod'
import { Text, inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { originChannels } from '../../values/origin-channel.ts'
import { PlainDate, formatDate } from '../../values/plain-date.ts'
import { presenceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Problem, QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** A statement that somebody signs by a tick and their name typed in full. */
export const Declaration = z.strictObject({
  ...questionParts,
  type: z.literal('declaration'),
  statement: Text,
})
export type Declaration = z.infer<typeof Declaration>

/** `signedOn` and `taken` are written by the server alone: whatever a browser sends for them is replaced. */
export const DeclarationAnswer = z.strictObject({
  agreed: z.enum(['', 'yes']),
  name: TypedText.max(200),
  signedOn: z.union([z.literal(''), PlainDate]),
  /** How it reached an officer who entered the form; absent where somebody signed it here themselves. */
  taken: z.enum(originChannels).optional(),
})
export type DeclarationAnswer = z.infer<typeof DeclarationAnswer>

export const declarationModel: QuestionModel<Declaration, DeclarationAnswer> = {
  emptyAnswer: () => ({ agreed: '', name: '', signedOn: '' }),
  isEmpty: ({ agreed, name }) => `${agreed}${name}`.trim() === '',
  read: (question, readField) => ({
    agreed: readField(`${question.id}.agreed`) === 'yes' ? 'yes' : '',
    name: readField(`${question.id}.name`).slice(0, 200),
    signedOn: '',
  }),
  validate(question, answer, context) {
    if (!question.required && declarationModel.isEmpty(answer)) return []
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const problems: Problem[] = []
    if (answer.agreed === '') {
      problems.push({ questionId: question.id, part: 'agreed', message: t('validation.tickNeeded', wording) })
    }
    if (answer.name.trim() === '') {
      problems.push({ questionId: question.id, part: 'name', message: t('validation.signatureNeeded') })
    }
    return problems
  },
  display(question, { agreed, name, signedOn, taken }, language) {
    const t = questionTranslator(language)
    const lines = [
      agreed === '' ? '' : t('values.agreed', { statement: inLanguage(question.statement, language) }),
      name.trim(),
      signedOn === '' ? '' : formatDate(signedOn, language),
      taken ? t(`values.taken.${taken}`) : '',
    ]
    return lines.filter((line) => line !== '').join('\n')
  },
  facts: () => presenceFacts((answer) => !declarationModel.isEmpty(answer)),
}

/**
 * The answer with the date of its signature: today, unless the same signature stood there before. Without a
 * tick or a name it is not signed.
 */
export function signDeclaration(
  { agreed, name }: DeclarationAnswer,
  before: DeclarationAnswer | undefined,
  today: PlainDate,
): DeclarationAnswer {
  if (agreed === '' || name.trim() === '') return { agreed, name, signedOn: '' }
  const same = before?.agreed === agreed && before.name === name && before.signedOn !== ''
  return { agreed, name, signedOn: same ? before.signedOn : today }
}
