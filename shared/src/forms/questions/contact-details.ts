import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { isEmailAddress } from '../../values/email-address.ts'
import { isPhoneNumber } from '../../values/phone-number.ts'
import { presenceFacts, textPart } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Problem, QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** How somebody can be reached: by telephone, by e-mail or by both. */
export const ContactDetails = z.strictObject({ ...questionParts, type: z.literal('contactDetails') })
export type ContactDetails = z.infer<typeof ContactDetails>

const Line = TypedText.max(300)

export const ContactDetailsAnswer = z.strictObject({
  phone: Line,
  email: Line,
  preferred: z.enum(['', 'phone', 'email']),
})
export type ContactDetailsAnswer = z.infer<typeof ContactDetailsAnswer>

export const contactDetailsModel: QuestionModel<ContactDetails, ContactDetailsAnswer> = {
  emptyAnswer: () => ({ phone: '', email: '', preferred: '' }),
  isEmpty: ({ phone, email, preferred }) => `${phone}${email}${preferred}`.trim() === '',
  read(question, readField) {
    const part = (name: string) => readField(`${question.id}.${name}`).slice(0, 300)
    const preferred = part('preferred')
    return {
      phone: part('phone'),
      email: part('email'),
      preferred: preferred === 'phone' || preferred === 'email' ? preferred : '',
    }
  },
  validate(question, answer, context) {
    if (!question.required && contactDetailsModel.isEmpty(answer)) return []
    const t = questionTranslator(context.language)
    const wording = { question: inLanguage(question.wording, context.language) }
    const [phone, email] = [answer.phone.trim(), answer.email.trim()]
    const problem = (part: string, message: string): Problem => ({ questionId: question.id, part, message })
    if (phone === '' && email === '') return [problem('phone', t('validation.contactNeeded', wording))]
    const problems: Problem[] = []
    if (phone === '' && answer.preferred === 'phone') {
      problems.push(problem('phone', t('validation.preferredPhoneNeeded')))
    }
    if (phone !== '' && !isPhoneNumber(phone)) {
      problems.push(problem('phone', t('validation.phoneNotReal', wording)))
    }
    if (email === '' && answer.preferred === 'email') {
      problems.push(problem('email', t('validation.preferredEmailNeeded')))
    }
    if (email !== '' && !isEmailAddress(email)) {
      problems.push(problem('email', t('validation.emailNotReal', wording)))
    }
    return problems
  },
  display(_question, { phone, email, preferred }, language) {
    const t = questionTranslator(language)
    const lines = [phone.trim(), email.trim(), preferred === '' ? '' : t(`values.prefers.${preferred}`)]
    return lines.filter((line) => line !== '').join('\n')
  },
  facts: () =>
    new Map([
      ...presenceFacts<ContactDetailsAnswer>((answer) => !contactDetailsModel.isEmpty(answer)),
      ['phone', textPart<ContactDetailsAnswer>('the phone number', ({ phone }) => phone)],
      ['email', textPart<ContactDetailsAnswer>('the e-mail address', ({ email }) => email)],
    ]),
}
