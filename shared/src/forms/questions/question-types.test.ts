import { expect, test } from 'vitest'
import { buildQuestion } from '../../testing/build-form.ts'
import { displayAnswer, validateAnswer } from '../answers.ts'
import type { QuestionOf, QuestionType } from './question-types.ts'
import { behaviourOf, questionTypes } from './question-types.ts'

const english = { language: 'en', today: '2026-11-23' } as const
const welsh = { language: 'cy', today: '2026-11-23' } as const

/** What is typed into the boxes of a question: `''` is its only box. */
type Boxes = Record<string, string>

type Case<Type extends QuestionType = QuestionType> = {
  type: Type
  typed: Boxes | string
  with?: Partial<QuestionOf<Type>>
}
const bad: (Case & { says: string })[] = []
const good: (Case & { shows: string })[] = []

function refuse<Type extends QuestionType>(
  type: Type,
  typed: Case['typed'],
  says: string,
  overrides: Partial<QuestionOf<Type>> = {},
): void {
  bad.push({ type, typed, says, with: overrides })
}
function accept<Type extends QuestionType>(
  type: Type,
  typed: Case['typed'],
  shows: string,
  overrides: Partial<QuestionOf<Type>> = {},
): void {
  good.push({ type, typed, shows, with: overrides })
}
const q = (type: QuestionType) => `“Question of type ${type}”`

refuse('multipleChoice', {}, `Select at least one answer for ${q('multipleChoice')}`)
refuse(
  'multipleChoice',
  { talking: 'yes', none: 'yes' },
  `For ${q('multipleChoice')}, select the answers that apply, or select “None of these”`,
)
accept('multipleChoice', { talking: 'yes', moving: 'yes' }, 'Talking\nMoving')
accept('multipleChoice', { none: 'yes' }, 'None of these')

refuse('email', '', `Answer ${q('email')}`)
refuse('email', 'sam', `${q('email')} must have an email address like name@example.com`)
refuse('email', 'sam@', `${q('email')} must have an email address like name@example.com`)
accept('email', ' Sam.Evans+send@example.org ', 'Sam.Evans+send@example.org')

const phone = `${q('phone')} must have a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192`
for (const typed of ['12', '999', '07700 900 98', '+44 07700 900982', 'ring me', '0000 000 0000']) {
  refuse('phone', typed, phone)
}
for (const typed of [
  '07700 900982',
  '(01632) 960 001',
  '+44 (0)7700 900982',
  '0113-496-0000 ext 12',
  '+353 1 677 4488',
]) {
  accept('phone', typed, typed)
}

refuse(
  'upn',
  'A801200005001',
  `${q('upn')} must be a unique pupil number of 13 characters, like B801200005001`,
)
accept('upn', 'b8012 0000 5001', 'B801200005001')
const nhs = `${q('nhsNumber')} must be an NHS number of 10 digits, like 943 476 5919. Check each digit`
refuse('nhsNumber', '943 476 5910', nhs)
refuse('nhsNumber', '94347659', nhs)
accept('nhsNumber', '943-476-5919', '943 476 5919')

const time = `The time for ${q('time')} must be a real time, such as 9:30am or 14:45`
for (const typed of ['9', '25:00', '9:75', '13pm', 'late']) refuse('time', typed, time)
for (const [typed, shows] of [
  ['9:30', '9:30am'],
  ['0930', '9:30am'],
  ['2 PM', '2pm'],
  ['12am', '12am'],
  ['noon', '12pm'],
  ['23.59', '11:59pm'],
  ['3yp', '3pm'],
] as const) {
  accept('time', typed, shows)
}

refuse('decimal', '', `Answer ${q('decimal')}`)
refuse('decimal', '1,5', `${q('decimal')} must be a number, such as 3 or 3.5`)
refuse('decimal', '1.234', `${q('decimal')} must have 2 decimal places or fewer`)
refuse('decimal', '1.23', `${q('decimal')} must have one decimal place or none`, { places: 1 })
refuse('decimal', '-0.5', `${q('decimal')} must be 0 or more`)
refuse('decimal', '1000.5', `${q('decimal')} must be 1,000 or fewer`)
accept('decimal', '999.50', '999.5')
accept('decimal', '.5', '0.5')

refuse('money', '', `Answer ${q('money')}`)
refuse('money', 'a lot', `${q('money')} must be an amount of money in pounds, such as 12 or 12.50`)
refuse('money', '12.345', `${q('money')} must be an amount of money in pounds, such as 12 or 12.50`)
refuse('money', '-1', `${q('money')} must be £0 or more`)
refuse('money', '£10,000.01', `${q('money')} must be £10,000 or fewer`)
refuse('money', '5', `${q('money')} must be £12.50 or more`, { min: 1250 })
accept('money', '£ 1,250.5', '£1,250.50')
accept('money', '12', '£12')

refuse('wholeNumber', '1,2', `${q('wholeNumber')} must be a whole number, such as 3`)
refuse('wholeNumber', '30000', `${q('wholeNumber')} must be 25,000 or fewer`, { max: 25_000 })
accept('wholeNumber', '20000', '20,000', { max: 25_000 })
accept('wholeNumber', '20 000', '20,000', { max: 25_000 })

const day = (d: string, month: string, year: string) => ({ day: d, month, year })
refuse('date', day('1', '1', '1'), `The date for ${q('date')} must be a real date, such as 27 3 2016`)
refuse('date', day('1', '1', '0001'), `The date for ${q('date')} must be 1 January 1900 or later`)
refuse('date', day('24', '11', '2051'), `The date for ${q('date')} must be 23 November 2051 or earlier`)
refuse('date', day('24', '11', '2026'), `The date for ${q('date')} must be today or in the past`, {
  latest: { kind: 'fromToday', amount: 0, unit: 'days' },
})
refuse('date', day('22', '11', '2026'), `The date for ${q('date')} must be today or in the future`, {
  earliest: { kind: 'fromToday', amount: 0, unit: 'days' },
})
refuse('date', day('31', '8', '2025'), `The date for ${q('date')} must be 1 September 2025 or later`, {
  earliest: { kind: 'fixed', date: '2025-09-01' },
})
accept('date', day('23', '11', '2026'), '23 November 2026', {
  earliest: { kind: 'fromToday', amount: -2, unit: 'months' },
  latest: { kind: 'fromToday', amount: 0, unit: 'days' },
})

refuse('partialDate', {}, `Enter a month and year for ${q('partialDate')}`)
refuse('partialDate', {}, `Enter a year for ${q('partialDate')}`, { month: 'no' })
refuse('partialDate', { month: '3' }, `The date for ${q('partialDate')} must include a year`)
refuse('partialDate', { year: '2020' }, `The date for ${q('partialDate')} must include a month`)
refuse(
  'partialDate',
  { month: '13', year: '2020' },
  `The date for ${q('partialDate')} must be a real month and year, such as 3 2016`,
)
refuse('partialDate', { year: '20' }, `The year for ${q('partialDate')} must be four digits, such as 2016`, {
  month: 'no',
})
refuse(
  'partialDate',
  { month: '12', year: '2026' },
  `The date for ${q('partialDate')} must be today or in the past`,
  {
    latest: { kind: 'fromToday', amount: 0, unit: 'days' },
  },
)
refuse('partialDate', { year: '1850' }, `The date for ${q('partialDate')} must be 1900 or later`, {
  month: 'no',
})
accept('partialDate', { month: '3', year: '2020' }, 'March 2020')
accept('partialDate', { year: '2020' }, '2020', { month: 'ifKnown' })

refuse('personName', { familyName: 'Evans' }, 'Enter the first names')
refuse('personName', { givenNames: 'Sam' }, 'Enter the family name')
accept('personName', { givenNames: ' Sam ', familyName: 'O’Neill' }, 'Sam O’Neill')

const home = { line1: '1 Elm Road', line2: '', town: 'Leeds', postcode: 'ls84ab' }
refuse('address', { ...home, line1: '' }, 'Enter address line 1, typically the building and street')
refuse('address', { ...home, town: '' }, 'Enter the town or city')
refuse('address', { ...home, postcode: '' }, 'Enter the postcode')
refuse('address', { ...home, postcode: '75001' }, 'Enter a full UK postcode, such as LS8 4AB')
accept('address', home, '1 Elm Road\nLeeds\nLS8 4AB')

refuse('contactDetails', {}, `Enter a phone number or an email address for ${q('contactDetails')}`)
refuse(
  'contactDetails',
  { email: 'sam@example.org', preferred: 'phone' },
  'Enter the phone number, or choose another way to get in touch',
)
refuse(
  'contactDetails',
  { phone: '07700 900982', preferred: 'email' },
  'Enter the email address, or choose another way to get in touch',
)
refuse('contactDetails', { phone: '1' }, phone.replace('phone”', 'contactDetails”'))
refuse(
  'contactDetails',
  { email: 'sam' },
  `${q('contactDetails')} must have an email address like name@example.com`,
)
accept(
  'contactDetails',
  { phone: '07700 900982', email: 'sam@example.org', preferred: 'email' },
  '07700 900982\nsam@example.org\nBest by email',
)

refuse('declaration', { name: 'Sam Evans' }, `Tick the box to agree to ${q('declaration')}`)
refuse('declaration', { agreed: 'yes' }, 'Type your full name to sign')
accept('declaration', { agreed: 'yes', name: 'Sam Evans' }, 'Agreed: What I wrote is true.\nSam Evans')

refuse('lookup', '', `Select an answer for ${q('lookup')}`)
refuse('lookup', 'XXX', `Select one of the answers listed for ${q('lookup')}`)
refuse('lookup', 'OLD', `The answer chosen for ${q('lookup')} is no longer in use. Select another one`)
accept('lookup', 'ASD', 'Autism')

refuse('personLookup', {}, `Select an answer for ${q('personLookup')}`)
accept('staffLookup', { id: '01890000-0000-7000-8000-000000000002', name: 'Jo Carter' }, 'Jo Carter')

function readTyped({ type, typed, with: overrides }: Case) {
  const question = buildQuestion(type, overrides)
  const boxes = typeof typed === 'string' ? { '': typed } : typed
  const named = Object.entries(boxes).map(
    ([part, text]) => [part === '' ? question.id : `${question.id}.${part}`, text] as const,
  )
  const fields = new Map<string, string>(named)
  return { question, answer: behaviourOf(question).read((name) => fields.get(name) ?? '') }
}

test.each(bad)('$type: $typed is refused with “$says”, and in Welsh', (one) => {
  const { question, answer } = readTyped(one)
  expect(behaviourOf(question).parse(answer)).toEqual(answer)
  const [problem] = validateAnswer(question, answer, english)
  expect(problem?.message).toBe(one.says)
  expect(problem?.questionId).toBe(question.id)
  const [inWelsh] = validateAnswer(question, answer, welsh)
  expect(inWelsh?.message).not.toBe(one.says)
  expect(inWelsh?.part).toBe(problem?.part)
})

test.each(good)('$type: $typed will do and is shown as “$shows”', (one) => {
  const { question, answer } = readTyped(one)
  expect(behaviourOf(question).parse(answer)).toEqual(answer)
  expect(validateAnswer(question, answer, english)).toEqual([])
  expect(displayAnswer(question, answer, 'en')).toBe(one.shows)
})

test('every type that was added is refused and accepted somewhere above, or has a test of its own', () => {
  const elsewhere = [
    'shortText',
    'longText',
    'yesNo',
    'singleChoice',
    'file',
    'childDetails',
    'guidance',
    'calculated',
    'group',
    'baseLookup',
  ]
  const told = new Set<string>([...bad, ...good].map(({ type }) => type))
  expect(questionTypes.filter((type) => !told.has(type))).toEqual(
    questionTypes.filter((type) => elsewhere.includes(type)),
  )
})

test('a sum that is not what was typed is refused: nobody can sign for one and be billed for another', () => {
  const money = behaviourOf(buildQuestion('money'))
  expect(money.parse({ typed: '£12.50', pence: 1250 })).toEqual({ typed: '£12.50', pence: 1250 })
  expect(money.parse({ typed: '£12.50', pence: 125_000 })).toBeUndefined()
  expect(money.parse({ typed: 'a lot', pence: 1 })).toBeUndefined()
})
