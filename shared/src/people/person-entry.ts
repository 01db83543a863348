import { z } from 'zod'
import { Id } from '../values/ids.ts'
import { isNhsNumber, tidyNhsNumber } from '../values/nhs-number.ts'
import { PlainDate } from '../values/plain-date.ts'
import { findPostcode } from '../values/postcode.ts'
import { StorableText } from '../values/storable-text.ts'
import { isUln, tidyUln } from '../values/uln.ts'
import { isUpn, tidyUpn } from '../values/upn.ts'
import { changeKinds, changingUnits, type RecordValues } from './record-units.ts'
import { isUnreadableText } from './unreadable-text.ts'

const Text = StorableText.max(250)

/** A person’s details as an officer types them; an empty text is not known. */
export const PersonEntry = z.strictObject({
  givenNames: Text,
  familyName: Text,
  formerFamilyName: Text,
  knownAsGivenNames: Text,
  knownAsFamilyName: Text,
  dateOfBirth: z.union([z.literal(''), PlainDate]),
  sex: z.enum(['', 'female', 'male']),
  upn: Text,
  nhsNumber: Text,
  uln: Text,
  addressLine: Text,
  addressLine2: Text,
  town: Text,
  postcode: Text,
  schoolId: z.union([z.literal(''), Id]),
})
export type PersonEntry = z.infer<typeof PersonEntry>
export type EntryField = keyof PersonEntry

export const emptyEntry: PersonEntry = {
  givenNames: '',
  familyName: '',
  formerFamilyName: '',
  knownAsGivenNames: '',
  knownAsFamilyName: '',
  dateOfBirth: '',
  sex: '',
  upn: '',
  nhsNumber: '',
  uln: '',
  addressLine: '',
  addressLine2: '',
  town: '',
  postcode: '',
  schoolId: '',
}

/** How a value came to be another one: it changed, perhaps since a day that is known, or the earlier one was wrong. */
export const ChangeTold = z.strictObject({ kind: z.enum(changeKinds), since: PlainDate.optional() })
export type ChangeTold = z.infer<typeof ChangeTold>
export const ChangesTold = z.partialRecord(z.enum(changingUnits), ChangeTold)
export type ChangesTold = z.infer<typeof ChangesTold>

export const entryProblems = [
  'missing',
  'unreadable',
  'future',
  'upnWrong',
  'nhsNumberWrong',
  'ulnWrong',
] as const
export type EntryProblem = (typeof entryProblems)[number]

/** What is wrong with what was typed, field by field; `today` is the last day on which anybody was born. */
export function listEntryProblems(
  entry: PersonEntry,
  today: PlainDate,
): Partial<Record<EntryField, EntryProblem>> {
  const found: Partial<Record<EntryField, EntryProblem>> = {}
  for (const [field, text] of Object.entries(entry) as [EntryField, string][]) {
    const problem = findProblem(field, text.trim(), today)
    if (problem) found[field] = problem
  }
  return found
}

function findProblem(field: EntryField, text: string, today: PlainDate): EntryProblem | undefined {
  if (text === '') return field === 'givenNames' || field === 'familyName' ? 'missing' : undefined
  if (isUnreadableText(text)) return 'unreadable'
  switch (field) {
    case 'dateOfBirth':
      // PostgreSQL knows no year 0.
      if (text.startsWith('0000')) return 'unreadable'
      return text > today ? 'future' : undefined
    case 'upn':
      return isUpn(text) ? undefined : 'upnWrong'
    case 'nhsNumber':
      return isNhsNumber(text) ? undefined : 'nhsNumberWrong'
    case 'uln':
      return isUln(text) ? undefined : 'ulnWrong'
    default:
      return undefined
  }
}

/** What a record holds when an entry without problems is kept; a foreign postcode stays as it was typed. */
export function readEntry(entry: PersonEntry): Omit<RecordValues, 'externalId'> {
  const tidied = {
    ...entry,
    upn: tidyUpn(entry.upn),
    nhsNumber: tidyNhsNumber(entry.nhsNumber),
    uln: tidyUln(entry.uln),
    postcode: findPostcode(entry.postcode) ?? entry.postcode,
  }
  const texts = Object.entries(tidied).map(([field, text]) => [field, tidyText(text) || null])
  return Object.fromEntries(texts) as Omit<RecordValues, 'externalId'>
}

function tidyText(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ')
}
