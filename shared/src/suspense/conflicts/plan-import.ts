import type { PlainDate } from '../../values/plain-date.ts'
import { assertNever } from '../../values/assert-never.ts'
import { compareUnit, valuesToWrite, type Standing } from './compare-unit.ts'
import type { GroupRules, ImportRule } from './import-rules.ts'
import { groupOf, importUnits, type HeldPerson, type ImportUnit, type PartValues } from './import-units.ts'
import { readUnit, type ToldUnit } from './read-unit.ts'

/** What becomes of a unit of which something was told. */
export type PlannedUnit = ToldUnit & {
  unit: ImportUnit
  rule: ImportRule
  outcome: 'equal' | 'import' | 'conflict' | 'doNotImport'
  /** What an import writes. */
  write: PartValues
}

type Import = { told: PartValues; held: HeldPerson; rules: GroupRules; today: PlainDate }

/**
 * What becomes of everything that an incoming record tells of a person whom we hold: what is the same is left alone, and a rule
 * decides about the rest. Units of which nothing was told are not in the plan.
 */
export function planImport({ told, held, rules, today }: Import): PlannedUnit[] {
  return importUnits.flatMap((unit) => {
    const read = readUnit(unit, told, today)
    if (!read) return []
    const rule = rules[groupOf(unit)]
    const standing = compareUnit(unit, read.values, held)
    const outcome = standing === 'same' ? 'equal' : decide(unit, rule, { ...read, standing })
    return [{ ...read, unit, rule, outcome, write: valuesToWrite(unit, read.values, held) }]
  })
}

type Compared = ToldUnit & { standing: Exclude<Standing, 'same'> }

function decide(unit: ImportUnit, rule: ImportRule, compared: Compared): PlannedUnit['outcome'] {
  switch (rule) {
    case 'doNotImport':
      return 'doNotImport'
    case 'alwaysConflict':
      return 'conflict'
    case 'importIfEmpty':
      return compared.standing === 'fills' && mayGoUnseen(unit, compared) ? 'import' : 'conflict'
    case 'alwaysImport':
      return mayGoUnseen(unit, compared) ? 'import' : 'conflict'
    default:
      return assertNever(rule)
  }
}

/** What no rule does by itself, an officer looks at. */
function mayGoUnseen(unit: ImportUnit, { values, trust, standing }: Compared): boolean {
  if (trust !== 'sound') return false
  if (standing !== 'differs') return true
  // Files of people find their record by this number: another one would make a second record of the child.
  if (unit === 'externalId') return false
  return unit !== 'address' || (Boolean(values.addressLine) && Boolean(values.postcode))
}
