import type { ComparedField } from './compare-records.ts'
import type { FieldId } from './fields/field.ts'
import { parentPhone } from './fields/parent-contact.ts'

/** Bits of one field: all of them, and how many of them a relative, and a twin, would explain as well. */
export type FieldWeight = { weight: number; relatives: number; twins: number }

const homeFields: readonly FieldId[] = ['postcode', 'address']
export const contactFields = ['parentPhone', 'parentEmail'] as const satisfies readonly FieldId[]

/** Families have many numbers: that none agrees never halves the odds more than once, whatever was counted. */
const leastBits = -1

/** Whether a field says how a parent is reached. */
export function isContactField(id: string): boolean {
  return contactFields.some((field) => field === id)
}

/**
 * The weights with what says only that it is the same family counted once. The telephone and the e-mail of one parent come
 * and go together, and so do they and the home: of telephone and e-mail the stronger counts, and of that only what it says
 * beyond postcode and address. A relative explains it as well as the child itself. Where another field agrees the sum never
 * falls.
 */
export function countFamilyOnce(
  compared: readonly ComparedField[],
  weighed: readonly FieldWeight[],
): FieldWeight[] {
  const home = sumOf(
    compared.map(({ id }, place) => (homeFields.includes(id) ? Math.max(weighed[place]?.weight ?? 0, 0) : 0)),
  )
  const bits = compared.map(({ id, level }, place) =>
    isContactField(id) && level !== undefined ? bound(level, weighed[place]?.weight ?? 0) : undefined,
  )
  const known = bits.filter((each) => each !== undefined)
  const [best, worst] = [Math.max(0, ...known), Math.min(0, ...known)]
  const [speaking, against] = [bits.indexOf(best), bits.indexOf(worst)]
  return weighed.map((own, place) => {
    if (!isContactField(compared[place]?.id ?? '')) return own
    const weight = place === speaking ? Math.max(best - home, 0) : place === against ? worst : 0
    return { weight, relatives: weight, twins: weight }
  })
}

/** An agreement never speaks against, not even of a number that everybody has; a difference never speaks for. */
function bound(level: number, weight: number): number {
  return parentPhone.levels[level]?.shown === 'differs'
    ? Math.min(Math.max(weight, leastBits), 0)
    : Math.max(weight, 0)
}

function sumOf(bits: readonly number[]): number {
  return bits.reduce((sum, each) => sum + each, 0)
}
