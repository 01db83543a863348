import { expect, test } from 'vitest'
import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import { foldName } from './fold-name.ts'
import { foldRecord, type Told } from './match-record.ts'
import { countSlips, jaroWinkler } from './string-closeness.ts'

test.each([
  ['Zoë', 'zoe'],
  ['O’Neill', 'oneill'],
  ['Łukasz', 'lukasz'],
  ['Øystein Straße', 'oystein strasse'],
  ['Олена', 'olena'],
  ['Юлия', 'yuliya'],
  ['Αθηνά', 'athina'],
  ['  Khan - Smith ', 'khan smith'],
])('%s is folded to %s', (written, folded) => {
  expect(foldName(written)).toBe(folded)
})

// Source: Winkler’s own examples.
test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['', 'a', 0],
])('%s and %s are alike by %d', (a, b, likeness) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3)
})

test.each([
  ['khan', 'kahn', 1],
  ['khan', 'kan', 1],
  ['khan', 'khaan', 1],
  ['khan', 'khin', 1],
  ['khan', 'kahnn', 2],
  ['khan', 'smith', 3],
  ['', 'ab', 2],
])('%s and %s are %d slips apart', (a, b, slips) => {
  expect(countSlips(a, b, 2)).toBe(slips)
})

test.each<[FieldId, Told, Told, string | undefined]>([
  ['givenNames', { givenNames: 'Zoë' }, { givenNames: 'ZOE' }, 'same'],
  ['givenNames', { givenNames: 'Liz' }, { givenNames: 'Elizabeth' }, 'nickname'],
  ['givenNames', { givenNames: 'Mohammed' }, { givenNames: 'Muhammad' }, 'nickname'],
  ['givenNames', { givenNames: 'Mary Jane' }, { givenNames: 'Mary' }, 'part'],
  ['givenNames', { givenNames: 'O' }, { givenNames: 'Oliver' }, 'initial'],
  ['givenNames', { givenNames: 'Olvier' }, { givenNames: 'Oliver' }, 'oneSlip'],
  ['givenNames', { givenNames: '-' }, { givenNames: 'Oliver' }, undefined],
  ['familyName', { familyName: 'Müller' }, { familyName: 'Mueller' }, 'same'],
  ['familyName', { familyName: 'Khan' }, { familyName: 'Khan-Smith' }, 'part'],
  ['familyName', { familyName: 'Khan' }, { familyName: 'Malik', formerFamilyName: 'Khan' }, 'former'],
  ['dateOfBirth', { dateOfBirth: '2011-02-03' }, { dateOfBirth: '03/02/2011' }, 'same'],
  ['dateOfBirth', { dateOfBirth: '40577' }, { dateOfBirth: '2011-02-03' }, 'same'],
  ['dateOfBirth', { dateOfBirth: '2011-02-03' }, { dateOfBirth: '2011-03-02' }, 'swapped'],
  ['dateOfBirth', { dateOfBirth: '31/02/2011' }, { dateOfBirth: '2011-03-31' }, 'oneDigit'],
  ['dateOfBirth', { dateOfBirth: '2011-02-03' }, { dateOfBirth: '2011-02-21' }, 'twoParts'],
  ['dateOfBirth', { dateOfBirth: 'n/k' }, { dateOfBirth: '2011-02-21' }, 'other'],
  ['postcode', { postcode: 'ls8 4ab' }, { postcode: 'LS84AB' }, 'same'],
  ['postcode', { postcode: 'LS8 4AB' }, { postcode: 'LS8 4QT' }, 'sector'],
  ['postcode', { postcode: 'LS8 4AB' }, { postcode: 'LS8 1QT' }, 'district'],
  ['postcode', { postcode: '2034' }, { postcode: '2043' }, 'oneSlip'],
  ['address', { addressLine1: '5 High Street' }, { addressLine1: '5 High St' }, 'number'],
  ['upn', { upn: 'B801200005001' }, { upn: 'B801200005001 ' }, 'same'],
  ['nhsNumber', { nhsNumber: '9434765918' }, { nhsNumber: '9434765919' }, undefined],
  ['sex', { sex: 'F' }, { sex: 'girl' }, 'same'],
])('%s of %j and %j: %s', (id, a, b, level) => {
  const field = fields.find((each) => each.id === id)
  const reached = field?.compare(foldRecord(a), foldRecord(b))
  expect(reached === undefined ? undefined : field?.levels[reached]?.id).toBe(level)
})
