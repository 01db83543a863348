import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { bases, people } from '../tables.ts'
import { importBases } from './import-bases.ts'
import { importPeople } from './import-people.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await createTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'send-import-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function run(kind: typeof importPeople, content: string, dryRun = false) {
  const file = path.join(folder, 'file.csv')
  await writeFile(file, content)
  const said: string[] = []
  const say = (line: number, sentence: string) => void said.push(`${line}: ${sentence}`)
  const { notes, ...counts } = await kind(server.ownerDatabase, server.services.clock, { file, dryRun, say })
  return { ...counts, notes: [...notes], said }
}

const heading =
  'external_id,given_names,family_name,former_family_name,date_of_birth,sex,upn,nhs_number,address_line_1,address_line_2,town,postcode,school_urn'
const amira = 'A1,Amira,Khan,Malik,2014-02-14,F,B801200005001,943 476 5919,5 High Street,,Leeds,ls84ab,123456'

test('a dry run says what would be done and changes nothing; then the file is taken in, once, whole', async () => {
  const file = `${heading}\n${amira}\nA2,Jo,Smith,,1951-12-31,,,,,,,2034,\n`
  const first = await run(importPeople, file, true)
  expect(first).toMatchObject({ lines: 2, added: 2, known: 0, refused: 0 })
  expect(await server.ownerDatabase.select().from(people)).toEqual([])
  expect(await server.ownerDatabase.select().from(bases)).toEqual([])

  expect(await run(importPeople, file)).toEqual(first)
  const [one, two] = await server.ownerDatabase.select().from(people).orderBy(asc(people.externalId))
  expect(one).toMatchObject({
    formerFamilyName: 'Malik',
    sex: 'female',
    nhsNumber: '9434765919',
    town: 'Leeds',
  })
  expect(one).toMatchObject({ postcode: 'LS8 4AB', addressLine: '5 High Street', foldedFamilyName: 'khan' })
  expect(two).toMatchObject({ dateOfBirth: '1951-12-31', postcode: '2034', upn: null, schoolId: null })

  // Given again, as after a kill, it finds what it did.
  expect(await run(importPeople, file)).toMatchObject({ lines: 2, added: 0, known: 2, refused: 0 })
  const audited = await server.ownerDatabase
    .select({ details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.action, 'people.import'))
  expect(audited).toEqual([{ details: { people: expect.arrayContaining([one?.id, two?.id]) as unknown } }])
})

test('a file of schools names those that a file of people brought by number alone', async () => {
  expect(
    await run(importBases, 'urn,name\n123456,St Non’s Primary\n12,No\n654321,\n123456,Twice\n'),
  ).toMatchObject({
    lines: 4,
    added: 0,
    known: 1,
    said: [
      '3: refused: urn has not six digits',
      '4: refused: name is missing',
      '5: refused: urn stands in line 2 already',
    ],
  })
  expect(await server.ownerDatabase.select({ name: bases.name }).from(bases)).toEqual([
    { name: 'St Non’s Primary' },
  ])
})

test.each([
  ['B1,Jo,,,2011-02-03,,,,,,,,', 'family_name is missing'],
  ['B1,Jo,Smith,,31/02/2011,,,,,,,,', 'date_of_birth is not a date written as 2011-02-14'],
  ['B1,Jo,Smith,,2011-02-31,,,,,,,,', 'date_of_birth is not a date written as 2011-02-14'],
  ['B1,Jo,Smith,,0000-02-01,,,,,,,,', 'date_of_birth is not a date written as 2011-02-14'],
  ['B1,Jo,Smith,,40948,,,,,,,,', 'date_of_birth is not a date written as 2011-02-14'],
  ['B1,Jo,Smith,,2030-01-01,,,,,,,,', 'date_of_birth lies in the future'],
  ['B1,Jo,Smith,,2011-02-03,,A801200005001,,,,,,', 'upn has a wrong check letter or shape'],
  ['B1,Jo,Smith,,2011-02-03,,,9434765918,,,,,', 'nhs_number has a wrong check digit or shape'],
  ['B1,Jo,Smith,,2011-02-03,boat,,,,,,,', 'sex is neither female, male nor unknown'],
  ['B1,Jo,Smith,,2011-02-03,,,,,,,,12', 'school_urn has not six digits'],
  ['B1,=1+1,Smith,,2011-02-03,,,,,,,,', 'given_names is a formula'],
  ['B1,J\0o,Smith,,2011-02-03,,,,,,,,', 'given_names has letters that cannot be read'],
  [`B1,${'o'.repeat(201)},Smith,,2011-02-03,,,,,,,,`, 'given_names has more than 200 letters'],
  ['B1,Jo,Smith,,2011-02-03', 'it has 5 values, and the heading has 13'],
  ['B1,"Jo,Smith,,2011-02-03,,,,,,,,', 'a quotation mark is never closed'],
  [
    'A1,Amira,Khan,Malik,2014-02-15,F,B801200005001,,,,,,',
    'on record with another date_of_birth, nhs_number, address_line_1, town, postcode, school_urn',
  ],
  ['B1,Jo,Smith,,2011-02-03,,B801200005001,,,,,,', 'somebody on record already has this upn'],
])('%j is refused: %s', async (line, why) => {
  const result = await run(importPeople, `${heading}\n${line}\n`)
  expect(result).toMatchObject({ lines: 1, added: 0, refused: 1, said: [`2: refused: ${why}`] })
})

test('a line that repeats an id of the file is refused, with the line that has it', async () => {
  const line = 'C1,Jo,Smith,,2011-02-03,,,,,,,,'
  const result = await run(importPeople, `${heading}\n${line}\n${line}\n`, true)
  expect(result).toMatchObject({ added: 1, said: ['3: refused: external_id stands in line 2 already'] })
})
