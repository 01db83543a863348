import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUnit } from './compare-unit.ts'
import { dataGroups, importRules, resolveRules, usualRule, type GroupRules } from './import-rules.ts'
import { fieldsOf, groupOf, importableFields, type HeldValues, type PartValues } from './import-units.ts'
import { planImport, type PlannedUnit } from './plan-import.ts'

const today = '2026-11-27'
const nobody = Object.fromEntries(importableFields.map((field) => [field, null])) as HeldValues
const hers: HeldValues = {
  ...nobody,
  givenNames: 'Amira',
  familyName: 'O’Neill',
  dateOfBirth: '2014-02-03',
  sex: 'female',
  upn: 'B801200005001',
  externalId: 'P9',
  addressLine: '5 High Street',
  addressLine2: 'Flat 2',
  town: 'Leeds',
  postcode: 'LS8 4AB',
}
const all = (rule: GroupRules['names']) =>
  Object.fromEntries(dataGroups.map((group) => [group, rule])) as GroupRules

function outcomes(told: PartValues, held: HeldValues, rule: GroupRules['names']) {
  const plan = planImport({ told, held, rules: all(rule), today })
  return Object.fromEntries(plan.map(({ unit, outcome }) => [unit, outcome]))
}

const word = fc.constantFrom(
  null,
  '',
  ' ',
  'Amira',
  'AMIRA',
  'Zoë',
  'O’Neill',
  'oneill',
  '=HYPERLINK(1)',
  'J\u0000o',
)
const value = (...values: string[]) => fc.constantFrom(null, '', ...values)
const told: fc.Arbitrary<PartValues> = fc.record({
  givenNames: word,
  familyName: word,
  formerFamilyName: word,
  dateOfBirth: value('2014-02-03', '03/02/2014', '31/02/2011', '40948', '2999-01-01', 'unknown'),
  sex: value('F', 'male', 'unknown', 'perhaps'),
  upn: value('B801200005001', 'b801 200005001', 'A801200005001'),
  nhsNumber: value('943 476 5919', '9434765918'),
  externalId: value('P9', 'I1', '@I1'),
  addressLine: value('5 High Street', '7 Mill Lane', 'x'.repeat(300)),
  addressLine2: value('Flat 2'),
  town: value('Leeds', 'Dublin'),
  postcode: value('LS8 4AB', 'ls84ab', 'LS17 6QE', 'D04 X285', '75008'),
})
const held: fc.Arbitrary<HeldValues> = fc.record({
  givenNames: fc.constantFrom('Amira', 'Zoe'),
  familyName: fc.constantFrom('O’Neill', 'Khan'),
  formerFamilyName: value('Rees'),
  dateOfBirth: fc.constantFrom(null, '2014-02-03', '2011-02-03'),
  sex: fc.constantFrom(null, 'female', 'male'),
  upn: fc.constantFrom(null, 'B801200005001'),
  nhsNumber: fc.constantFrom(null, '9434765919'),
  externalId: fc.constantFrom(null, 'P9'),
  addressLine: fc.constantFrom(null, '5 High Street'),
  addressLine2: fc.constantFrom(null, 'Flat 2'),
  town: fc.constantFrom(null, 'Leeds'),
  postcode: fc.constantFrom(null, 'LS8 4AB', '2034'),
})
const rule = fc.constantFrom(...importRules)
const rules: fc.Arbitrary<GroupRules> = fc.record({
  names: rule,
  dateOfBirth: rule,
  sex: rule,
  identifiers: rule,
  externalId: rule,
  address: rule,
  family: rule,
})

function always(holds: (planned: PlannedUnit, held: HeldValues, told: PartValues) => boolean): void {
  fc.assert(
    fc.property(told, held, rules, (incoming, ours, groups) =>
      planImport({ told: incoming, held: ours, rules: groups, today }).every((planned) =>
        holds(planned, ours, incoming),
      ),
    ),
    { numRuns: 2000 },
  )
}

describe('properties of the plan', () => {
  test('it is there for whatever is told, held and settled, and names every unit at most once', () => {
    fc.assert(
      fc.property(told, held, rules, (incoming, ours, groups) => {
        const units = planImport({ told: incoming, held: ours, rules: groups, today }).map(({ unit }) => unit)
        return new Set(units).size === units.length
      }),
    )
  })

  test('what is the same is never a conflict and never written, whatever the rule', () => {
    always(
      ({ unit, values, outcome }, ours) =>
        (compareUnit(unit, values, ours) === 'same') === (outcome === 'equal'),
    )
    fc.assert(
      fc.property(held, rules, (ours, groups) =>
        planImport({ told: ours, held: ours, rules: groups, today }).every(
          ({ outcome }) => outcome === 'equal',
        ),
      ),
    )
  })

  test('SR-526: what is empty never overwrites: a unit of which nothing is told is not in the plan', () => {
    always(({ unit }, _ours, incoming) =>
      fieldsOf(unit).some((field) => (incoming[field] ?? '').trim() !== ''),
    )
    always(({ unit, outcome, write }, ours) => {
      if (outcome !== 'import') return true
      const emptied = fieldsOf(unit).filter((field) => ours[field] && !write[field])
      // Of an address only together with a street and a postcode of the new one.
      return emptied.length === 0 || (unit === 'address' && Boolean(write.addressLine && write.postcode))
    })
  })

  test('SR-526: what cannot be read, or is doubtful, is never imported by itself', () => {
    always(({ trust, outcome }) => trust === 'sound' || outcome !== 'import')
  })

  test('each rule does what it says, and a stricter one never imports more', () => {
    always(({ rule: settled, outcome, unit }, ours) => {
      const isEmpty = fieldsOf(unit).every((field) => !ours[field])
      if (outcome === 'equal') return true
      if (settled === 'doNotImport') return outcome === 'doNotImport'
      if (settled === 'alwaysConflict') return outcome === 'conflict'
      if (settled === 'importIfEmpty') return outcome === 'conflict' || (outcome === 'import' && isEmpty)
      return outcome === 'import' || outcome === 'conflict'
    })
  })

  test('after an import the same record has nothing left to say', () => {
    fc.assert(
      fc.property(told, held, (incoming, ours) => {
        const before = planImport({ told: incoming, held: ours, rules: all('alwaysImport'), today })
        const imported = before.filter(({ outcome }) => outcome === 'import')
        const after = imported.reduce<HeldValues>((now, { write }) => ({ ...now, ...write }), ours)
        const again = planImport({ told: incoming, held: after, rules: all('alwaysImport'), today })
        return imported.every(({ unit }) => again.find((one) => one.unit === unit)?.outcome === 'equal')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('one by one', () => {
  test('capitals, accents, spaces and apostrophes make no difference, but every sign of an external id does', () => {
    const same = { givenNames: 'AMÍRA', familyName: 'O neill', postcode: 'ls84ab' }
    expect(outcomes(same, hers, 'alwaysConflict')).toEqual({
      givenNames: 'equal',
      familyName: 'equal',
      address: 'equal',
    })
    expect(outcomes({ externalId: 'P-9' }, hers, 'alwaysConflict')).toEqual({ externalId: 'conflict' })
  })

  test.each([
    ['a date that is none', { dateOfBirth: '31/02/2011' }, 'dateOfBirth'],
    ['a date in the future', { dateOfBirth: '2999-01-01' }, 'dateOfBirth'],
    ['a foreign postcode', { addressLine: '1 Rue Rivoli', postcode: '75001' }, 'address'],
    ['a UPN with a wrong check letter', { upn: 'A801200005001' }, 'upn'],
    ['an NHS number with a wrong check digit', { nhsNumber: '9434765918' }, 'nhsNumber'],
    ['a formula', { givenNames: '=HYPERLINK(1)' }, 'givenNames'],
  ])('SR-526: %s is a conflict even where all is imported and we hold nothing', (_what, incoming, unit) => {
    for (const settled of ['alwaysImport', 'importIfEmpty'] as const)
      expect(outcomes(incoming, nobody, settled)).toEqual({ [unit]: 'conflict' })
    expect(outcomes(incoming, nobody, 'doNotImport')).toEqual({ [unit]: 'doNotImport' })
  })

  test('a postcode alone is not a new address, a street with a postcode is, and takes the flat of the old one away', () => {
    expect(outcomes({ postcode: 'LS17 6QE' }, hers, 'alwaysImport')).toEqual({ address: 'conflict' })
    const [moved] = planImport({
      told: { addressLine: '7 Mill Lane', postcode: 'LS17 6QE' },
      held: hers,
      rules: all('alwaysImport'),
      today,
    })
    expect(moved).toMatchObject({
      outcome: 'import',
      write: { addressLine: '7 Mill Lane', addressLine2: null, town: null, postcode: 'LS17 6QE' },
    })
  })

  test('an address that only adds to ours keeps what we have of it', () => {
    const [added] = planImport({
      told: { addressLine: '5 High Street', postcode: 'LS8 4AB' },
      held: { ...nobody, postcode: 'LS8 4AB', town: 'Leeds' },
      rules: all('alwaysImport'),
      today,
    })
    expect(added).toMatchObject({ outcome: 'import', write: { addressLine: '5 High Street', town: 'Leeds' } })
  })

  test('another number of the sending system never takes the place of ours by itself', () => {
    expect(outcomes({ externalId: 'I1' }, hers, 'alwaysImport')).toEqual({ externalId: 'conflict' })
    expect(outcomes({ externalId: 'I1' }, nobody, 'alwaysImport')).toEqual({ externalId: 'import' })
  })

  test('a group without a rule of its own inherits that of all others, and without that the usual one', () => {
    const rulesOf = resolveRules({ names: 'doNotImport', sex: 'alwaysImport' }, { sex: 'importIfEmpty' })
    expect(rulesOf).toMatchObject({ names: 'doNotImport', sex: 'importIfEmpty', address: usualRule })
    expect(groupOf('upn')).toBe('identifiers')
  })
})
