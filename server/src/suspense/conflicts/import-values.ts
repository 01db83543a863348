import { findFormerName } from '@send/shared/people/keep-former-name'
import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import type { ImportableField, PartValues } from '@send/shared/suspense/conflicts/import-units'
import { newId } from '@send/shared/values/ids'
import type { WorkContext } from '../../context.ts'
import { changePerson } from '../../people/changes/change-person.ts'
import { findPersonValues, type PersonRecord } from '../../people/find-person-values.ts'
import { importedValues } from '../undo/tables.ts'

/** Who takes a value over: an officer, or a rule for whose records it is settled. */
export type Stamp = { importedBy: string } | { rule: ImportRule; ruleScope: RuleScope }

type Import = { incomingChildId: string; personId: string; values: PartValues; stamp: Stamp }

/**
 * Writes values of an incoming child to its person and keeps what they were, so that an undo can put them back. Values that
 * come together, as the parts of an address do, are kept together, also those that are as they were. The family name that
 * another one takes the place of becomes the former one, where none is on record.
 */
export async function importValues(ctx: WorkContext, request: Import): Promise<void> {
  const { incomingChildId, personId, values, stamp } = request
  const person = await findPersonValues(ctx, personId)
  if (!person) throw new Error('Values are imported to a person who is there')
  const origin = { incomingChildId, personId, ...stamp, importedAt: ctx.now() }
  const told = Object.entries({ ...values, ...keepFormerName(person, values) }) as [
    ImportableField,
    string | null,
  ][]
  if (told.every(([field, imported]) => person[field] === imported)) return
  const changedBy = 'rule' in stamp ? stamp : { changedBy: stamp.importedBy }
  await changePerson(ctx, personId, {
    held: person,
    values: Object.fromEntries(told) as Partial<PersonRecord>,
    stamp: { ...changedBy, incomingChildId },
  })
  await ctx.tx
    .insert(importedValues)
    .values(
      told.map(([field, imported]) => ({ id: newId(), ...origin, field, before: person[field], imported })),
    )
  await ctx.audit({
    action: 'people.importValues',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: {
      incomingChildId,
      fields: told.map(([field]) => field),
      ...('rule' in stamp ? { rule: stamp.rule, stampedWith: stamp.ruleScope } : {}),
    },
  })
}

function keepFormerName(person: PersonRecord, { familyName, formerFamilyName }: PartValues): PartValues {
  if (!familyName || formerFamilyName !== undefined || person.formerFamilyName !== null) return {}
  const former = findFormerName(person.familyName, familyName)
  return former === undefined ? {} : { formerFamilyName: former }
}
