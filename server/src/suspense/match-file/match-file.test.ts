import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defaultSetting, suspenseSources } from '@send/shared/suspense/matching-settings'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../../people/import/import-people.ts'
import { buildStaffSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { matchFile } from './match-file.ts'

let server: TestServer
let folder: string

const heading = 'external_id,given_names,family_name,date_of_birth,sex,upn,postcode'
const onRecord = [
  'P1,Amira,Khan,2014-02-14,F,B801200005001,LS8 4AB',
  'P2,Jayden,Okafor,2012-07-09,M,,LS6 2QT',
  'P3,Hayden,Okafor,2012-07-09,M,,LS6 2QT',
  'P4,Zoë,Whitfield,2011-03-02,F,,LS17 6QE',
  'P5,Isla,Hall,2010-10-10,F,,BD1 1AA',
  'P6,Tomos,Rees,2009-01-30,M,,HX1 5BB',
]

beforeAll(async () => {
  server = await createTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'send-match-'))
  const file = path.join(folder, 'people.csv')
  await writeFile(file, [heading, ...onRecord].join('\n'))
  await importPeople(server.ownerDatabase, server.services.clock, { file, dryRun: false, say: () => {} })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

type Row = Record<
  'incoming_id' | 'person_external_id' | 'rank' | 'weight' | 'probability' | 'decision',
  string
> & {
  reasons: { reason: string; words: string; weight: number; shown?: string }[]
}

async function match(...lines: string[]): Promise<Row[]> {
  const [file, out] = [path.join(folder, 'incoming.csv'), path.join(folder, 'decisions.csv')]
  await writeFile(file, [heading, ...lines].join('\n'))
  await matchFile(server.database, { file, out })
  type Cells = Omit<Row, 'reasons'> & { reasons: string }
  const rows = parse<Cells>(await readFile(out, 'utf8'), { columns: true })
  return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Row['reasons'] }))
}

async function decide(line: string) {
  const [best] = await match(line)
  const words = (reason: string) =>
    best?.reasons.filter((each) => each.reason === reason).map((each) => each.words)
  return { ...best, flags: words('flag'), never: words('neverAutomatic'), rules: words('rule') }
}

test('the reasons of every candidate add up to its weight, and five at most are named', async () => {
  const rows = await match('I1,Jayden,Okafor,2012-07-09,M,,LS6 2QT', 'I2,Amira,Khan,2014-02-14,F,,LS8 4AB')
  expect(rows.filter(({ incoming_id: id }) => id === 'I1').length).toBeLessThanOrEqual(5)
  for (const { weight, probability, reasons } of rows) {
    const sum = reasons.reduce((total, reason) => total + reason.weight, 0)
    expect(Math.abs(sum - Number(weight))).toBeLessThan(1e-9)
    expect(Number(probability)).toBeCloseTo(1 / (1 + 2 ** -Number(weight)), 12)
    expect(reasons[0]?.reason).toBe('prior')
    for (const { shown, weight: bits } of reasons) if (shown === 'missing') expect(bits).toBe(0)
  }
})

test('a rule decides before the score, and is a named reason', async () => {
  expect(await decide('I1,Amira,Khan,2014-02-14,F,,LS8 4AB')).toMatchObject({
    person_external_id: 'P1',
    rank: '1',
    decision: 'automatic',
    rules: ['Rule 3: without a UPN, date of birth, family name, given names and sex all agree'],
    never: [],
  })
  expect(await decide('I1,Amirah,Khan,2014-02-14,F,B801200005001,')).toMatchObject({
    person_external_id: 'P1',
    decision: 'automatic',
    rules: ['Rule 2: the UPN and three of date of birth, family name, given names and sex agree'],
  })
})

test('an external id that all else contradicts decides nothing, for or against', async () => {
  const [best, ...others] = await match('P5,Amira,Khan,2014-02-14,F,,LS8 4AB')
  expect(best).toMatchObject({ person_external_id: 'P1', decision: 'automatic' })
  const named = others.find(({ person_external_id: id }) => id === 'P5')
  expect(named?.reasons.find(({ reason }) => reason === 'rule')?.words).toContain('Rule 1')
})

test('a twin at the same address overrules the rule and the score, and the line says why', async () => {
  expect(await decide('I1,Jayden,Okafor,2012-07-09,M,,LS6 2QT')).toMatchObject({
    person_external_id: 'P2',
    decision: 'officer',
    rules: [expect.stringContaining('Rule 3')],
    never: expect.arrayContaining([
      'A twin, sibling or namesake of the same address is on record',
    ]) as unknown,
  })
})

test('a twin who is not on record is not taken for the one who is', async () => {
  expect(await decide('I1,Thomas,Rees,2009-01-30,M,,HX1 5BB')).toMatchObject({
    person_external_id: 'P6',
    decision: 'officer',
    never: ['The given names may be those of a brother, sister or twin'],
  })
})

test.each([
  ['I1,Zoe,Whitfield,02/03/2011,F,,ls176qe', 'date_of_birth is not written as 2011-02-14: read all the same'],
  [
    'I1,Zoe,Whitfield,40604,F,,LS17 6QE',
    'date_of_birth is the number of a spreadsheet: read as the day that it means',
  ],
  ['I1,Zoe,Whitfield,31/02/2011,F,,LS17 6QE', 'date_of_birth is not a date: compared as written'],
  ['I1,Zoe,Whitfield,2011-03-02,F,,75001 Paris', 'postcode is not a British one: compared as written'],
  [
    'I1,Zoe,Whitfield,2011-03-02,,A801200005001,LS17 6QE',
    'upn has a wrong check letter or shape: compared as written',
  ],
  ['I1,Zoe,Whitfield,2011-03-02,girl?,,LS17 6QE', 'sex is neither female nor male: counted as missing'],
  ['I1,"Zoe,Whitfield,2011-03-02,F,,LS17 6QE', 'Line 2: a quotation mark is never closed'],
  [',Zoe,Whitfield,2011-03-02,F,,LS17 6QE', 'external_id is missing'],
])('%j is compared all the same, and flagged', async (line, flag) => {
  expect(await decide(line)).toMatchObject({ person_external_id: 'P4', flags: [flag] })
})

test('no line is left out: not one without a name, not one that resembles nobody, not one that repeats an id', async () => {
  const rows = await match(
    ',,,,,,',
    'I1,Xanthe,Quill,1950-05-05,F,,EX1 1AA',
    'I2,Isla,Hall,,,,',
    'I2,Isla,Hall,,,,',
  )
  expect([...new Set(rows.map(({ incoming_id: id }) => id))]).toEqual(['line 2', 'I1', 'I2'])
  expect(rows.find(({ incoming_id: id }) => id === 'line 2')).toMatchObject({
    rank: '',
    decision: 'unmatched',
  })
  expect(rows.at(-1)?.reasons.at(-1)?.words).toBe('external_id stands in line 4 already')
})

test('what is written can be opened in a spreadsheet', async () => {
  const [row] = await match('=1+1,Isla,Hall,,,,')
  expect(row?.incoming_id).toBe("'=1+1")
})

test('nothing in the database changes', async () => {
  const rows = async () =>
    server.ownerDatabase.execute(sql`select (select count(*) from people) as people,
      (select count(*) from audit_events) as audit, (select count(*) from incoming_children) as incoming`)
  const before = await rows()
  await match('I1,Amira,Khan,2014-02-14,F,,LS8 4AB')
  expect(await rows()).toEqual(before)
})

test('what an authority settled for its sources changes nothing in the decisions about a file', async () => {
  const lines = onRecord.map((line, place) => line.replace(/^P\d/, `I${place}`))
  const before = await match(...lines)
  expect(before.map(({ decision }) => decision)).toContain('automatic')
  const session = await buildStaffSession(server, ['portalAdministration'])
  await server.caller(session).matchingSettings.set({
    idempotencyKey: newId(),
    changes: suspenseSources.map((source) => ({
      source,
      before: defaultSetting,
      after: { automaticFrom: 'never', reviewedShare: 100 },
    })),
  })
  expect(await match(...lines)).toEqual(before)
})
