import type { AccessibilityFailure } from '@send/shared/forms/gate/accessibility-check'

type Found = { axeVersion: string; passes: number; unsure: number; failures: AccessibilityFailure[] }

/** The most letters of an element that are told of it. */
const mostLetters = 200
const mostFailures = 200

/**
 * What axe finds in the page as it is drawn, by all rules that it has switched on. It comes with our own bundle, as a
 * part that is fetched only for this, and fetches nothing itself: the policy of the page stays as strict as it is.
 */
export async function runAxe(): Promise<Found> {
  const { default: axe } = await import('axe-core')
  const { testEngine, passes, incomplete, violations } = await axe.run(document, {
    preload: false,
    resultTypes: ['violations'],
  })
  const failures = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    element: (nodes[0]?.html ?? '').slice(0, mostLetters),
  }))
  return {
    axeVersion: testEngine.version,
    passes: passes.length,
    unsure: incomplete.length,
    failures: failures.slice(0, mostFailures),
  }
}
