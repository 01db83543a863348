import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { compareRecords } from '@send/shared/suspense/matching/compare-records'
import { explainWeight, probabilityOf } from '@send/shared/suspense/matching/explain-weight'
import { fields } from '@send/shared/suspense/matching/fields'
import type { FieldId } from '@send/shared/suspense/matching/fields/field'
import { foldRecord, type Told } from '@send/shared/suspense/matching/match-record'
import { expectedModel, modelField, type MatchingModel } from '@send/shared/suspense/matching/matching-model'
import { sealContact } from '@send/shared/suspense/matching/parent-contacts'
import { weighBest } from '@send/shared/suspense/matching/weigh-comparison'
import { expect, test } from 'vitest'
import { projectFolder } from './data-folder.ts'

type Stated = { level: string; m: number; u: number; value?: string; count?: number; known?: number }

/** What the example states of the authority: shares of the levels, and how many people bear a value. */
const stated: Partial<Record<FieldId, Stated[]>> = {
  givenNames: [{ level: 'same', m: 0.85, u: 0.004, value: 'zara', count: 80, known: 19_750 }],
  familyName: [
    { level: 'same', m: 0.85, u: 0.001, value: 'whitfield', count: 20, known: 19_000 },
    // As telling as one letter off, so that the order of the levels changes nothing.
    { level: 'former', m: 0.02, u: 0.0001 },
    { level: 'part', m: 0.03, u: 0.00015 },
    { level: 'oneSlip', m: 0.08, u: 0.0004 },
  ],
  dateOfBirth: [{ level: 'same', m: 0.93, u: 1 / 9000, value: '20150314', count: 3, known: 18_000 }],
  postcode: [{ level: 'same', m: 0.7, u: 1 / 2000, value: 'LS84AB', count: 10, known: 18_000 }],
  parentPhone: [
    { level: 'same', m: 0.5, u: 1 / 2000, value: sealContact('07700900123'), count: 2, known: 14_000 },
  ],
}

function buildModel(): MatchingModel {
  const model = expectedModel()
  const built = fields.map((field) => {
    const known = stated[field.id] ?? []
    const { m, u } = model.fields[field.id]
    const share = (of: 'm' | 'u', before: readonly number[]) =>
      field.levels.map(({ id }, place) => known.find(({ level }) => level === id)?.[of] ?? before[place] ?? 0)
    const counts = new Map(known.flatMap(({ value, count }) => (value ? [[value, count ?? 1] as const] : [])))
    return [
      field.id,
      modelField(field, { m: share('m', m), u: share('u', u), counts, known: known[0]?.known ?? 0 }),
    ]
  })
  const shares = { people: 20_000, relativesEach: 0.2, twinsEach: 0.02 }
  return { ...model, ...shares, fields: Object.fromEntries(built) as MatchingModel['fields'] }
}

const child = { givenNames: 'Zara', familyName: 'Whitfeld', dateOfBirth: '2015-03-14', postcode: 'LS8 4AB' }
const person = { ...child, familyName: 'Whitfield', sex: 'F' }

test('the example that docs/matching.md works by hand is what the program calculates', async () => {
  const text = await readFile(path.join(projectFolder, 'docs/matching.md'), 'utf8')
  const model = buildModel()
  const weighed = weighBest(model, compareRecords(model, foldRecord(child), foldRecord(person)))
  const names: Record<string, string> = {
    prior: 'prior',
    givenNames: 'given names',
    familyName: 'family name',
    dateOfBirth: 'date of birth',
    sex: 'sex',
    postcode: 'postcode',
    relatives: 'relatives',
  }
  const bits = (name: string) => {
    const cells = text.split('\n').find((line) => line.startsWith(`| ${name} `))
    return Number(cells?.split('|').at(-2)?.trim().replace('−', '-'))
  }
  for (const { reason, weight } of explainWeight(weighed)) {
    const name = names[reason]
    if (name) expect(bits(name), name).toBeCloseTo(weight, 2)
    else expect(weight, reason).toBe(0)
  }
  expect(bits('total')).toBeCloseTo(weighed.weight, 2)
  expect(text).toContain(`= ${(100 * probabilityOf(weighed.weight)).toFixed(3)} %.`)
})

test('what the example says of a parent’s number is what the program calculates, at home and where no postcode is told', async () => {
  const text = await readFile(path.join(projectFolder, 'docs/matching.md'), 'utf8')
  const model = buildModel()
  const parentContacts = [{ kind: 'phone' as const, value: '07700 900123' }]
  const weigh = (told: Told, known: Told) =>
    weighBest(model, compareRecords(model, foldRecord(told), foldRecord(known)))
  const [home, without] = [
    { ...child, parentContacts },
    { ...child, postcode: '' },
  ]
  const rows = {
    'as above': weigh(child, person),
    'the mother’s number too': weigh(home, { ...person, parentContacts }),
    'no postcode': weigh(without, person),
    'no postcode, but the number': weigh({ ...without, parentContacts }, { ...person, parentContacts }),
  }
  for (const [name, { weight, relatives, fields: parts }] of Object.entries(rows)) {
    const cells = text.split('\n').find((line) => line.startsWith(`| ${name} `))
    const stated = cells?.split('|').slice(2, -1) ?? []
    const place = fields.findIndex(({ id }) => id === 'parentPhone')
    const bits = [parts[place] ?? 0, relatives, weight].map((each) => each.toFixed(2).replace('-', '−'))
    expect(
      stated.map((cell) => cell.trim()),
      name,
    ).toEqual(bits)
  }
})
