import { contactKinds, listContactProblems, readContact } from '@send/shared/people/family/contacts'
import {
  listRelationshipProblems,
  parentalResponsibilities,
  relationshipKinds,
} from '@send/shared/people/family/relationships'
import { expect, test } from 'vitest'
import { describeSampleFamilies } from './sample-families.ts'
import { buildSamplePeople } from './sample-people.ts'

const today = '2026-11-27'

test('sample families show what an officer meets: who is not asked yet, a placement that is over, a number out of use', () => {
  const sample = buildSamplePeople(new Date(`${today}T12:00:00Z`))
  const { relationships, contacts } = describeSampleFamilies(sample)
  const births = new Map(sample.people.map(({ id, dateOfBirth }) => [id, dateOfBirth ?? null]))
  const shown = new Set(relationships.map(({ parentalResponsibility }) => parentalResponsibility))
  expect(parentalResponsibilities.every((each) => shown.has(each))).toBe(true)
  expect(new Set(relationships.map(({ kind }) => kind))).toEqual(new Set(['mother', 'father', 'fosterCarer']))
  const placements = relationships.filter(({ kind }) => kind === 'fosterCarer')
  expect(placements.some(({ endedOn }) => endedOn)).toBe(true)
  expect(placements.some(({ endedOn }) => !endedOn)).toBe(true)
  for (const { kind, childId, carerId, startedOn, endedOn } of relationships) {
    expect(relationshipKinds).toContain(kind)
    expect(childId).not.toBe(carerId)
    const days = { from: startedOn ?? '', until: endedOn ?? '' }
    expect(listRelationshipProblems(days, { birth: births.get(childId) ?? null, today })).toEqual({})
  }
  expect(contacts.some(({ endedOn }) => endedOn)).toBe(true)
  expect(contacts.some(({ preferred }) => preferred)).toBe(true)
  for (const { kind, value, preferred, endedOn } of contacts) {
    expect(contactKinds).toContain(kind)
    const entry = { kind, value, preferred, until: endedOn ?? '' }
    expect(listContactProblems(entry, today)).toEqual({})
    expect(readContact(entry)).toEqual(entry)
  }
})
