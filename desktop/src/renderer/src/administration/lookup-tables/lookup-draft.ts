import { findEntryProblem, type LookupEntry } from '@send/shared/forms/lookup-table'

/** A look-up table as it is being changed, and the version that it was made from. */
export type LookupDraft = { baseVersion: number; name: string; entries: LookupEntry[] }

/** An entry with one of its parts changed; an empty part is none. */
export function withPart(
  entry: LookupEntry,
  part: 'code' | 'en' | 'cy' | 'externalCode' | 'activeFrom' | 'activeTo',
  typed: string,
): LookupEntry {
  switch (part) {
    case 'code':
      return { ...entry, code: typed.trim() }
    case 'en':
      return { ...entry, description: { ...entry.description, en: typed } }
    case 'cy': {
      const { en } = entry.description
      return { ...entry, description: typed === '' ? { en } : { en, cy: typed } }
    }
    default: {
      const { [part]: _, ...others } = entry
      return typed === '' ? others : { ...others, [part]: typed }
    }
  }
}

/** What is wrong with the entries, by their place. */
export function listEntryProblems(entries: readonly LookupEntry[]): (string | undefined)[] {
  return entries.map((_, index) => findEntryProblem(entries, index))
}
