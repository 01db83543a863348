import type { ChangesTold, ChangeTold, PersonEntry } from '@send/shared/people/person-entry'
import {
  changingUnits,
  fieldsOfRecord,
  listChangedUnits,
  type ChangingUnit,
} from '@send/shared/people/record-units'

/** The units that were changed of which something else was on record: of these it is asked how it came. */
export function listAskedUnits(before: PersonEntry, entry: PersonEntry): ChangingUnit[] {
  const changed = listChangedUnits(before, entry)
  return changingUnits.filter(
    (unit) =>
      changed.includes(unit) &&
      fieldsOfRecord(unit).some((field) => field !== 'externalId' && before[field].trim() !== ''),
  )
}

/** What is told of the units that are asked about; unless somebody says otherwise, a value changed. */
export function tellChanges(units: readonly ChangingUnit[], told: ChangesTold): ChangesTold {
  return Object.fromEntries(
    units.map((unit): [string, ChangeTold] => [unit, told[unit] ?? { kind: 'changed' }]),
  )
}

/** Whether a new value can hold since a day: not before the birth, and not in the future. */
export function isSinceRight(since: string | undefined, birth: string, today: string): boolean {
  return since === undefined || (since <= today && (birth === '' || since >= birth))
}

/** What was typed on top of a record that somebody else changed meanwhile: their values, except where one was typed. */
export function carryOver(seen: PersonEntry, entry: PersonEntry, now: PersonEntry): PersonEntry {
  const fields = Object.keys(entry) as (keyof PersonEntry)[]
  return Object.fromEntries(
    fields.map((field) => [field, entry[field] === seen[field] ? now[field] : entry[field]]),
  ) as PersonEntry
}
