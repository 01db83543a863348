import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newQuestionId } from '../values/ids.ts'
import type { Condition } from './conditions/condition.ts'
import type { Page } from './form-definition.ts'
import { listFormPaths } from './form-paths.ts'
import type { Question } from './questions/question-types.ts'

const child = buildQuestion('childDetails')
const place = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const many = buildQuestion('wholeNumber', { wording: { en: 'How many?' } })
const start = buildPage([child, place, many])
const on = (id: string) => ({ from: 'answer', questionId: id }) as const
const is = (value: string, question: Question = place): Condition => ({
  kind: 'equals',
  of: on(question.id),
  value,
})
const all = (...conditions: Condition[]): Condition => ({ kind: 'all', conditions })

/** Each page as “number: shown, because → where one can go on to”. */
function pathsOf(...pages: Page[]): string[] {
  const { steps } = listFormPaths(buildForm({ pages }))
  const numberOf = (id: string) => steps.find(({ pageId }) => pageId === id)?.number ?? id
  return steps.map(
    ({ number, shown, because, next }) =>
      `${number}: ${shown}${because ? `, ${because}` : ''} → ${next.map(numberOf).join(' ')}`,
  )
}

function pageIf(showIf: Condition | undefined, ...questions: Question[]): Page {
  const asked = questions.length > 0 ? questions : [buildQuestion('yesNo')]
  return buildPage(asked, showIf ? { showIf } : {})
}

test('without conditions every page leads to the next, and the last to the end', () => {
  expect(pathsOf(start, pageIf(undefined))).toEqual(['1: always → 2', '2: always → end'])
  expect(listFormPaths(buildForm({ pages: [] }))).toEqual({ first: ['end'], steps: [] })
})

test('pages with conditions can be skipped, several at once too, up to one that never is', () => {
  expect(pathsOf(start, pageIf(is('home')), pageIf(is('school')), pageIf(undefined))).toEqual([
    '1: always → 2 3 4',
    '2: sometimes, ‘Where?’ is ‘At home’ → 3 4',
    '3: sometimes, ‘Where?’ is ‘At school’ → 4',
    '4: always → end',
  ])
})

test('a page all of whose questions have conditions can be skipped too, and one that asks nothing is', () => {
  const some = buildQuestion('date', { showIf: is('home') })
  const never = buildQuestion('date', { showIf: is('moon') })
  expect(pathsOf(start, pageIf(undefined, some, never))[1]).toContain('2: sometimes, one of its questions')
  expect(pathsOf(start, pageIf(undefined, never))[1]).toBe(
    '2: never, none of its questions can ever be shown → ',
  )
  expect(pathsOf(start, buildPage([]))[1]).toContain('2: never, it asks nothing')
})

const later = buildQuestion('yesNo', { wording: { en: 'Later?' } })

test.each<[string, Condition, string]>([
  ['for an option that is not offered', is('moon'), '‘Where?’ does not offer the option that it asks for'],
  ['for a question that is not there', is('home', { ...place, id: newQuestionId() }), 'not there'],
  ['for a later page', is('yes', later), 'it asks about a later page'],
  ['that no later answer is so', { kind: 'none', conditions: [is('yes', later)] }, 'a later page'],
  ['for two things at once', all(is('home'), is('school')), '‘Where?’ cannot be two things at once'],
  ['for what never is, among others', all(is('home'), is('moon')), 'does not offer'],
  ['for one of two that never are', { kind: 'any', conditions: [is('moon'), is('mars')] }, 'does not offer'],
])('nobody comes to a page that asks %s', (_what, showIf, because) => {
  const paths = pathsOf(start, pageIf(showIf), pageIf(undefined, later))
  expect(paths[1]).toMatch(/^2: never, .* → $/)
  expect(paths[1]).toContain(because)
  expect(paths[0]).toBe('1: always → 3')
})

test.each<[string, Condition]>([
  ['any of several, of which one can be', { kind: 'any', conditions: [is('moon'), is('home')] }],
  ['none of what never is', { kind: 'none', conditions: [is('moon')] }],
  ['what can be at once', all(is('home'), { kind: 'oneOf', of: on(place.id), values: ['home', 'school'] })],
  ['a number', { kind: 'number', of: on(many.id), comparison: 'atLeast', than: 2 }],
])('a page that asks for %s can be reached', (_what, showIf) => {
  expect(pathsOf(start, pageIf(showIf))[1]).toMatch(/^2: sometimes/)
})

test('what depends on itself, and what asks about a page that nobody reaches, is never reached', () => {
  const own = buildQuestion('yesNo')
  expect(pathsOf(start, pageIf(is('yes', own), own))[1]).toContain('never, its condition depends on itself')
  const asked = buildQuestion('yesNo')
  const lost = pathsOf(start, pageIf(is('moon'), asked), pageIf(is('yes', asked)))
  expect(lost[2]).toContain('3: never, it asks about a question that nobody is asked')
  const notAnswered: Condition = { kind: 'none', conditions: [{ kind: 'answered', of: on(asked.id) }] }
  expect(pathsOf(start, pageIf(is('moon'), asked), pageIf(notAnswered))[2]).toMatch(/^3: sometimes/)
})
