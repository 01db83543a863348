import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRecords } from './compare-records.ts'
import { estimateFrequencies } from './estimate-frequencies.ts'
import { explainWeight } from './explain-weight.ts'
import { indexHouseholds } from './index-households.ts'
import { levelOf } from './level-of.ts'
import { createMatcher } from './match-children.ts'
import { foldRecord, type Told } from './match-record.ts'
import { expectedModel, type MatchingModel } from './matching-model.ts'
import { readParentContact, type ToldParentContact } from './parent-contacts.ts'
import { proposeState } from './propose-state.ts'
import { listAskedKeys, listHouseholdKeys, listPersonKeys } from './stored-keys.ts'
import { restoreModel, startCounts, storeModel } from './stored-model.ts'
import { weighBest } from './weigh-comparison.ts'

const model = expectedModel()
const phone = (value: string, former = false): ToldParentContact => ({ kind: 'phone', value, former })
const email = (value: string, former = false): ToldParentContact => ({ kind: 'email', value, former })
const nadia = [phone('07700900123'), email('nadia@example.org')]
const child: Told = {
  givenNames: 'Amira',
  familyName: 'Whitfield',
  dateOfBirth: '2014-02-03',
  postcode: 'LS8 4AB',
}
/** So that only the contacts say that it is the same family. */
const moved: Told = { ...child, postcode: 'CF10 1AA' }

function weigh(told: Told, known: Told, by: MatchingModel = model) {
  const weighed = weighBest(by, compareRecords(by, foldRecord(told), foldRecord(known)))
  const reasons = explainWeight(weighed)
  const bits = (id: string) => reasons.find(({ reason }) => reason === id)?.weight
  const words = (id: string) => reasons.find(({ reason }) => reason === id)?.words
  return { weighed, reasons, bits, words, weight: weighed.weight }
}

const withContacts = (told: Told, ...parentContacts: ToldParentContact[]): Told => ({
  ...told,
  parentContacts,
})

test.each([
  ['phone', '+44 (0)7700 900123', '07700900123'],
  ['phone', '0113 496 0123', '01134960123'],
  ['phone', '00 33 6 12 34 56 78', '+33612345678'],
  ['phone', 'ask at the desk', undefined],
  ['phone', 'nadia@example.org', undefined],
  ['email', ' Nadia.Khan@Example.ORG ', 'nadia.khan@example.org'],
  ['email', 'nadia@', undefined],
  ['email', null, undefined],
] as const)('SR-610: of a contact %s “%s” is kept: %s', (kind, written, kept) => {
  expect(readParentContact(kind, written)?.value).toBe(kept)
})

test('SR-611: where no parent’s contact is known nothing is compared, named or found by one', () => {
  const plain = weigh(child, child)
  expect(plain.reasons.map(({ reason }) => reason)).not.toContain('parentPhone')
  // Nor where the record alone has one, as of a line out of a file.
  expect(weigh(child, withContacts(child, ...nadia)).reasons).toEqual(plain.reasons)
  const brother = withContacts({ ...child, givenNames: 'Omar', postcode: 'M1 1AA' }, ...nadia)
  const records = [withContacts(child, ...nadia), brother].map(foldRecord)
  expect(indexHouseholds(records).around(foldRecord(child), 0)).toEqual({ relatives: 0 })
  expect(weigh({ ...child, parentContacts: [] }, { ...child, parentContacts: null })).toEqual({
    ...plain,
    bits: expect.any(Function) as unknown,
    words: expect.any(Function) as unknown,
  })
  expect(listPersonKeys(foldRecord({ ...child, parentContacts: [] }))).toEqual(
    listPersonKeys(foldRecord(child)),
  )
})

test('SR-611: what one side lacks is missing and counts nothing, also where all that is known are former ones', () => {
  for (const known of [
    child,
    withContacts(child, phone('0113 496 0199', true), email('old@example.org', true)),
  ]) {
    const { bits, words, weight } = weigh(withContacts(child, ...nadia), known)
    expect([bits('parentPhone'), bits('parentEmail')]).toEqual([0, 0])
    expect(words('parentPhone')).toBe('Parent’s phone: missing')
    expect(weight).toBe(weigh(child, child).weight)
  }
})

test('a number agrees, agrees with one of before, or differs; that it differs says little', () => {
  const told = withContacts(child, phone('07700 900123'))
  const against = (...known: ToldParentContact[]) => weigh(told, withContacts(moved, ...known))
  const [same, former, other] = [
    against(phone('0113 496 0123'), phone('+447700900123')),
    against(phone('0113 496 0123'), phone('07700900123', true)),
    against(phone('0113 496 0123')),
  ]
  const levels = [same, former, other].map(({ weighed }) => levelOf(weighed, 'parentPhone'))
  expect(levels).toEqual(['same', 'former', 'other'])
  expect(same.bits('parentPhone')).toBeGreaterThan(former.bits('parentPhone') ?? Infinity)
  expect(former.bits('parentPhone')).toBeGreaterThan(0)
  expect(other.bits('parentPhone')).toBeGreaterThanOrEqual(-1)
  expect(other.bits('parentPhone')).toBeLessThan(0)
  const both = weigh(
    withContacts(child, ...nadia),
    withContacts(moved, phone('0113 496 0123'), email('b@example.org')),
  )
  expect((both.bits('parentPhone') ?? 0) + (both.bits('parentEmail') ?? 0)).toBeGreaterThanOrEqual(-1)
})

test('SR-612: telephone, e-mail and home of a family count once, and the reason says so', () => {
  const told = withContacts(child, ...nadia)
  const both = weigh(told, withContacts(moved, ...nadia))
  const one = weigh(told, withContacts(moved, phone('07700900123')))
  expect(both.weight).toBe(one.weight)
  expect(both.words('parentEmail')).toBe('Parent’s e-mail: the same, counted once')
  const atHome = weigh(told, withContacts(child, ...nadia))
  expect(atHome.bits('postcode')).toBe(weigh(child, child).bits('postcode'))
  expect((atHome.bits('parentPhone') ?? 0) + (atHome.bits('postcode') ?? 0)).toBeCloseTo(
    one.bits('parentPhone') ?? 0,
    9,
  )
  expect(atHome.words('parentPhone')).toContain('counted once')
})

test('SR-612: what relatives share is no more for the child than for its brother', () => {
  const brother: Told = { ...child, givenNames: 'Omar', dateOfBirth: '2012-09-30' }
  const register: MatchingModel = { ...model, people: 20_000 }
  const apart = weigh(child, brother, register).weight
  const shared = weigh(withContacts(child, ...nadia), withContacts(brother, ...nadia), register).weight
  expect(shared).toBeLessThan(0)
  // However rare the number, a relative explains it as well: it takes the place of a stranger, never of a relative.
  const { relatives } = weigh(
    withContacts(child, ...nadia),
    withContacts(brother, ...nadia),
    register,
  ).weighed
  expect(relatives).toBeLessThanOrEqual(weigh(child, brother, register).weighed.relatives)
  expect(shared - apart).toBeLessThan(4)
})

test('SR-612: the rarity of a number that many share, as of a children’s home, is its own', () => {
  const home = Array.from({ length: 120 }, (_, place) =>
    withContacts(
      { givenNames: `Tal${place}`, familyName: `Berg${place}` },
      place < 60 ? phone('0113 496 0100') : phone(`0113 497 ${1000 + place}`),
    ),
  )
  const counted = estimateFrequencies(home.map(foldRecord))
  const bitsOf = (value: string) => {
    const { reasons, bits } = weigh(
      withContacts(child, phone(value)),
      withContacts(moved, phone(value)),
      counted,
    )
    return [reasons.find(({ reason }) => reason === 'parentPhone')?.oneIn, bits('parentPhone')] as const
  }
  const [[often, little], [seldom, much]] = [bitsOf('0113 496 0100'), bitsOf('0113 497 1100')]
  expect(little).toBeGreaterThanOrEqual(0)
  expect(little).toBeLessThan(2)
  expect(much).toBeGreaterThan(5)
  expect(often).toBeLessThan(seldom ?? 0)
  // Nothing of what is counted is a number.
  expect([...counted.fields.parentPhone.counts.keys()].some((key) => /113496|113497/.test(key))).toBe(false)
})

const strangers = Array.from({ length: 200 }, (_, place): Told => {
  return {
    givenNames: `Tal${place}`,
    familyName: `Berg${place}`,
    dateOfBirth: '2012-01-01',
    postcode: 'M1 1AA',
  }
})

test('SR-612: a twin or a brother who shares a number is never matched by itself, wherever the family lives by now', () => {
  const person = withContacts(child, ...nadia)
  const twin = withContacts(
    { ...child, givenNames: 'Leila', postcode: 'CF10 1AA' },
    email('NADIA@example.org'),
  )
  const decide = (told: Told, people: Told[]) => createMatcher([...people, ...strangers], []).match(told)[0]
  expect(decide(person, [person])).toMatchObject({ place: 0, decision: 'automatic', vetoes: [] })
  const brother = { ...twin, givenNames: 'Omar', dateOfBirth: '2011-09-30' }
  expect(decide(person, [person, brother])).toMatchObject({ decision: 'officer', vetoes: ['sameContact'] })
  expect(decide(person, [person, twin])?.vetoes).toContain('sameContact')
  expect(decide(twin, [person])).toMatchObject({
    place: 0,
    decision: expect.not.stringMatching('automatic') as unknown,
  })
  // A parent’s number does not stand in for an address or an identifier.
  const bare = withContacts({ ...child, postcode: '' }, ...nadia)
  expect(decide(bare, [bare])?.vetoes).toEqual(['tooFewData'])
})

test('who shares a parent’s number is found as household, however far away; who has neither a name nor the birthday in common is not', () => {
  const [one, sibling, grown, stranger, other] = [
    withContacts(child, ...nadia),
    withContacts(
      { givenNames: 'Omar', familyName: 'Whitfield', postcode: 'M1 1AA', dateOfBirth: '2010-01-01' },
      phone('07700 900123', true),
    ),
    withContacts({ givenNames: 'Ida', familyName: 'Whitfield', dateOfBirth: '1980-01-01' }, ...nadia),
    withContacts({ givenNames: 'Jo' }, phone('0113 496 0177')),
    // Of a home for children others have the number.
    withContacts({ givenNames: 'Rhys', familyName: 'Owens', dateOfBirth: '2012-01-01' }, ...nadia),
  ].map(foldRecord)
  const asked = new Set(listHouseholdKeys(one!).map(({ key }) => key))
  const isFound = (record: typeof one) => listPersonKeys(record!).some((key) => asked.has(key))
  expect([sibling, grown, stranger].map(isFound)).toEqual([true, true, false])
  expect(indexHouseholds([one!, sibling!, grown!, stranger!, other!]).around(one!, 0)).toEqual({
    relatives: 0,
    ofSameContact: 1,
  })
})

test('a child is found by a parent’s number alone, by a former one too', () => {
  const keys = new Set(listPersonKeys(foldRecord({ parentContacts: [phone('07700 900123', true)] })))
  const asked = listAskedKeys(foldRecord({ parentContacts: nadia }))
  expect(asked).toHaveLength(2)
  expect(asked.filter(({ key }) => keys.has(key))).toHaveLength(1)
  const matcher = createMatcher([withContacts({ givenNames: 'Zoe' }, ...nadia), ...strangers], [])
  expect(matcher.match({ givenNames: 'Ida', parentContacts: nadia })[0]?.place).toBe(0)
})

test('another number than on record moves nobody out of auto-matched', () => {
  const [best] = createMatcher([withContacts(child, phone('0113 496 0123')), ...strangers], []).match(
    withContacts(child, ...nadia),
  )
  expect(best?.reasons.find(({ reason }) => reason === 'parentPhone')?.shown).toBe('differs')
  expect(proposeState(best ? [best] : [])).toBe('autoMatched')
})

test('a model that was kept before contacts were compared weighs them by what is expected', () => {
  const { parentPhone: _, parentEmail: __, ...before } = storeModel(model).fields
  const restored = restoreModel({ ...storeModel(model), fields: before }, startCounts())
  const told = withContacts(child, ...nadia)
  expect(weigh(told, told, restored).weight).toBe(weigh(told, told).weight)
})

test('how often contacts of one person agree is learnt where data have any, and stays as expected where they have none', () => {
  const families = strangers.slice(0, 60).map((person, place) => ({
    ...person,
    dateOfBirth: `2012-0${1 + (place % 9)}-1${place % 10}`,
    parentContacts: [phone(`0113 497 ${2000 + place}`), email(`p${place}@example.org`)],
  }))
  const told = families.map((person) => withContacts(person, person.parentContacts[0]!))
  const { m } = createMatcher(families, told).model.fields.parentPhone
  expect(m[0]).toBeGreaterThan(0.65)
  const learnt = createMatcher(families, told).model.fields.parentEmail
  expect(learnt.m).toEqual(createMatcher(strangers.slice(0, 60), []).model.fields.parentEmail.m)
  const bare = createMatcher(strangers.slice(0, 60), strangers.slice(0, 60)).model.fields
  expect([bare.parentPhone.u, bare.parentEmail.u]).toEqual([
    model.fields.parentPhone.u,
    model.fields.parentEmail.u,
  ])
})

const contact = fc.tuple(
  fc.constantFrom('07700900123', '0113 496 0123', 'nadia@example.org', 'b@example.org', 'c@example.org'),
  fc.boolean(),
)
const contacts = fc
  .array(contact, { maxLength: 4 })
  .map((list) =>
    list.map(([value, former]) => (value.includes('@') ? email(value, former) : phone(value, former))),
  )
const told: fc.Arbitrary<Told> = fc.record({
  givenNames: fc.constantFrom('Mia', 'Maya', 'Amira', ''),
  familyName: fc.constantFrom('Whitfield', 'Khan', ''),
  dateOfBirth: fc.constantFrom('2014-02-03', '2014-03-02', ''),
  postcode: fc.constantFrom('LS8 4AB', 'LS8 4AC', 'CF10 1AA', ''),
  addressLine1: fc.constantFrom('5 High Street', '17 Mill Lane', ''),
  parentContacts: contacts,
})
const counted = fc
  .array(told, { maxLength: 20 })
  .map((known) => ({ ...estimateFrequencies(known.map(foldRecord)), people: 5000 }))

test('SR-613: whoever tells one contact more that is on record never weighs less, and none says more than the strongest', () => {
  fc.assert(
    fc.property(counted, told, told, contact, (by, a, b, [value]) => {
      const more = value.includes('@') ? email(value) : phone(value)
      const known = { ...b, parentContacts: [...(b.parentContacts ?? []), more] }
      const before = weigh(a, known, by).weight
      const closer = { ...a, parentContacts: [...(a.parentContacts ?? []), more] }
      expect(weigh(closer, known, by).weight).toBeGreaterThanOrEqual(before - 1e-9)
    }),
    { numRuns: 1000 },
  )
})

test('SR-613: with contacts too the reasons add up, weigh the same from either side, and agreement at home never costs', () => {
  fc.assert(
    fc.property(counted, told, told, fc.constantFrom('postcode', 'addressLine1'), (by, a, b, key) => {
      const { reasons, weight } = weigh(a, b, by)
      expect(Math.abs(reasons.reduce((sum, each) => sum + each.weight, 0) - weight)).toBeLessThan(1e-9)
      expect(weigh(b, a, by).weight).toBeCloseTo(weight, 9)
      if (a[key] && b[key])
        expect(weigh({ ...a, [key]: b[key] }, b, by).weight).toBeGreaterThanOrEqual(weight - 1e-9)
    }),
    { numRuns: 1000 },
  )
})
