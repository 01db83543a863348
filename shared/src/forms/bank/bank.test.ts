import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import type { Text } from '../../texts/language.ts'
import { newId, newQuestionId } from '../../values/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import { changeQuestion } from '../edit-definition.ts'
import { findQuestion } from '../form-definition.ts'
import { newQuestion } from '../new-form.ts'
import type { Group } from '../questions/group.ts'
import {
  questionTypes,
  type Question,
  type QuestionOf,
  type QuestionType,
} from '../questions/question-types.ts'
import { compareVersions } from '../versions/compare-versions.ts'
import { findBankProblem, listTieProblems } from './bank-problems.ts'
import { bankContentOf, nextRevision } from './bank-question.ts'
import type { BankTie } from './bank-tie.ts'
import { findOffer, listOffers, type KnownBankQuestion } from './offer-revision.ts'
import { passOver, placeQuestion, takeRevision, untieQuestion } from './place-question.ts'
import { saysTheSame } from './same-question.ts'

const questionId = newId()
const tie: BankTie = { questionId, revision: 1, code: 'SCHOOL' }
const answered = (id: string): Condition => ({ kind: 'answered', of: { from: 'answer', questionId: id } })

function known(latest: Question, number = 2, held: KnownBankQuestion['held'] = []): KnownBankQuestion {
  return { questionId, code: 'SCHOOL', retired: false, latest: { number, content: latest }, held }
}

test('a question of the bank says nothing about any form: what speaks of one stays behind and is named', () => {
  const other = newQuestionId()
  const bare = buildQuestion('singleChoice')
  const self = { id: newId(), must: answered(bare.id), message: { en: 'Choose one.' } }
  const ofForm = { id: newId(), must: answered(other), message: { en: 'Answer both.' } }
  const question: QuestionOf<'singleChoice'> = {
    ...bare,
    options: bare.options.map((option) => ({ ...option, showIf: answered(other) })),
    showIf: answered(other),
    requiredIf: answered(other),
    prefill: { from: 'person', fact: 'postcode' },
    rules: [self, ofForm],
    bank: tie,
  }
  const { content, staysBehind } = bankContentOf(question)
  expect(content).toEqual({ ...bare, rules: [self] })
  expect(staysBehind.toSorted()).toEqual(['optionConditions', 'prefill', 'requiredIf', 'rules', 'showIf'])
  expect(bankContentOf(content)).toEqual({ content, staysBehind: [] })
})

test('how a value is calculated from other questions is decided by each form', () => {
  const question = buildQuestion('calculated', {
    formula: { kind: 'answer', of: { from: 'answer', questionId: newQuestionId() } },
  })
  const { content, staysBehind } = bankContentOf(question)
  expect(staysBehind).toEqual(['formula'])
  expect(findBankProblem(content)).toBeUndefined()
  expect(saysTheSame(question, content)).toBe(true)
})

test('the questions of a group go along with what they ask of one another', () => {
  const group = buildGroup()
  const [name] = group.questions
  const second = { ...buildQuestion('yesNo'), showIf: answered(name?.id ?? '') }
  const whole: Group = { ...group, questions: [...group.questions, second] }
  expect(bankContentOf(whole)).toEqual({ content: whole, staysBehind: [] })
  const placed = placeQuestion(tie, whole) as Group
  expect(placed.questions[1]?.showIf).toEqual(answered(placed.questions[0]?.id ?? ''))
})

test.each(questionTypes)(
  'a %s of the bank stands in a form under ids of its own and says the same',
  (type) => {
    const content = buildQuestion(type)
    const placed = placeQuestion(tie, content)
    expect(placed.id).not.toBe(content.id)
    expect(placed.bank).toEqual(tie)
    expect(saysTheSame(placed, content)).toBe(true)
    expect(findOffer(placed, known(content, 1, [{ number: 1, content }]))).toBeUndefined()
    expect(saysTheSame({ ...placed, wording: { en: 'Something else?' } }, content)).toBe(false)
  },
)

test('what the form decides is no difference, and neither is a rule of its own or a table that grew', () => {
  const content = buildQuestion('lookup')
  const placed = placeQuestion(tie, content) as QuestionOf<'lookup'>
  const other = answered(newQuestionId())
  const own = { id: newId(), must: other, message: { en: 'Answer the other first.' } }
  expect(
    saysTheSame(
      { ...placed, required: false, showIf: other, requiredIf: other, rules: [own], entries: [] },
      content,
    ),
  ).toBe(true)
  expect(saysTheSame({ ...placed, table: { id: newId(), name: 'Other' } }, content)).toBe(false)
})

test('a rule of the bank cannot be taken away by a form', () => {
  const bare = buildQuestion('shortText')
  const rule = { id: newId(), must: answered(bare.id), message: { en: 'Say which.' } }
  const content = { ...bare, rules: [rule] }
  const placed = placeQuestion(tie, content)
  expect(placed.rules?.[0]?.must).toEqual(answered(placed.id))
  expect(saysTheSame(placed, content)).toBe(true)
  expect(saysTheSame(untieQuestion({ ...placed, rules: [] }), content)).toBe(false)
})

test('a newer revision is offered with what it changes, and taking it keeps what the form decides', () => {
  const first = buildQuestion('shortText', { wording: { en: 'Which school?' } })
  const second = { ...first, wording: { en: 'Which school or college?' }, maxLength: 120 }
  const showIf = answered(newQuestionId())
  const placed = { ...placeQuestion(tie, first), required: false, showIf }
  const offer = findOffer(placed, known(second, 2, [{ number: 1, content: first }]))
  expect(offer?.kind).toBe('newer')
  expect(offer?.changes.map((change) => ('property' in change ? change.property : change.kind))).toEqual([
    'wording',
    'maxLength',
  ])
  expect(offer?.after).toEqual({
    ...second,
    id: placed.id,
    required: false,
    showIf,
    bank: { ...tie, revision: 2 },
  })
})

test('who keeps what they have is asked again only when there is something newer still', () => {
  const content = buildQuestion('shortText')
  const next = { ...content, wording: { en: 'Newer' } }
  const held = [{ number: 1, content }]
  const kept = passOver(placeQuestion(tie, content), 2)
  expect(findOffer(kept, known(next, 2, held))).toBeUndefined()
  expect(findOffer(kept, known(next, 3, held))?.revision).toBe(3)
  expect(takeRevision(kept, { number: 3, content: next }, held[0]).bank).toEqual({ ...tie, revision: 3 })
})

test('a tied question that says something else is offered what its revision says', () => {
  const content = buildQuestion('shortText')
  const placed = { ...placeQuestion(tie, content), wording: { en: 'Changed here' } }
  const offer = findOffer(placed, known(content, 1, [{ number: 1, content }]))
  expect(offer).toMatchObject({ kind: 'differs', revision: 1 })
  expect(offer && saysTheSame(offer.after, content)).toBe(true)
})

test('the questions of a group keep their ids when another revision is taken: answers are kept under them', () => {
  const first = buildGroup()
  const added = buildQuestion('yesNo')
  const [member] = first.questions
  const second: Group = { ...first, questions: [added, ...(member ? [member] : [])] }
  const placed = placeQuestion(tie, first) as Group
  const taken = takeRevision(placed, { number: 2, content: second }, { number: 1, content: first }) as Group
  expect(taken.questions[1]?.id).toBe(placed.questions[0]?.id)
  expect(taken.questions[0]?.id).not.toBe(added.id)
  expect(saysTheSame(taken, second)).toBe(true)
})

test('the offers of a form are found by question, and only where there is a tie', () => {
  const content = buildQuestion('shortText')
  const placed = placeQuestion(tie, content)
  const alone = untieQuestion(placed)
  const form = buildForm({ pages: [buildPage([placed, { ...alone, id: newQuestionId() }])] })
  expect([...listOffers(form, [known({ ...content, wording: { en: 'New' } })]).keys()]).toEqual([placed.id])
  expect(listOffers(form, []).size).toBe(0)
})

test('an edit of one question compares that one again and no other', () => {
  const content = buildQuestion('shortText')
  const bank = [known({ ...content, wording: { en: 'Newer' } })]
  const [one, other] = [placeQuestion(tie, content), placeQuestion(tie, content)]
  const form = buildForm({ pages: [buildPage([one, other])] })
  const before = listOffers(form, bank)
  const edited = changeQuestion(form, one.id, (question) => ({ ...question, required: false }))
  const after = listOffers(edited, bank)
  expect(after.get(other.id)).toBe(before.get(other.id))
  expect(after.get(one.id)?.after.required).toBe(false)
})

test('a form is kept from being published by a tie that is not true', () => {
  const content = buildQuestion('shortText')
  const placed = placeQuestion(tie, content)
  const form = buildForm({ pages: [buildPage([buildQuestion('childDetails'), placed])] })
  expect(listTieProblems(form, () => content)).toEqual([])
  expect(listTieProblems(form, () => undefined)).toMatchObject([
    { where: placed.id, sentence: expect.stringContaining('no revision 1 of SCHOOL') as string },
  ])
  const changed = changeQuestion(form, placed.id, (question) => ({ ...question, wording: { en: 'Mine' } }))
  expect(listTieProblems(changed, () => content)).toMatchObject([
    { where: placed.id, sentence: expect.stringContaining('says something else') as string },
  ])
})

test('to whoever answers nothing changes when a question goes into the bank', () => {
  const form = buildForm()
  const [question] = form.pages[0]?.questions ?? []
  const tied = changeQuestion(form, question?.id ?? '', (before) => ({ ...before, bank: tie }))
  expect(findQuestion(tied, question?.id ?? '')?.bank).toEqual(tie)
  expect(compareVersions(form, tied)).toEqual([])
})

test('a frozen revision is followed by the next one, a draft is changed where it stands', () => {
  expect(nextRevision(undefined)).toBe(1)
  expect(nextRevision({ number: 3, status: 'draft' })).toBe(3)
  expect(nextRevision({ number: 3, status: 'frozen' })).toBe(4)
})

type Stated = { type: QuestionType; wording: Text; required: boolean; help: Text | undefined }

test('taking what is offered always ends the offer, whatever was changed on either side', () => {
  const wording = fc.constantFrom('One?', 'Two?', 'Three?').map((en) => ({ en }))
  const state = fc.record({
    type: fc.constantFrom(...questionTypes),
    wording,
    required: fc.boolean(),
    help: fc.option(wording, { nil: undefined }),
  })
  fc.assert(
    fc.property(state, state, state, (one, other, local) => {
      const content = made(one)
      const next = { ...made(other), id: content.id }
      const placed = { ...placeQuestion(tie, content), wording: local.wording, required: local.required }
      const bank = known(next, 2, [{ number: 1, content }])
      const offer = findOffer(placed, bank)
      expect(offer).toBeDefined()
      if (!offer) return
      expect(findOffer(offer.after, { ...bank, held: [bank.latest] })).toBeUndefined()
      expect(offer.after.id).toBe(placed.id)
    }),
  )
  function made({ type, wording: words, required, help }: Stated) {
    const question = { ...newQuestion(type), ...buildQuestion(type) }
    return { ...question, wording: words, required, ...(help ? { help } : {}) }
  }
})

function buildGroup(): Group {
  return buildQuestion('group', {
    questions: [{ ...buildQuestion('shortText'), wording: { en: 'Name' } }],
  })
}
