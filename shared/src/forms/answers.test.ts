import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import {
  Answers,
  displayAnswer,
  findChildAnswer,
  isAnswered,
  readAnswer,
  readPage,
  sortAnswers,
  sortStorable,
  validateAnswer,
} from './answers.ts'
import { evaluateForm } from './logic/evaluate.ts'
import { validateAskedForm } from './logic/validate-asked.ts'
import { behaviourOf, questionTypes } from './questions/question-types.ts'

const english = { language: 'en', today: '2026-11-23' } as const
const welsh = { language: 'cy', today: '2026-11-23' } as const

/** Guidance is only read, and nobody types a calculated value: nothing is wrong with either. */
const typedTypes = questionTypes.filter((type) => type !== 'calculated' && type !== 'guidance')

function messagesOf(question: Parameters<typeof validateAnswer>[0], answer: unknown): string[] {
  return validateAnswer(question, answer, english).map((problem) => problem.message)
}

test.each(typedTypes)('a required %s without an answer has a problem, an optional one has none', (type) => {
  const required = buildQuestion(type)
  const empty = behaviourOf(required).emptyAnswer()
  expect(validateAnswer(required, empty, english).length).toBeGreaterThan(0)
  expect(validateAnswer(required, undefined, english).length).toBeGreaterThan(0)
  expect(validateAnswer(buildQuestion(type, { required: false }), empty, english)).toEqual([])
})

test.each(questionTypes)('a posted page without the fields of a %s reads as not answered', (type) => {
  const question = buildQuestion(type)
  expect(isAnswered(question, { [question.id]: readAnswer(question, () => '') })).toBe(false)
})

test('every problem is also worded in Welsh', () => {
  for (const type of typedTypes) {
    const question = buildQuestion(type)
    const [inEnglish] = validateAnswer(question, undefined, english)
    const [inWelsh] = validateAnswer(question, undefined, welsh)
    expect(inWelsh?.message).not.toBe(inEnglish?.message)
  }
})

test('20,000 characters of a long text are welcome and one more is counted out', () => {
  const question = buildQuestion('longText')
  expect(messagesOf(question, 'a'.repeat(20_000))).toEqual([])
  expect(messagesOf(question, 'a'.repeat(20_001))).toEqual([
    '“Question of type longText” must be 20000 characters or fewer. You have written 20001',
  ])
})

test('an emoji counts as one character and line ends of Windows as one', () => {
  const question = buildQuestion('shortText', { maxLength: 3 })
  expect(messagesOf(question, '👩a\r\n')).toEqual([])
  expect(messagesOf(question, 'مرحبا')).toHaveLength(1)
})

test.each([
  [{ day: '31', month: '2', year: '2020' }, 'must be a real date'],
  [{ day: '', month: '2', year: '2020' }, 'must include a day, month and year'],
  [{ day: '1', month: '2', year: '20' }, 'must be a real date'],
])('the date %o is refused', (answer, message) => {
  expect(messagesOf(buildQuestion('date'), answer).join()).toContain(message)
})

test.each([
  ['three', 'must be a whole number'],
  ['3.5', 'must be a whole number'],
  ['21', 'must be 20 or fewer'],
  ['-1', 'must be 0 or more'],
])('the number %s is refused', (answer, message) => {
  expect(messagesOf(buildQuestion('wholeNumber'), answer).join()).toContain(message)
})

test('a choice that is not on the list is refused', () => {
  expect(messagesOf(buildQuestion('singleChoice'), 'moon').join()).toContain(
    'Select one of the answers listed',
  )
})

test('more files than allowed are refused', () => {
  const fileIds = Array.from({ length: 3 }, () => newId())
  expect(messagesOf(buildQuestion('file'), { fileIds }).join()).toContain('Upload 2 files or fewer')
})

test.each([
  [{ dateOfBirth: { day: '24', month: '11', year: '2026' } }, 'dateOfBirth', 'must be in the past'],
  [{ dateOfBirth: { day: '1', month: '1', year: '1999' } }, 'dateOfBirth', 'aged 25 or under'],
  [{ dateOfBirth: { day: '31', month: '2', year: '2015' } }, 'dateOfBirth', 'must be a real date'],
  [{ postcode: '75001' }, 'postcode', 'full UK postcode'],
  [{ upn: 'A801200005001' }, 'upn', 'unique pupil number'],
  [{ givenNames: ' ' }, 'givenNames', 'first names'],
])('child details with %o are refused at that part', (wrong, part, message) => {
  const [problem, ...others] = validateAnswer(buildQuestion('childDetails'), { ...amira, ...wrong }, english)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ part, message: expect.stringContaining(message) as string })
})

const amira = {
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: { day: '14', month: '2', year: '2014' },
  sex: 'female',
  postcode: 'ls8 4ab',
  upn: 'B801200005001',
}

test('child details are shown line by line, numbers as they are written', () => {
  const question = buildQuestion('childDetails')
  expect(validateAnswer(question, amira, english)).toEqual([])
  expect(displayAnswer(question, amira, 'en')).toBe(
    'Amira Khan\n14 February 2014\nFemale\nLS8 4AB\nB801200005001',
  )
})

test('posted fields become answers as typed, and back into words', () => {
  const page = buildPage([buildQuestion('date'), buildQuestion('singleChoice'), buildQuestion('file')])
  const [date, choice, file] = page.questions
  if (!date || !choice || !file) throw new Error('the page has three questions')
  const posted = new Map([
    [`${date.id}.day`, '3'],
    [`${date.id}.month`, '11'],
    [`${date.id}.year`, 'last year'],
    [choice.id, 'school'],
  ])
  const answers = readPage(page, (name) => posted.get(name) ?? '')
  expect(answers[date.id]).toEqual({ day: '3', month: '11', year: 'last year' })
  expect(displayAnswer(date, answers[date.id], 'en')).toBe('3 11 last year')
  expect(displayAnswer(choice, answers[choice.id], 'cy')).toBe('Yn yr ysgol')
  expect(answers).not.toHaveProperty(file.id)
})

test.each(['__proto__', 'constructor', 'prototype', 'q_1'])('answers keyed %s are refused', (key) => {
  expect(Answers.safeParse(JSON.parse(`{"${key}": "x"}`)).success).toBe(false)
})

test.each(['a\u0000b', '\ud800'])('text that cannot be stored (%j) is refused', (text) => {
  expect(Answers.safeParse({ [buildQuestion('shortText').id]: text }).success).toBe(false)
})

test('answers of other pages and of another shape are told apart', () => {
  const page = buildPage([buildQuestion('date')])
  const [date] = page.questions
  const stranger = buildQuestion('shortText')
  const { kept, strangers } = sortAnswers(page, { [date?.id ?? '']: 'tomorrow', [stranger.id]: 'x' })
  expect(kept).toEqual({})
  expect(strangers).toHaveLength(2)
})

test('a form may be submitted only when nothing is missing on any page', () => {
  const form = buildForm({
    pages: [buildPage([buildQuestion('childDetails')]), buildPage([buildQuestion('yesNo')])],
  })
  const [child, yesNo] = form.pages.flatMap((page) => page.questions)
  if (!child || !yesNo) throw new Error('the form has two questions')
  const half = Answers.parse({ [child.id]: amira })
  expect(
    validateAskedForm(evaluateForm(form, half, english), 'en').map((problem) => problem.questionId),
  ).toEqual([yesNo.id])
  expect(validateAskedForm(evaluateForm(form, { ...half, [yesNo.id]: 'no' }, english), 'en')).toEqual([])
  expect(findChildAnswer(form, half)).toEqual(amira)
})

test('of a page that was typed only what can be kept is sent on, and the rest is said in a sentence', () => {
  const [tooLong, strange, fine] = [
    buildQuestion('longText'),
    buildQuestion('date'),
    buildQuestion('shortText'),
  ]
  const page = buildPage([tooLong, strange, fine])
  const typed = {
    [tooLong.id]: 'x'.repeat(100_001),
    [strange.id]: { day: '\u0000', month: '4', year: '2018' },
    [fine.id]: '👩‍👩‍👧‍👦 שלום',
  }
  const { storable, problems } = sortStorable(page, typed, 'en')
  expect(storable).toEqual({ [fine.id]: typed[fine.id] })
  expect(problems).toEqual([
    {
      questionId: tooLong.id,
      message: '“Question of type longText” must be 20000 characters or fewer. You have written 100001',
    },
    {
      questionId: strange.id,
      message: '“Question of type date” contains a character we cannot keep. Remove it and try again',
    },
  ])
})
