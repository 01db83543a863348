import { describe, expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newSectionId } from '../values/ids.ts'
import { copyParts } from './copy-parts.ts'
import { insertParts, moveIn, moveOut, moveParts, placePartsAt, removeParts } from './edit-parts.ts'
import { mostQuestionsOnPage, type FormDefinition } from './form-definition.ts'
import { takeParts } from './outline-parts.ts'
import type { Question } from './questions/question-types.ts'

const named = (name: string) => buildQuestion('date', { wording: { en: name } })
const section = (name: string, questions: Question[]) => ({
  id: newSectionId(),
  title: { en: name },
  questions,
})
const [a, b, c, d, e] = [named('a'), named('b'), named('c'), named('d'), named('e')]
const [S, T] = [section('S', [c]), section('T', [d])]
const one = buildPage([a, b], { title: { en: '1' }, sections: [S, T] })
const two = buildPage([e], { title: { en: '2' } })
const form = buildForm({ pages: [one, two] })
const ids = (...parts: { id: string }[]) => new Set(parts.map(({ id }) => id))

/** The outline in one line: `1[a b S(c) T(d)] 2[e]`. */
function draw({ pages }: FormDefinition): string {
  const words = (questions: readonly Question[]) => questions.map(({ wording }) => wording.en)
  return pages
    .map(({ title, questions, sections = [] }) => {
      const drawn = sections.map((part) => `${part.title.en}(${words(part.questions).join(' ')})`)
      return `${title.en}[${[...words(questions), ...drawn].join(' ')}]`
    })
    .join(' ')
}

test('what is taken stands in the order of the form, and what lies within another part goes with it', () => {
  const taken = takeParts(form, ids(e, S, c, a))
  expect(taken.map(({ kind }) => kind)).toEqual(['question', 'section', 'question'])
  expect(takeParts(form, ids(one, a, S))).toEqual([{ kind: 'page', page: one }])
})

test('several parts are removed in one edit, and a page without a section has no list of them', () => {
  expect(draw(removeParts(form, ids(a, T, e)))).toBe('1[b S(c)] 2[]')
  expect(removeParts(form, ids(S, T)).pages[0]).not.toHaveProperty('sections')
  expect(removeParts(form, ids(named('elsewhere')))).toBe(form)
})

describe('parts are put', () => {
  const x = named('x')
  const X = section('X', [named('y')])
  const third = buildPage([named('z')], { title: { en: '3' } })
  test.each([
    ['above a question', b, 'before', '1[a x b X(y) S(c) T(d)] 3[z] 2[e]'],
    ['below a question of a section', c, 'after', '1[a b S(c x) X(y) T(d)] 3[z] 2[e]'],
    ['above a section', S, 'before', '1[a b x X(y) S(c) T(d)] 3[z] 2[e]'],
    ['below the heading of a section', T, 'after', '1[a b S(c) T(x d) X(y)] 3[z] 2[e]'],
    ['into a section', S, 'into', '1[a b S(c x) X(y) T(d)] 3[z] 2[e]'],
    ['below the heading of a page', one, 'after', '1[x a b X(y) S(c) T(d)] 3[z] 2[e]'],
    ['into a page', one, 'into', '1[a b x S(c) T(d) X(y)] 3[z] 2[e]'],
    ['above a page', two, 'before', '1[a b S(c) T(d x) X(y)] 3[z] 2[e]'],
    ['at the beginning', { id: 'form' }, 'after', '3[z] 1[x a b X(y) S(c) T(d)] 2[e]'],
    ['at the end', { id: 'form' }, 'into', '1[a b S(c) T(d)] 2[e x X(y)] 3[z]'],
    ['above the first page', one, 'before', '3[z] 1[x a b X(y) S(c) T(d)] 2[e]'],
  ] as const)('%s', (_, { id }, where, drawn) => {
    const parts = [
      { kind: 'question', question: x } as const,
      { kind: 'section', section: X } as const,
      { kind: 'page', page: third } as const,
    ]
    expect(draw(insertParts(form, parts, { id, where }))).toBe(drawn)
  })

  test('not at all where they do not all fit, or stand in the form already', () => {
    const many = Array.from({ length: mostQuestionsOnPage }, () => named('m'))
    const parts = many.map((question) => ({ kind: 'question' as const, question }))
    expect(insertParts(form, parts, { id: a.id, where: 'after' })).toBe(form)
    expect(insertParts(form, takeParts(form, ids(a)), { id: e.id, where: 'after' })).toBe(form)
    expect(insertParts(form, parts, { id: named('gone').id, where: 'into' })).toBe(form)
  })

  test('into a form without a page, as long as they are pages', () => {
    const bare = buildForm({ pages: [] })
    expect(draw(insertParts(bare, [{ kind: 'page', page: third }], { id: 'form', where: 'into' }))).toBe(
      '3[z]',
    )
    expect(insertParts(bare, [{ kind: 'question', question: x }], { id: 'form', where: 'into' })).toBe(bare)
  })
})

test('parts are dropped at a place together, and never within themselves', () => {
  expect(draw(placePartsAt(form, ids(a, c), { id: e.id, where: 'before' }))).toBe('1[b S() T(d)] 2[a c e]')
  expect(draw(placePartsAt(form, ids(T), { id: S.id, where: 'before' }))).toBe('1[a b T(d) S(c)] 2[e]')
  expect(draw(placePartsAt(form, ids(two), { id: one.id, where: 'before' }))).toBe('2[e] 1[a b S(c) T(d)]')
  expect(placePartsAt(form, ids(S), { id: c.id, where: 'after' })).toBe(form)
  expect(placePartsAt(form, ids(a), { id: a.id, where: 'after' })).toBe(form)
  expect(placePartsAt(form, ids(a), { id: b.id, where: 'before' })).toBe(form)
})

test('several parts move by one place each, or none where one cannot', () => {
  expect(draw(moveParts(form, ids(a, b), 1))).toBe('1[S(a b c) T(d)] 2[e]')
  expect(moveParts(form, ids(a, c), -1)).toBe(form)
  expect(moveParts(form, ids(a, two), 1)).toBe(form)
  expect(draw(moveParts(form, ids(one), 1))).toBe('2[e] 1[a b S(c) T(d)]')
})

test('a section moves up and down its page, and over its edge to the next', () => {
  const down = moveParts(form, ids(S), 1)
  expect(draw(down)).toBe('1[a b T(d) S(c)] 2[e]')
  const over = moveParts(down, ids(S), 1)
  expect(draw(over)).toBe('1[a b T(d)] 2[e S(c)]')
  expect(moveParts(over, ids(S), 1)).toBe(over)
  expect(moveParts(over, ids(S), -1)).toEqual(down)
})

test('questions move into the first section and out again, together', () => {
  expect(draw(moveIn(form, ids(a, b)))).toBe('1[S(a b c) T(d)] 2[e]')
  expect(draw(moveOut(form, ids(c, d)))).toBe('1[a b c d S() T()] 2[e]')
  expect(moveIn(form, ids(e))).toBe(form)
  expect(moveIn(form, ids(a, c))).toBe(form)
  expect(moveOut(form, ids(a))).toBe(form)
})

test('a copy of several parts keeps what they say of one another and shares no id', () => {
  const asking = buildQuestion('yesNo', {
    showIf: { kind: 'answered', of: { from: 'answer', questionId: a.id } },
  })
  const copies = copyParts([
    { kind: 'question', question: a },
    { kind: 'section', section: section('X', [asking]) },
  ])
  const [first, second] = copies
  if (first?.kind !== 'question' || second?.kind !== 'section') throw new Error('The kinds changed.')
  expect(first.question.id).not.toBe(a.id)
  const of = { from: 'answer', questionId: first.question.id }
  expect(second.section.questions[0]?.showIf).toEqual({ kind: 'answered', of })
})
