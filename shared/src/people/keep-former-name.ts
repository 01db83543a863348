import { findCloseness } from '../suspense/matching/compare-names.ts'
import { foldRecord } from '../suspense/matching/match-record.ts'

/**
 * The former family name that a new one leaves behind where nobody says how it changed: the earlier one, unless the new one
 * is the same name spelt otherwise. Undefined where it leaves none.
 */
export function findFormerName(earlier: string, familyName: string): string | undefined {
  const [before, after] = [earlier, familyName].map((name) => foldRecord({ familyName: name }).family)
  if (!before || !after) return undefined
  switch (findCloseness(before, after)) {
    case 'same':
    case 'oneSlip':
    case 'shortSlip':
    case 'close':
      return undefined
    case 'similar':
    case 'faint':
    case 'other':
      return earlier
  }
}
