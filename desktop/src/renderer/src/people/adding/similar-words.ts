import { addressFields } from '@send/shared/suspense/conflicts/import-units'
import type { PersonEntry } from '@send/shared/people/person-entry'
import { translator } from '@send/shared/texts/translator'

import type { Compared } from '../../suspense/suspense-words.ts'
import type { SimilarPerson } from './useSimilar.ts'

const t = translator('en')

/** How each field that both sides have compares, in a word each: "Family name: agrees". */
export function verdictsInWords({ reasons }: SimilarPerson): string[] {
  return reasons.flatMap(({ reason, shown }) =>
    shown === 'missing' || shown === 'counts'
      ? []
      : [`${t(`suspense.reason.${reason}`)}: ${t(`suspense.shown.${shown}`)}`],
  )
}

/** What was typed, as the comparison of suspense shows it. */
export function comparedEntry(entry: PersonEntry): Compared {
  const address = addressFields.slice(0, 3).map((field) => entry[field])
  return {
    givenNames: entry.givenNames,
    familyName: entry.familyName,
    dateOfBirth: entry.dateOfBirth || null,
    sex: entry.sex || null,
    upn: entry.upn,
    postcode: entry.postcode,
    nhsNumber: entry.nhsNumber,
    address: address.filter(Boolean).join(', '),
  }
}
