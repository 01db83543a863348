import { inArray } from 'drizzle-orm'
import { emptyEntry, type EntryField, type PersonEntry } from '@send/shared/people/person-entry'
import type { ChangeKind, RecordUnit, RecordValues } from '@send/shared/people/record-units'
import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import type { WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { listToldChanges } from './changes/list-told-changes.ts'
import { listExternalIds, type NumberOfSchool } from './external-ids/list-external-ids.ts'
import { findPersonValues, type PersonRecord } from './find-person-values.ts'
import { bases } from './tables.ts'

/** What a record said before, from when until when as far as it is known, and who or which rule changed it. */
export type EarlierValue = {
  changeId: string
  unit: RecordUnit
  values: Partial<RecordValues>
  schoolName: string | null
  from: string | null
  until: string | null
  kind: ChangeKind | null
  at: string
  by: string | null
  rule: ImportRule | null
  ruleScope: RuleScope | null
  /** Whether a matched child told the value that followed. */
  cameByMatch: boolean
  /** Whether a merge took the value that followed from another record, or the value is of a record merged into this one. */
  merge: 'taken' | 'otherRecord' | null
}

export type FullRecord = {
  entry: PersonEntry
  externalId: string | null
  /** By which numbers schools’ systems know the person. */
  numbers: NumberOfSchool[]
  schoolName: string | null
  since: Partial<Record<RecordUnit, string>>
  /** The latest change first. */
  earlier: EarlierValue[]
}

/** Everything that the record of a person says, and what it said before; throws not-found. The look is audited. */
export async function getPersonRecord(ctx: WorkContext, personId: string): Promise<FullRecord> {
  const held = await findPersonValues(ctx, personId)
  if (!held) throw notFound()
  const { earlier, since } = await listToldChanges(ctx, personId)
  const schools = await nameSchools(ctx, [held.schoolId, ...earlier.map(({ before }) => before.schoolId)])
  await ctx.audit({ action: 'people.getRecord', objectKind: 'person', objectId: personId, personId })
  return {
    entry: entryOf(held),
    externalId: held.externalId,
    numbers: await listExternalIds(ctx, personId),
    schoolName: schools.get(held.schoolId ?? '') ?? null,
    since,
    earlier: earlier
      .filter(({ before }) => Object.values(before).some(Boolean))
      .map(({ id, unit, before, kind, from, until, changedAt, by, ...stamp }) => ({
        changeId: id,
        unit,
        values: before,
        schoolName: schools.get(before.schoolId ?? '') ?? null,
        from,
        until,
        kind,
        at: changedAt.toISOString(),
        by,
        rule: stamp.rule,
        ruleScope: stamp.ruleScope,
        cameByMatch: stamp.incomingChildId !== null,
        merge: stamp.merge,
      }))
      .toReversed(),
  }
}

/** A record as an officer would have typed it. */
function entryOf(held: PersonRecord): PersonEntry {
  const fields = Object.keys(emptyEntry) as EntryField[]
  return Object.fromEntries(fields.map((field) => [field, held[field] ?? ''])) as PersonEntry
}

async function nameSchools(
  ctx: WorkContext,
  given: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const ids = given.flatMap((id) => id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .select({ id: bases.id, name: bases.name })
    .from(bases)
    .where(inArray(bases.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
