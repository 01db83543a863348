import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { bases, people } from '../../people/tables.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildStaffSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { incomingChildren } from '../tables.ts'
import { importIncoming } from './import-incoming.ts'

let server: TestServer
let folder: string
beforeEach(async () => {
  server = await createTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'send-incoming-'))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function run(content: string | Buffer, dryRun = false) {
  const file = path.join(folder, 'file.csv')
  await writeFile(file, content)
  const said: string[] = []
  const say = (line: number, sentence: string) => void said.push(`${line}: ${sentence}`)
  const { clock, jobs } = server.services
  const deployment = { database: server.ownerDatabase, clock, jobs }
  const { notes, ...counts } = await importIncoming(deployment, { file, dryRun, say })
  return { ...counts, notes: [...notes], said }
}

const readAll = () => server.ownerDatabase.select().from(incomingChildren).orderBy(asc(incomingChildren.id))

const heading =
  'external_id,given_names,family_name,former_family_name,date_of_birth,sex,upn,nhs_number,address_line_1,address_line_2,town,postcode,school_urn'
const amira = 'I1,Amira,Whitfield,,2014-02-03,F,B801200005001,,5 High Street,,Leeds,ls84ab,123456'

test('a dry run says what would be done and changes nothing; then each line waits in suspense, with its school', async () => {
  const file = `${heading}\n${amira}\nI2,Jo,Smith,,,,,,,,,,\n`
  const first = await run(file, true)
  expect(first).toMatchObject({ lines: 2, added: 2, known: 0, refused: 0, said: [] })
  expect(await readAll()).toEqual([])
  expect(await server.ownerDatabase.select().from(bases)).toEqual([])

  expect(await run(file)).toEqual(first)
  const [one, two] = await readAll()
  const [school] = await server.ownerDatabase.select().from(bases)
  expect(school?.urn).toBe('123456')
  expect(one).toMatchObject({
    source: 'school',
    ownerUserId: null,
    baseId: school?.id,
    externalId: 'I1',
    givenNames: 'Amira',
    dateOfBirth: '2014-02-03',
    sex: 'female',
    upn: 'B801200005001',
    postcode: 'LS8 4AB',
    state: 'unmatched',
    flags: [],
  })
  expect(one?.asWritten).toMatchObject({ postcode: 'ls84ab', address_line_1: '5 High Street' })
  expect(two).toMatchObject({ baseId: null, dateOfBirth: null, sex: null, upn: null, postcode: null })
})

test('SR-451: the same file again, or lines of it among others, changes nothing of what was taken in', async () => {
  const file = `${heading}\n${amira}\nI2,Jo,Smith,,2011-02-03,,,,,,,,\n`
  await run(file)
  await server.runJobs()
  const before = await readAll()
  expect(await run(file)).toMatchObject({ lines: 2, added: 0, known: 2 })
  const more = await run(`${heading}\nI3,New,Child,,2011-02-03,,,,,,,,\n${amira}\n${amira}\n`)
  expect(more).toMatchObject({ lines: 3, added: 1, known: 2 })
  await server.runJobs()
  const after = await readAll()
  expect(after.slice(0, 2)).toEqual(before)
  expect(after).toHaveLength(3)
  const audited = await server.ownerDatabase
    .select({ details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.action, 'suspense.import'))
  const ids = audited.flatMap(({ details }) => (details as { children: string[] }).children)
  expect(ids.toSorted()).toEqual(after.map(({ id }) => id).toSorted())
})

test('the two of one file that is given twice at the same moment take each line in once', async () => {
  const lines = Array.from({ length: 700 }, (_, place) => `I${place},Jo,Smith,,2011-02-03,,,,,,,,`)
  const file = `${heading}\n${lines.join('\n')}\n`
  const both = await Promise.all([run(file), run(file)])
  expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(700)
  expect(await readAll()).toHaveLength(700)
})

test('a child of a file is weighed by the job, by its number too, and an officer sees the line and settles it', async () => {
  const personId = await buildPerson(server)
  const other = await buildPerson(server, { givenNames: 'Tom', familyName: 'Elsewhere', postcode: 'M1 1AA' })
  await server.ownerDatabase.update(people).set({ externalId: 'P9' }).where(eq(people.id, other))
  await run(`${heading}\n${amira}\nP9,Tom,Elsewhere,,03/02/2014,boy,,,,,,M1 1AA,\n`)
  expect(await server.runJobs()).toBeGreaterThan(0)
  const officer = await buildStaffSession(server, ['matching'])
  const caller = server.caller(officer).suspense
  const { items } = await caller.list()
  expect(items.map(({ source, reference }) => [source, reference])).toEqual([
    ['school', null],
    ['school', null],
  ])
  const cards = await Promise.all(items.map(({ incomingChildId }) => caller.get({ incomingChildId })))
  const [first, second] = cards.toSorted((a) => (a.child.givenNames === 'Amira' ? -1 : 1))
  expect(first).toMatchObject({ line: { school: 'School 123456', flags: [] } })
  expect(first?.candidates[0]).toMatchObject({ personId })
  expect(second?.line?.flags).toEqual(['date_of_birth is not written as 2011-02-14: read all the same'])
  expect(second?.child.dateOfBirth).toBe('2014-02-03')
  expect(second?.candidates[0]).toMatchObject({ personId: other, rule: 'knownExternalId' })
  const settled = await caller.addAsNew({
    idempotencyKey: crypto.randomUUID(),
    incomingChildId: second?.incomingChildId ?? '',
    version: second?.version ?? 0,
  })
  expect(settled).toMatchObject({ outcome: 'settled' })
})

test.each([
  [
    'a date that is none',
    'I1,Jo,Smith,,31/02/2011,,,,,,,,',
    'date_of_birth is not a date: compared as written',
  ],
  [
    'the number of a spreadsheet',
    'I1,Jo,Smith,,40948,,,,,,,,',
    'date_of_birth is the number of a spreadsheet: read as the day that it means',
  ],
  ['a formula', 'I1,=HYPERLINK(1),Smith,,2011-02-03,,,,,,,,', 'given_names is a formula: kept as written'],
  [
    'a foreign postcode',
    'I1,Jo,Smith,,2011-02-03,,,,,,,D04 X285,',
    'postcode is not a British one: compared as written',
  ],
  [
    'a wrong check letter',
    'I1,Jo,Smith,,2011-02-03,,A801200005001,,,,,,',
    'upn has a wrong check letter or shape: compared as written',
  ],
  [
    'an odd school',
    'I1,Jo,Smith,,2011-02-03,,,,,,,,12',
    'school_urn has not six digits: compared as written',
  ],
  ['no number', ',Jo,Smith,,2011-02-03,,,,,,,,', 'external_id is missing'],
  [
    'letters that no database keeps',
    'I1,J\0o,Smith,,2011-02-03,,,,,,,,',
    'given_names has letters that cannot be read',
  ],
  [
    'a quotation mark that is never closed',
    'I1,"Jo,Smith,,2011-02-03,,,,,,,,',
    'a quotation mark is never closed',
  ],
  ['too few values', 'I1,Jo,Smith', 'it has 3 values, and the heading has 13'],
  [
    'a value without end',
    `I1,${'o'.repeat(3000)},Smith,,2011-02-03,,,,,,,,`,
    'given_names has more than 2000 letters: the first are kept',
  ],
])('SR-452: %s is kept as written, flagged, and told by its line', async (_what, line, flag) => {
  const result = await run(`${heading}\n${line}\n`)
  expect(result).toMatchObject({ lines: 1, added: 1, refused: 0 })
  expect(result.said).toEqual([expect.stringContaining(flag)])
  expect(result.said[0]).toMatch(/^2: kept, and flagged: /)
  const [kept] = await readAll()
  expect(kept?.flags).toContain(flag)
  await server.runJobs()
  expect((await readAll())[0]?.scoredAt).not.toBeNull()
})

test('SR-452: a number that two lines have stands for two children, of whom the second is flagged', async () => {
  const result = await run(`${heading}\nI1,Jo,Smith,,2011-02-03,,,,,,,,\nI1,Ann,Rees,,2012-02-03,,,,,,,,\n`)
  const flag = 'external_id stands in an earlier line of the file already'
  expect(result).toMatchObject({ added: 2, said: [`3: kept, and flagged: ${flag}`] })
  expect((await readAll()).map(({ flags }) => flags)).toEqual([[], [flag]])
})

const text = `${heading}\r\nI1,Zoë,O’Neill,,2011-02-03,,,,,,,,\r\n`
test.each([
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['Windows-1252', Buffer.from(text.replace('ë', '\xEB').replace('’', '\x92'), 'latin1')],
  ['semicolons and a heading in capitals', text.replaceAll(',', ';').replace('given_names', 'GIVEN_NAMES')],
])('a file in %s is taken in as it was written', async (_name, content) => {
  await run(content)
  expect(await readAll()).toMatchObject([{ givenNames: 'Zoë', familyName: 'O’Neill', flags: [] }])
})

test('SR-453: of the values of a file nothing is said, and nothing stands in the audit trail', async () => {
  const result = await run(
    `${heading}\nSECRET1,=Secret,Secret,,Secret,Secret,Secret,Secret,,,,Secret,Secret\n`,
  )
  const events = await server.ownerDatabase.select().from(auditEvents)
  expect(JSON.stringify([result, events])).not.toMatch(/secret/i)
})

test('a line of a file is never changed by what a portal user sends, and the database holds each to its kind', async () => {
  await run(`${heading}\n${amira}\n`)
  const [child] = await readAll()
  if (!child) throw new Error('The child waits')
  const copy = { ...child, id: crypto.randomUUID(), childKey: 'another' }
  for (const wrong of [{ source: 'parent' as const }, { asWritten: null }])
    await expect(
      server.ownerDatabase.insert(incomingChildren).values({ ...copy, ...wrong }),
    ).rejects.toThrow()
})
