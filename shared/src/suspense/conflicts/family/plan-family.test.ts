import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameContact } from '../../../people/family/contacts.ts'
import { importRules } from '../import-rules.ts'
import { findCarer, planFamily, type HeldCarer, type HeldContact, type PlannedFact } from './plan-family.ts'
import { isNamed, joinCarers, listMissing, type ToldCarer, type ToldContact } from './told-carer.ts'

const contact = fc.constantFrom<ToldContact>(
  { kind: 'mobile', value: '07700 900111' },
  { kind: 'mobile', value: '07700 900222' },
  { kind: 'home', value: '0113 496 0123' },
  { kind: 'home', value: '01134 960123' },
  { kind: 'email', value: 'nadia@example.org' },
)
const name = fc.record({
  givenNames: fc.constantFrom('Nadia', 'Nadia Jane', 'nádia', 'Yusuf'),
  familyName: fc.constantFrom('Khan', 'KHAN', 'Khan-Ali'),
})
const told: fc.Arbitrary<ToldCarer> = fc.record({
  givenNames: name.map(({ givenNames }) => givenNames),
  familyName: name.map(({ familyName }) => familyName),
  kind: fc.constantFrom(null, 'mother'),
  relation: fc.constant(null),
  responsibility: fc.constantFrom(null, 'yes', 'no'),
  contacts: fc.array(contact, { maxLength: 3 }),
  address: fc.constant(null),
})
const held: fc.Arbitrary<HeldCarer> = fc.record({
  personId: fc.uuid(),
  givenNames: name.map(({ givenNames }) => givenNames),
  familyName: name.map(({ familyName }) => familyName),
  knownAsGivenNames: fc.constantFrom(null, 'Nadia'),
  knownAsFamilyName: fc.constant(null),
  dateOfBirth: fc.constant(null),
  kind: fc.constant('mother'),
  until: fc.constantFrom(null, '2020-01-01'),
  contacts: fc.array(
    contact.map((each): HeldContact => ({ ...each, contactId: each.value, version: 1, preferred: false })),
    { maxLength: 3 },
  ),
})
const carers = fc.array(told, { maxLength: 3 }).map(joinCarers)
const family = fc.array(held, { maxLength: 3 })

function always(holds: (facts: PlannedFact[], all: ToldCarer[], known: HeldCarer[]) => boolean): void {
  fc.assert(
    fc.property(carers, family, fc.constantFrom(...importRules), (all, known, rule) =>
      holds(planFamily(all, known, rule), all, known),
    ),
    { numRuns: 2000 },
  )
}

test('SR-604: whatever the rule, only a contact of somebody who is family is taken over unseen', () => {
  always((facts, _, known) =>
    facts.every(
      (fact) =>
        fact.outcome === 'conflict' ||
        known.some(({ personId, until }) => personId === fact.carerId && until === null),
    ),
  )
})

test('what is on record already is never in the plan', () => {
  always((facts, _, known) =>
    facts.every((fact) => {
      if (fact.outcome === 'import') {
        const carer = known.find(({ personId }) => personId === fact.carerId)
        return !carer?.contacts.some(({ value }) => isSameContact(value, fact.contact.value))
      }
      const carer = findCarer(fact.told, known)
      return !carer || listMissing(fact.told.contacts, carer.contacts).length === fact.told.contacts.length
    }),
  )
})

test('a number takes unseen the place of one of its own kind alone, and only where there is one of it on either side', () => {
  always((facts, all, known) =>
    facts.every((fact) => {
      if (fact.outcome === 'conflict' || !fact.replaces) return true
      const { carerId, contact: came, replaces } = fact
      const carer = known.find(({ personId }) => personId === carerId)
      const teller = all.find((each) => carer && isNamed(each, carer))
      const ofKind = (contacts: readonly ToldContact[]) => contacts.filter(({ kind }) => kind === came.kind)
      return (
        replaces.kind === came.kind &&
        ofKind(carer?.contacts ?? []).length === 1 &&
        ofKind(teller?.contacts ?? []).length === 1
      )
    }),
  )
})

test('nothing of anybody is lost: what is told is on record, taken over, or waits for an officer, unless it is not to be imported', () => {
  fc.assert(
    fc.property(carers, family, fc.constantFrom(...importRules), (all, known, rule) => {
      const facts = planFamily(all, known, rule)
      if (rule === 'doNotImport') return facts.length === 0
      return all.every((each) => {
        const carer = findCarer(each, known)
        if (!carer) return facts.some((fact) => fact.outcome === 'conflict' && fact.told === each)
        return listMissing(each.contacts, carer.contacts).every((missing) =>
          facts.some((fact) =>
            fact.outcome === 'import'
              ? fact.contact === missing
              : isNamed(fact.told, each) && fact.told.contacts.includes(missing),
          ),
        )
      })
    }),
  )
})

test.each([
  ['the same', { givenNames: 'Nadia', familyName: 'Khan' }, true],
  ['in capitals and with an accent', { givenNames: 'NÁDIA', familyName: 'khan' }, true],
  ['with a middle name', { givenNames: 'Nadia Jane', familyName: 'Khan' }, true],
  ['of another given name', { givenNames: 'Nadira', familyName: 'Khan' }, false],
  ['of another family name', { givenNames: 'Nadia', familyName: 'Khan-Ali' }, false],
  ['without a given name', { givenNames: ' ', familyName: 'Khan' }, false],
])('a name %s', (_, one, same) => {
  expect(isNamed(one, { givenNames: 'Nadia', familyName: 'Khan' })).toBe(same)
})

test('what somebody is called is their name too', () => {
  const called = {
    givenNames: 'Nadezhda',
    familyName: 'Khan',
    knownAsGivenNames: 'Nadia',
    knownAsFamilyName: null,
  }
  expect(isNamed({ givenNames: 'Nadia', familyName: 'Khan' }, called)).toBe(true)
})
