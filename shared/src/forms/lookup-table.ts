import { z } from 'zod'
import { Text } from '../texts/language.ts'
import { Id } from '../values/ids.ts'
import { PlainDate } from '../values/plain-date.ts'
import { StorableText } from '../values/storable-text.ts'

/** The most entries of a look-up table: a published form carries those of every table that it uses. */
export const mostLookupEntries = 500

/** A code of the authority's own, such as `ASD`; answers keep it, so it never changes its meaning. */
export const LookupCode = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'Use letters, digits, dots, hyphens and underscores, 40 at most.',
  )

/** One entry: it can be chosen from its first to its last day, both included; without a day there is no such limit. */
export const LookupEntry = z.strictObject({
  code: LookupCode,
  description: Text,
  /** The statutory code that returns to government use for it. */
  externalCode: StorableText.max(40).optional(),
  activeFrom: PlainDate.optional(),
  activeTo: PlainDate.optional(),
})
export type LookupEntry = z.infer<typeof LookupEntry>

export const LookupTableName = StorableText.trim().min(1).max(100)

export const LookupTable = z.strictObject({
  id: Id,
  name: LookupTableName,
  entries: z.array(LookupEntry).max(mostLookupEntries),
})
export type LookupTable = z.infer<typeof LookupTable>

/** Whether an entry can be chosen on a day. */
export function isActiveOn({ activeFrom, activeTo }: LookupEntry, day: PlainDate): boolean {
  return (activeFrom === undefined || activeFrom <= day) && (activeTo === undefined || day <= activeTo)
}

/** What is wrong with an entry of a table, as a sentence with its place, or undefined. */
export function findEntryProblem(entries: readonly LookupEntry[], index: number): string | undefined {
  const entry = entries[index]
  if (!entry) return undefined
  if (!LookupCode.safeParse(entry.code).success) {
    return 'Give the entry a code of letters, digits, dots, hyphens and underscores.'
  }
  if (entries.findIndex(({ code }) => code.toLowerCase() === entry.code.toLowerCase()) < index) {
    return 'Another entry has this code. Each code stands for one entry.'
  }
  if (entry.description.en.trim() === '') return 'Give the entry its description in English.'
  const { activeFrom, activeTo } = entry
  if (activeFrom && activeTo && activeFrom > activeTo) return 'The last day must not be before the first.'
  return undefined
}
