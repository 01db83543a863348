import { z } from 'zod'
import { questionTranslator } from '../../texts/question-translator.ts'
import type { QuestionTextKey } from '../../texts/question-translator.ts'
import { TypedDate, ageOn, comparePlainDates, findTypedDate } from '../../values/plain-date.ts'
import { findPostcode } from '../../values/postcode.ts'
import { isUpn, tidyUpn } from '../../values/upn.ts'
import { displayTypedDate, isEmptyDate } from './date.ts'
import { textPart } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { Facts, Problem, QuestionModel, ValidationContext } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** The oldest that a child or young person can be here: SEND law ends at 25 (Children and Families Act 2014 s.83). */
const oldestAge = 25

export const ChildDetails = z.strictObject({ ...questionParts, type: z.literal('childDetails') })
export type ChildDetails = z.infer<typeof ChildDetails>

const ShortPart = TypedText.max(200)

export const ChildDetailsAnswer = z.strictObject({
  givenNames: ShortPart,
  familyName: ShortPart,
  dateOfBirth: TypedDate,
  sex: z.enum(['', 'female', 'male']),
  postcode: ShortPart,
  upn: ShortPart,
})
export type ChildDetailsAnswer = z.infer<typeof ChildDetailsAnswer>

export const childDetailsModel: QuestionModel<ChildDetails, ChildDetailsAnswer> = {
  emptyAnswer: emptyChildDetails,
  isEmpty(answer) {
    const texts = [answer.givenNames, answer.familyName, answer.sex, answer.postcode, answer.upn]
    return texts.join('').trim() === '' && isEmptyDate(answer.dateOfBirth)
  },
  read(question, readField) {
    const part = (name: string) => readField(`${question.id}.${name}`).slice(0, 200)
    const sex = part('sex')
    return {
      givenNames: part('givenNames'),
      familyName: part('familyName'),
      dateOfBirth: {
        day: part('day').slice(0, 20),
        month: part('month').slice(0, 20),
        year: part('year').slice(0, 20),
      },
      sex: sex === 'female' || sex === 'male' ? sex : '',
      postcode: part('postcode'),
      upn: part('upn'),
    }
  },
  validate(question, answer, context) {
    if (!question.required && childDetailsModel.isEmpty(answer)) return []
    const t = questionTranslator(context.language)
    const problem = (part: string, key: QuestionTextKey): Problem => ({
      questionId: question.id,
      part,
      message: t(key),
    })
    const problems: Problem[] = []
    if (answer.givenNames.trim() === '') problems.push(problem('givenNames', 'validation.givenNamesNeeded'))
    if (answer.familyName.trim() === '') problems.push(problem('familyName', 'validation.familyNameNeeded'))
    const birth = birthProblem(answer, context)
    if (birth) problems.push(problem('dateOfBirth', birth))
    if (answer.postcode.trim() !== '' && !findPostcode(answer.postcode)) {
      problems.push(problem('postcode', 'validation.postcodeNotReal'))
    }
    if (answer.upn.trim() !== '' && !isUpn(answer.upn)) problems.push(problem('upn', 'validation.upnNotReal'))
    return problems
  },
  display(_question, answer, language) {
    const t = questionTranslator(language)
    const lines = [
      `${answer.givenNames.trim()} ${answer.familyName.trim()}`,
      displayTypedDate(answer.dateOfBirth, language),
      answer.sex === '' ? '' : t(`values.${answer.sex}`),
      findPostcode(answer.postcode) ?? answer.postcode.trim(),
      isUpn(answer.upn) ? tidyUpn(answer.upn) : answer.upn.trim(),
    ]
    return lines.filter((line) => line.trim() !== '').join('\n')
  },
  facts: () => childFacts,
}

/** The values that are recorded as somebody’s sex. */
export const sexes = (['female', 'male'] as const).map((value) => ({
  value,
  label: { en: questionTranslator('en')(`values.${value}`), cy: questionTranslator('cy')(`values.${value}`) },
}))

const childFacts: Facts<ChildDetailsAnswer> = new Map([
  ['', { type: 'presence', read: (answer) => !childDetailsModel.isEmpty(answer) || undefined }],
  ['givenNames', textPart<ChildDetailsAnswer>('the first names', ({ givenNames }) => givenNames)],
  ['familyName', textPart<ChildDetailsAnswer>('the family name', ({ familyName }) => familyName)],
  [
    'dateOfBirth',
    { type: 'date', words: 'the date of birth', read: ({ dateOfBirth }) => findTypedDate(dateOfBirth) },
  ],
  ['sex', { type: 'choice', words: 'the sex', options: sexes, read: ({ sex }) => sex || undefined }],
  ['postcode', textPart<ChildDetailsAnswer>('the postcode', ({ postcode }) => postcode)],
  ['upn', textPart<ChildDetailsAnswer>('the UPN', ({ upn }) => upn)],
])

/** Nothing filled in yet. */
export function emptyChildDetails(): ChildDetailsAnswer {
  const dateOfBirth = { day: '', month: '', year: '' }
  return { givenNames: '', familyName: '', dateOfBirth, sex: '', postcode: '', upn: '' }
}

function birthProblem(answer: ChildDetailsAnswer, context: ValidationContext): QuestionTextKey | undefined {
  const typed = answer.dateOfBirth
  if (isEmptyDate(typed)) return 'validation.birthNeeded'
  if (!typed.day.trim() || !typed.month.trim() || !typed.year.trim()) return 'validation.birthIncomplete'
  const birth = findTypedDate(typed)
  if (!birth) return 'validation.birthNotReal'
  if (comparePlainDates(birth, context.today) > 0) return 'validation.birthInFuture'
  return ageOn(birth, context.today) > oldestAge ? 'validation.birthTooOld' : undefined
}
