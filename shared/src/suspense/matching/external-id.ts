import type { Told } from './match-record.ts'

/** A number by which one system knows somebody: that of a school, by its URN, or the authority’s own, null. */
export type ExternalId = { source: string | null; id: string }

/**
 * The number that is told of a child, in the system of the school that the line names; a line that names no school comes
 * from the authority’s own. Of a school that cannot be read nobody knows the system: the number says nothing.
 */
export function tellExternalId({ externalId, schoolUrn }: Told): ExternalId | undefined {
  const source = schoolUrn?.trim() ? readUrn(schoolUrn) : null
  return externalId && source !== undefined ? { source, id: externalId } : undefined
}

/** The URN as a line has it, or undefined where it is none. */
export function readUrn(written: string): string | undefined {
  return /^\d{6}$/.test(written) ? written : undefined
}

/** All numbers by which somebody on record is known. */
export function listExternalIds({ externalId, furtherIds = [] }: Told): readonly ExternalId[] {
  return externalId ? [{ source: null, id: externalId }, ...furtherIds] : furtherIds
}

/** Whether somebody on record is known by a number: the same number in the same system. */
export function isKnownBy(person: Told, number: ExternalId | undefined): boolean {
  return (
    number !== undefined &&
    listExternalIds(person).some(({ source, id }) => source === number.source && id === number.id)
  )
}
