import { expect, test } from 'vitest'
import { buildAccessibilityCheck } from '../../testing/build-accessibility-check.ts'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import type { FormDefinition } from '../form-definition.ts'
import { AccessibilityCheck, keptOf, listCheckProblems } from './accessibility-check.ts'
import { hashDefinition } from './definition-hash.ts'
import { listPageStates } from './page-states.ts'

const child = buildQuestion('childDetails')
const form = buildForm({ pages: [buildPage([child])] })
const [page] = form.pages

test('the hash is the SHA-256 of the definition with its keys in order, whatever order they came in', async () => {
  const turned = Object.fromEntries(Object.entries(form).reverse()) as FormDefinition
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(form))
  expect(await hashDefinition(turned)).toBe(await hashDefinition(form))
  expect(await hashDefinition({ ...form, guidance: undefined })).toBe(await hashDefinition(form))
  expect(await hashDefinition({ ...form, title: { en: 'Another' } })).not.toBe(await hashDefinition(form))
  const small = { b: [{ d: 1, c: 'é' }], a: null } as unknown as FormDefinition
  // Of {"a":null,"b":[{"c":"é","d":1}]}, by sha256sum.
  expect(await hashDefinition(small)).toBe('efc0d0a6050e14359e68613069e2c6bd52762e648767f521ddc6ac27ea344ff8')
})

test('a page is looked at as it opens and with errors; in Welsh where there is Welsh; with all shown where it hides', () => {
  const keys = (definition: FormDefinition) =>
    listPageStates(definition).map(
      ({ pageId, look, language }) => `${pageId ? 'page' : 'form'} ${look} ${language}`,
    )
  expect(keys(form)).toEqual(['form opened en', 'page opened en', 'page withErrors en'])
  const { englishOnly: _, ...bilingual } = form
  const showIf = { kind: 'answered', of: { from: 'answer', questionId: child.id } } as const
  const hiding = { ...bilingual, pages: [buildPage([child, buildQuestion('yesNo', { showIf })])] }
  const looks = ['form opened', 'page opened', 'page withErrors', 'page everythingShown']
  expect(keys(hiding)).toEqual(['en', 'cy'].flatMap((language) => looks.map((look) => `${look} ${language}`)))
})

const failure = { rule: 'label', help: 'Form elements must have labels', element: '<input>' }

test.each([
  ['there is none', async () => undefined, 'not checked yet'],
  ['it is of another definition', () => buildAccessibilityCheck(buildForm()), 'was changed since'],
  [
    'a page was left out',
    async () => {
      const check = await buildAccessibilityCheck(form)
      return { ...check, states: check.states.slice(1) }
    },
    'did not look at every page',
  ],
  [
    'nothing was looked at on a page',
    async () => {
      const check = await buildAccessibilityCheck(form)
      return { ...check, states: check.states.map((state) => ({ ...state, passes: 0 })) }
    },
    'did not look at every page',
  ],
  [
    'something failed',
    async () => {
      const check = await buildAccessibilityCheck(form)
      return { ...check, states: check.states.map((state) => ({ ...state, failures: [failure] })) }
    },
    'Form elements must have labels (label, at <input>)',
  ],
])('a check lets nothing be published when %s', async (_what, build, sentence) => {
  const problems = await listCheckProblems(form, await build())
  expect(problems.map((problem) => problem.sentence)).toContainEqual(
    expect.stringContaining(sentence) as string,
  )
})

test('a passed check of exactly this definition lets it be published, and its figures are kept', async () => {
  const check = AccessibilityCheck.parse(await buildAccessibilityCheck(form))
  expect(await listCheckProblems(form, check)).toEqual([])
  expect(keptOf(check)).toEqual({
    definitionHash: await hashDefinition(form),
    axeVersion: '4.14.1',
    checkedAt: '2026-11-26T09:00:00.000Z',
    states: 3,
    passes: 60,
    unsure: 0,
  })
})

test('what several states of a page show is said once, and leads to the page', async () => {
  const check = await buildAccessibilityCheck(form)
  const states = check.states.map((state) => (state.pageId ? { ...state, failures: [failure] } : state))
  expect((await listCheckProblems(form, { ...check, states })).map(({ where }) => where)).toEqual([page?.id])
})
