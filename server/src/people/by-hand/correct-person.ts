import {
  readEntry,
  type ChangesTold,
  type EntryField,
  type PersonEntry,
} from '@send/shared/people/person-entry'
import { listChangedUnits, type RecordUnit } from '@send/shared/people/record-units'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { changePerson } from '../changes/change-person.ts'
import { findWhoChanged } from '../changes/find-who-changed.ts'
import { lockPersonValues, type PersonRecord } from '../find-person-values.ts'
import { findTaken, type Taken } from './find-taken.ts'
import { requireBase } from './require-base.ts'
import { requireSoundEntry } from './require-sound-entry.ts'

export type Correction = {
  personId: string
  /** The record as the officer saw it, and as they left it. */
  expected: PersonEntry
  entry: PersonEntry
  told: ChangesTold
}

export type Corrected =
  | { outcome: 'corrected'; units: RecordUnit[] }
  /** Somebody changed one of the same values since it was looked at: nothing was done. Null where nobody can be named. */
  | { outcome: 'changedMeanwhile'; units: RecordUnit[]; by: string | null; at: string | null }
  | Taken

/**
 * Corrects the record of a person, as far as an officer changed it. What a colleague changed meanwhile elsewhere in the
 * record stays; of two who change the same value the second is told by whom.
 */
export async function correctPerson(ctx: ProcedureContext<Actor>, request: Correction): Promise<Corrected> {
  const { personId, expected, entry, told } = request
  const held = await lockPersonValues(ctx, personId)
  if (!held) throw notFound()
  const fields = (Object.keys(entry) as EntryField[]).filter((field) => entry[field] !== expected[field])
  requireSoundEntry(ctx, entry, fields)
  const read = readEntry(entry)
  const values = Object.fromEntries(fields.map((field) => [field, read[field]])) as Partial<PersonRecord>
  const units = listChangedUnits(held, values)
  const outdated = units.filter((unit) => isOutdated(unit, held, expected))
  if (outdated.length > 0) return tellByWhom(ctx, request, outdated)
  requireSoundDates(ctx, request, read.dateOfBirth)
  await requireBase(ctx, values.schoolId)
  const taken = await findTaken(ctx, values, personId)
  if (taken) return taken
  const former = keepFormerName(held, values, told)
  const changed = await changePerson(ctx, personId, {
    held,
    values: { ...values, ...former },
    stamp: { changedBy: ctx.actor.userId },
    told,
  })
  await ctx.audit({
    action: 'people.correct',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { units: changed },
  })
  if (changed.length > 0) {
    // Whoever waits in suspense may be this person now, or was proposed and is not any more.
    await ctx.enqueue({ queue: 'score-children', data: { personId } })
    await ctx.enqueue({ queue: 'score-children', data: { removedPersonId: personId } })
  }
  return { outcome: 'corrected', units: changed }
}

/** Whether what the record holds of a unit is not what the officer saw. */
function isOutdated(unit: RecordUnit, held: PersonRecord, expected: PersonEntry): boolean {
  return listChangedUnits(held, valuesSeen(expected)).includes(unit)
}

function valuesSeen(expected: PersonEntry): Partial<PersonRecord> {
  const seen = Object.entries(expected).map(([field, text]) => [field, text || null])
  return Object.fromEntries(seen) as Partial<PersonRecord>
}

async function tellByWhom(
  ctx: ProcedureContext<Actor>,
  { personId, expected }: Correction,
  units: RecordUnit[],
): Promise<Corrected> {
  const changed = await findWhoChanged(ctx, { personId, units, values: valuesSeen(expected) })
  return {
    outcome: 'changedMeanwhile',
    units,
    by: changed?.by ?? null,
    at: changed?.at.toISOString() ?? null,
  }
}

function requireSoundDates(ctx: ProcedureContext<Actor>, { told }: Correction, birth: string | null): void {
  const today = dateInLondon(ctx.now())
  const days = Object.values(told).flatMap(({ since }) => since ?? [])
  const sentence = 'A change cannot lie in the future or before the birth. Nothing was saved.'
  if (days.some((day) => day > today || (birth !== null && day < birth)))
    throw new SendError('bad-input', sentence)
}

/** An earlier family name that was right stays as the former one, unless the officer says another. */
function keepFormerName(
  held: PersonRecord,
  values: Partial<PersonRecord>,
  told: ChangesTold,
): Partial<PersonRecord> {
  const isChanged = values.familyName !== undefined && values.familyName !== held.familyName
  if (!isChanged || told.familyName?.kind === 'wrong' || values.formerFamilyName !== undefined) return {}
  return held.familyName === '' ? {} : { formerFamilyName: held.familyName }
}
