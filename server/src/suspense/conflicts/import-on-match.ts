import { readTold } from '@send/shared/people/person-columns'
import { tellExternalId } from '@send/shared/suspense/matching/external-id'
import type { ToldCarer } from '@send/shared/suspense/conflicts/family/told-carer'
import { planImport, type PlannedUnit } from '@send/shared/suspense/conflicts/plan-import'
import type { ImportableField, PartValues } from '@send/shared/suspense/conflicts/import-units'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { WorkContext } from '../../context.ts'
import { lockPersonValues } from '../../people/find-person-values.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { findHolder } from './find-holder.ts'
import { findOrigin } from './find-origin.ts'
import { importFamily } from './family/import-family.ts'
import { importValues } from './import-values.ts'
import { keepConflicts } from './keep-conflicts.ts'
import { readRules } from './read-rules.ts'

/**
 * Takes over what the rules let a matched child change on its person, stamped with whose record it is, and keeps what an officer
 * has to decide. Returns how much that is.
 */
export async function importOnMatch(
  ctx: WorkContext,
  child: IncomingChild,
  personId: string,
): Promise<number> {
  const held = await lockPersonValues(ctx, personId)
  if (!held) throw new Error('A child is matched to a person who is there')
  const { scope } = await findOrigin(ctx, child)
  const rules = await readRules(ctx, scope)
  const today = dateInLondon(ctx.now())
  const conflicts: PlannedUnit[] = []
  for (const planned of planImport({ told: toldBy(child), held, rules, today })) {
    if (planned.outcome === 'import' && !(await isTaken(ctx, planned, personId))) {
      const stamp = { rule: planned.rule, ruleScope: scope }
      await importValues(ctx, { incomingChildId: child.id, personId, values: planned.write, stamp })
    } else if (planned.outcome === 'import' || planned.outcome === 'conflict') conflicts.push(planned)
  }
  const match = { incomingChildId: child.id, personId, ruleScope: scope }
  const told = conflicts.map(({ unit, values, trust }) => ({ unit, incoming: values, trust }))
  const family = await importFamily(ctx, child, { personId, rule: rules.family, ruleScope: scope })
  return keepConflicts(ctx, match, [...told, ...family.map(conflictOfFamily)])
}

/**
 * Keeps who is told of as parent or carer of a child that was added as new: there is nothing yet from which they could differ, and
 * an officer decides who they are. Returns how much that is.
 */
export async function keepFamilyOfNew(
  ctx: WorkContext,
  child: IncomingChild,
  personId: string,
): Promise<number> {
  if (child.source === 'school') return 0
  const { scope: ruleScope } = await findOrigin(ctx, child)
  const { family: rule } = await readRules(ctx, ruleScope)
  const family = await importFamily(ctx, child, { personId, rule, ruleScope })
  const match = { incomingChildId: child.id, personId, ruleScope }
  return keepConflicts(ctx, match, family.map(conflictOfFamily))
}

function conflictOfFamily(told: ToldCarer) {
  return { unit: 'family' as const, incoming: {}, trust: 'sound' as const, told }
}

/**
 * What is told of a child: of a line as it was written, also what cannot be read. The number in the system of a school is none
 * of the authority’s own, and is kept for itself.
 */
function toldBy({ asWritten, ...columns }: IncomingChild): PartValues {
  const { givenNames, familyName, dateOfBirth, sex, upn, postcode } = columns
  if (!asWritten) return { givenNames, familyName, dateOfBirth, sex, upn, postcode }
  return {
    ...(tellExternalId(readTold(asWritten))?.source === null ? { externalId: asWritten.external_id } : {}),
    givenNames: asWritten.given_names,
    familyName: asWritten.family_name,
    formerFamilyName: asWritten.former_family_name,
    dateOfBirth: asWritten.date_of_birth,
    sex: asWritten.sex,
    upn: asWritten.upn,
    nhsNumber: asWritten.nhs_number,
    addressLine: asWritten.address_line_1,
    addressLine2: asWritten.address_line_2,
    town: asWritten.town,
    postcode: asWritten.postcode,
  }
}

async function isTaken(ctx: WorkContext, { write }: PlannedUnit, personId: string): Promise<boolean> {
  for (const [field, value] of Object.entries(write))
    if (await findHolder(ctx, { field: field as ImportableField, value, personId })) return true
  return false
}
