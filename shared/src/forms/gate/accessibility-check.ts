import { z } from 'zod'
import { StorableText } from '../../values/storable-text.ts'
import type { FormDefinition } from '../form-definition.ts'
import type { PublishingProblem } from '../publishing-problems.ts'
import { hashDefinition } from './definition-hash.ts'
import { keyOfState, listPageStates, PageState } from './page-states.ts'

/** The most states of a form: 100 pages, three looks, two languages, and how it begins. */
const mostStates = 602
const mostFailures = 200

/** A rule that a page does not keep: its name with axe, what it asks for, and the first element that breaks it. */
export const AccessibilityFailure = z.strictObject({
  rule: z.string().max(100),
  help: StorableText.max(500),
  element: StorableText.max(500),
})
export type AccessibilityFailure = z.infer<typeof AccessibilityFailure>

/** What one look at a page found: how many rules it keeps, how many somebody must look at, and which it breaks. */
export const CheckedState = PageState.extend({
  passes: z.int().min(0).max(1000),
  unsure: z.int().min(0).max(1000),
  failures: z.array(AccessibilityFailure).max(mostFailures),
})
export type CheckedState = z.infer<typeof CheckedState>

/**
 * The accessibility check of a preview, as the client of the officer states it: which definition it was made on, with
 * which axe, and what every state of every page came to. The server cannot see a browser; it can only hold this to
 * the definition.
 */
export const AccessibilityCheck = z.strictObject({
  definitionHash: z.string().regex(/^[0-9a-f]{64}$/),
  axeVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  checkedAt: z.iso.datetime(),
  states: z.array(CheckedState).max(mostStates),
})
export type AccessibilityCheck = z.infer<typeof AccessibilityCheck>

/** Why a check does not let exactly this definition be published; empty when it does. */
export async function listCheckProblems(
  definition: FormDefinition,
  check: AccessibilityCheck | undefined,
): Promise<PublishingProblem[]> {
  const say = (sentence: string) => [{ where: 'form', sentence }]
  if (!check) return say('The accessibility of the pages is not checked yet. Check it before you publish.')
  if (check.definitionHash !== (await hashDefinition(definition)))
    return say('The form was changed since its accessibility was checked. Check it again.')
  const looked = new Set(check.states.filter(({ passes }) => passes > 0).map(keyOfState))
  if (listPageStates(definition).some((state) => !looked.has(keyOfState(state))))
    return say('The accessibility check did not look at every page. Check it again.')
  return listFailures(check)
}

/** What a check found wrong, each failure of a page once, however many of its states show it. */
export function listFailures(check: Pick<AccessibilityCheck, 'states'>): PublishingProblem[] {
  const problems = check.states.flatMap(({ pageId, failures }) =>
    failures.map(({ rule, help, element }) => ({
      where: pageId ?? 'form',
      sentence: `Accessibility: ${help} (${rule}, at ${element})`,
    })),
  )
  const keys = problems.map(({ where, sentence }) => `${where} ${sentence}`)
  return problems.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

/** What is kept of a check with the version that it let through. */
export type KeptCheck = Pick<AccessibilityCheck, 'definitionHash' | 'axeVersion' | 'checkedAt'> & {
  states: number
  passes: number
  unsure: number
}

/** The figures of a passed check: who published it made the statement. */
export function keptOf({ definitionHash, axeVersion, checkedAt, states }: AccessibilityCheck): KeptCheck {
  const sum = (part: 'passes' | 'unsure') => states.reduce((total, state) => total + state[part], 0)
  const figures = { states: states.length, passes: sum('passes'), unsure: sum('unsure') }
  return { definitionHash, axeVersion, checkedAt, ...figures }
}
