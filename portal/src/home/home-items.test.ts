import { expect, test } from 'vitest'
import { splitHome, type Advice, type AskedQuestion, type ExpertTask, type Submission } from './home-items.ts'

const today = '2026-12-01'
const me = { userId: 'me', name: 'Max', isMe: true }
const colleague = { userId: 'other', name: 'Cai', isMe: false }

function advice(overrides: Partial<Advice>): Advice {
  return {
    adviceRequestId: 'a',
    personId: 'p',
    givenNames: 'Amira',
    familyName: 'Khan',
    dateOfBirth: '2014-02-14',
    organisationId: 'o',
    organisation: 'Elm',
    formTitle: { en: 'Advice' },
    askedAt: '2026-11-01T10:00:00.000Z',
    askedOn: '2026-11-01',
    dueOn: '2026-12-13',
    state: 'asked',
    answeredAt: null,
    heldBy: null,
    submissionId: null,
    ...overrides,
  }
}

function submission(overrides: Partial<Submission>): Submission {
  return {
    submissionId: 's',
    title: { en: 'Request' },
    status: 'inProgress',
    reference: null,
    startedAt: '2026-11-01T10:00:00.000Z',
    changedAt: '2026-11-01T10:00:00.000Z',
    keptUntil: '2027-01-30',
    submittedAt: null,
    decisionDueOn: null,
    child: null,
    ...overrides,
  }
}

const none = { submissions: [], questions: [], advice: [], tasks: [], today }

test('what is due stands by its day: requests, an expert’s task by its last day, and a form that ends soon', () => {
  const task: ExpertTask = {
    personId: 't',
    givenNames: 'Ben',
    familyName: 'Abel',
    task: 'Advice',
    until: '2026-12-06T00:00:00.000Z',
  }
  const ending = submission({ submissionId: 'ending', keptUntil: '2026-12-15' })
  const later = submission({ submissionId: 'later', keptUntil: '2026-12-16' })
  const { due, inProgress } = splitHome({
    submissions: [later, ending],
    advice: [advice({ dueOn: '2026-12-13' }), advice({ adviceRequestId: 'late', dueOn: '2026-11-30' })],
    tasks: [task],
    questions: [],
    today,
  })
  expect(due.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
    'advice 2026-11-30',
    'task 2026-12-05',
    'advice 2026-12-13',
    'ending 2026-12-15',
  ])
  expect(inProgress).toEqual([later])
})

test('a request that a colleague works on, or that is answered, is nothing to do now', () => {
  const requests = [
    advice({ heldBy: colleague, state: 'inProgress' }),
    advice({ heldBy: me, state: 'answered' }),
    advice({ adviceRequestId: 'mine', heldBy: me, state: 'inProgress' }),
    advice({ adviceRequestId: 'free' }),
  ]
  const { due } = splitHome({ ...none, advice: requests })
  expect(due.map((item) => item.kind === 'advice' && item.advice.adviceRequestId)).toEqual(['mine', 'free'])
})

test('the form of a request is not told twice, and one that was sent stands among those sent', () => {
  const begun = submission({ submissionId: 'begun' })
  const sent = submission({ submissionId: 'sent', status: 'received', keptUntil: null })
  const requests = [advice({ heldBy: me, state: 'inProgress', submissionId: 'begun' })]
  const home = splitHome({ ...none, submissions: [begun, sent], advice: requests })
  expect(home.due).toHaveLength(1)
  expect(home.inProgress).toEqual([])
  expect(home.sent).toEqual([sent])
})

test('a question about a form that was sent is something to do now, for the child that the form names', () => {
  const child = { personId: null, givenNames: 'Amira', familyName: 'Khan', dateOfBirth: '2014-02-14' }
  const question: AskedQuestion = {
    questionId: 'q',
    submissionId: 's',
    reference: 'REQ-1042',
    title: { en: 'Request' },
    child,
    askedAt: '2026-11-30T10:00:00.000Z',
  }
  const sent = submission({ status: 'received' })
  const split = splitHome({ ...none, submissions: [sent], questions: [question] })
  expect(split.due).toEqual([{ kind: 'question', question, child, dueOn: null }])
  expect(split.sent).toEqual([sent])
})
