import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../forms/answers.ts'
import { evaluateForm } from '../../forms/logic/evaluate.ts'
import { emptyChildDetails } from '../../forms/questions/child-details.ts'
import { isStaffOnly, questionTypes } from '../../forms/questions/question-types.ts'
import type { Answer, Question, QuestionType } from '../../forms/questions/question-types.ts'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId, newItemId } from '../../values/ids.ts'
import { canBeOffered } from './judge-offer.ts'
import { listOffers } from './list-offers.ts'
import type { EarlierForm } from './list-offers.ts'

const today = '2026-11-27'
/** One sound answer of each type that can be taken over, but for the child’s details. */
const answers = {
  shortText: 'Elm Primary School',
  longText: '**Loud** rooms are hard.',
  yesNo: 'yes',
  singleChoice: 'school',
  multipleChoice: ['talking'],
  lookup: 'ASD',
  wholeNumber: '3',
  decimal: '2.5',
  money: { typed: '12.50', pence: 1250 },
  date: { day: '3', month: '4', year: '2020' },
  partialDate: { month: '4', year: '2020' },
  time: '09:30',
  personName: { givenNames: 'Nia', familyName: 'Rees' },
  address: { line1: '1 Heol Fawr', line2: '', town: 'Leeds', postcode: 'LS8 4AB' },
  contactDetails: { phone: '029 2018 0123', email: 'nia@example.org', preferred: 'email' },
  email: 'nia@example.org',
  phone: '029 2018 0123',
  nhsNumber: '943 476 5919',
  upn: 'B801200005001',
  group: [{ id: newItemId(), answers: { q_aaaaaaaaaaaaaaaaaaaaaaaaaa: 'Sam' } }],
} satisfies Partial<Record<QuestionType, Answer>>
const types = Object.keys(answers) as (keyof typeof answers)[]

function mali(givenNames = 'Mali', year = '2018') {
  const dateOfBirth = { day: '4', month: '9', year }
  return { ...emptyChildDetails(), givenNames, familyName: 'Grug', dateOfBirth }
}

const source = (questionId: string) => ({ from: 'form', code: 'EARLIER', questionId }) as const

/** A sent form that asked these questions of a child. */
function earlierForm(asked: Question, value: unknown, child: unknown = mali()): EarlierForm {
  const details = buildQuestion('childDetails')
  const definition = buildForm({ code: 'EARLIER', pages: [buildPage([details, asked])] })
  const told = { [details.id]: child, [asked.id]: value } as Answers
  return { title: { en: 'Earlier' }, on: '2026-03-03', definition, answers: told }
}

type Asking = { question: Question; earlier?: EarlierForm[]; typed?: Answers }

function offered({ question, earlier = [], typed = {} }: Asking) {
  const page = buildPage([question])
  const definition = buildForm({ pages: [page] })
  const state = evaluateForm(definition, typed, { today })
  const offerable = { earlier, askedChild: null, linked: [] }
  return listOffers({ definition, page, state, answers: typed }, offerable)
}

describe('what can be offered to a question of each type', () => {
  test('every type of the portal is either tried here or never offered', () => {
    const others = questionTypes.filter((type) => canBeOffered(type) && !isStaffOnly(type))
    expect(others.toSorted()).toEqual([...types, 'childDetails'].toSorted())
  })

  test.each(types)('an answer to %s is offered as it was given, with where it came from', (type) => {
    const asked = buildQuestion(type) as Question
    const question = { ...buildQuestion(type), prefill: source(asked.id) } as Question
    expect(offered({ question, earlier: [earlierForm(asked, answers[type])] })).toMatchObject([
      {
        questionId: question.id,
        value: answers[type],
        fit: 'use',
        source: { from: 'form', title: { en: 'Earlier' }, on: '2026-03-03' },
      },
    ])
  })

  test.each(questionTypes.filter((type) => !canBeOffered(type)))(
    'SR-503: nothing is offered to %s: it is signed, uploaded, worked out or read',
    (type) => {
      const asked = buildQuestion(type) as Question
      const question = { ...buildQuestion(type), prefill: source(asked.id) } as Question
      expect(offered({ question, earlier: [earlierForm(asked, 'anything')] })).toEqual([])
    },
  )
})

describe('what no longer fits', () => {
  const text = buildQuestion('longText')

  test('a text that has become too long is there to be read, and no number beyond its limits is', () => {
    const question = buildQuestion('longText', { maxLength: 5, prefill: source(text.id) })
    expect(offered({ question, earlier: [earlierForm(text, 'Far too long')] })).toMatchObject([
      { value: 'Far too long', fit: 'read' },
    ])
    const asked = buildQuestion('wholeNumber')
    const number = buildQuestion('wholeNumber', { max: 2, prefill: source(asked.id) })
    expect(offered({ question: number, earlier: [earlierForm(asked, '3')] })).toEqual([])
  })

  test('SR-503: an option that is gone, or whose words are others now, is not offered', () => {
    const asked = buildQuestion('singleChoice')
    const [home, school] = asked.options
    const again = (options: typeof asked.options) =>
      offered({
        question: buildQuestion('singleChoice', { options, prefill: source(asked.id) }),
        earlier: [earlierForm(asked, 'school')],
      })
    if (!home || !school) throw new Error('The question has two options.')
    expect(again([home, school])).toHaveLength(1)
    expect(again([home])).toEqual([])
    expect(again([home, { ...school, label: { en: 'In a hospital' } }])).toEqual([])
  })

  test('what breaks a rule of the form, or was asked in another type, is not offered', () => {
    const asked = buildQuestion('date')
    const question = buildQuestion('date', { prefill: source(asked.id) })
    const must = {
      kind: 'after',
      of: { from: 'answer', questionId: question.id },
      date: { kind: 'fixed', date: '2025-01-01' },
    } as const
    const ruled = { ...question, rules: [{ id: newId(), must, message: { en: 'Later.' } }] }
    const earlier = [earlierForm(asked, answers.date)]
    expect(offered({ question, earlier })).toHaveLength(1)
    expect(offered({ question: ruled, earlier })).toEqual([])
    const choice = buildQuestion('singleChoice')
    const text = buildQuestion('shortText', { prefill: source(choice.id) })
    expect(offered({ question: text, earlier: [earlierForm(choice, 'school')] })).toEqual([])
  })

  test('of several forms the last counts that asked, also where it was left empty, and an answered question is left alone', () => {
    const asked = buildQuestion('shortText', { required: false })
    const question = buildQuestion('shortText', { prefill: source(asked.id) })
    const earlier = [earlierForm(asked, 'Now'), earlierForm(asked, 'Then')]
    expect(offered({ question, earlier }).map(({ value }) => value)).toEqual(['Now'])
    expect(offered({ question, earlier: [earlierForm(asked, ''), ...earlier] })).toEqual([])
    expect(offered({ question, earlier, typed: { [question.id]: 'Mine' } })).toEqual([])
  })
})

test('SR-501: whatever children earlier forms and this one name, no answer about another child is offered', () => {
  const asked = buildQuestion('shortText')
  const details = buildQuestion('childDetails')
  const question = buildQuestion('shortText', { prefill: source(asked.id) })
  const page = buildPage([details, question])
  const definition = buildForm({ pages: [page] })
  const child = fc.record({
    name: fc.constantFrom('Mali', 'MALI', 'Gwen', 'Gwên', ''),
    year: fc.constantFrom('2018', '2019', ''),
  })
  fc.assert(
    fc.property(fc.array(child, { maxLength: 5 }), fc.option(child), (told, named) => {
      const earlier = told.map(({ name, year }, index) => earlierForm(asked, `${index}`, mali(name, year)))
      const typed: Answers = named ? { [details.id]: mali(named.name, named.year) } : {}
      const state = evaluateForm(definition, typed, { today })
      const offers = listOffers(
        { definition, page, state, answers: typed },
        { earlier, askedChild: null, linked: [] },
      )
      const keyOf = ({ name, year }: { name: string; year: string }) =>
        `${name.toLowerCase().replace('ê', 'e')} ${year}`
      for (const { value } of offers) {
        const about = told[Number(value)]
        if (!about) throw new Error('It was said in none of the forms.')
        expect(about.year).not.toBe('')
        const others = named ? [named] : told
        for (const other of others) expect(keyOf(other)).toBe(keyOf(about))
      }
    }),
    { numRuns: 500 },
  )
})
