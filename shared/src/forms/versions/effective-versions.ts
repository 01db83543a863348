import { comparePlainDates } from '../../values/plain-date.ts'
import type { PlainDate } from '../../values/plain-date.ts'

/** A version of an internal form, and the day from which it is the one to fill in. */
export type DatedVersion = { number: number; effectiveFrom: PlainDate }

/** Where a version of an internal form stands in time; one that was replaced before its day came is previous. */
export type VersionState = 'current' | 'previous' | 'future'

/** The version that is valid on a date: the last to take effect until then, of two on one day the newer. */
export function findVersionOn<Version extends DatedVersion>(
  versions: readonly Version[],
  date: PlainDate,
): Version | undefined {
  let valid: Version | undefined
  for (const version of versions) {
    if (comparePlainDates(version.effectiveFrom, date) > 0) continue
    if (!valid || isLater(version, valid)) valid = version
  }
  return valid
}

/** Whether a version is valid on a date, was before, or will be. */
export function versionStateOn(
  version: DatedVersion,
  versions: readonly DatedVersion[],
  date: PlainDate,
): VersionState {
  const { number, effectiveFrom } = version
  if (findVersionOn(versions, date)?.number === number) return 'current'
  const comes = comparePlainDates(effectiveFrom, date) > 0
  return comes && findVersionOn(versions, effectiveFrom)?.number === number ? 'future' : 'previous'
}

function isLater(version: DatedVersion, other: DatedVersion): boolean {
  const order = comparePlainDates(version.effectiveFrom, other.effectiveFrom)
  return order > 0 || (order === 0 && version.number > other.number)
}
