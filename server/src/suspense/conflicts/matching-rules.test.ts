import { newId } from '@send/shared/values/ids'
import { createRandom } from '@send/shared/values/seeded-random'
import { and, asc, eq, ne } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransactionAs } from '../../database/client.ts'
import { buildIncomingChild, buildPerson, toldChild } from '../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { importLinesOfFile } from '../../testing/import-lines-of-file.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { incomingChildren } from '../tables.ts'
import { weighChildren, type Score } from '../weigh-children.ts'

let server: TestServer
let administrator: BuiltSession

beforeEach(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration', 'formBuilder', 'matching'])
})
afterEach(() => server.close())

const line = {
  given_names: toldChild.givenNames,
  family_name: toldChild.familyName,
  date_of_birth: toldChild.dateOfBirth,
  sex: toldChild.sex,
  postcode: toldChild.postcode,
}
const ofAsh = { ...line, external_id: 'A1', school_urn: '100001' }
const ofBirch = { ...line, external_id: 'B1', school_urn: '100002' }

const change = (scope: string, before: object, after: object) =>
  server.caller(administrator).importRules.set({
    idempotencyKey: newId(),
    changes: [{ scope, before, after }],
  })

/** The rule that names the best candidate of each child, by the number of its line; of a form by its source. */
async function readRules(): Promise<Record<string, string | null | undefined>> {
  const rows = await server.ownerDatabase.select().from(incomingChildren)
  return Object.fromEntries(
    rows.map(({ externalId, source, candidates }) => [externalId ?? source, candidates[0]?.rule]),
  )
}

async function takeInBoth() {
  await buildPerson(server)
  await importLinesOfFile(server, [ofAsh, ofBirch])
  await server.runJobs()
}

test('SR-545: a rule that is switched off for a school names nobody out of its files, and those who wait are weighed again', async () => {
  await takeInBoth()
  expect(await readRules()).toEqual({ A1: 'allFour', B1: 'allFour' })
  await change('100001', {}, { allFour: false })
  expect(await server.runJobs()).toBeGreaterThan(0)
  expect(await readRules()).toEqual({ A1: null, B1: 'allFour' })
  // What comes in afterwards is under it from the beginning.
  await importLinesOfFile(server, [{ ...ofAsh, external_id: 'A2' }])
  await server.runJobs()
  expect(await readRules()).toMatchObject({ A2: null })
  await change('100001', { allFour: false }, {})
  await server.runJobs()
  expect(await readRules()).toEqual({ A1: 'allFour', A2: 'allFour', B1: 'allFour' })
})

test('SR-545: what is switched off for all others is off for whoever has nothing of their own, families too', async () => {
  await takeInBoth()
  await buildIncomingChild(server, administrator)
  expect(await readRules()).toEqual({ A1: 'allFour', B1: 'allFour', parent: 'allFour' })
  await change('100002', {}, { allFour: true })
  await change('default', {}, { allFour: false })
  await server.runJobs()
  expect(await readRules()).toEqual({ A1: null, B1: 'allFour', parent: null })
  await change('families', {}, { allFour: true })
  await server.runJobs()
  expect(await readRules()).toEqual({ A1: null, B1: 'allFour', parent: 'allFour' })
})

test('a number that another child has is no rule any more where the school’s numbers do not count', async () => {
  const other = await buildPerson(server, { givenNames: 'Tom', familyName: 'Elsewhere', postcode: 'M1 1AA' })
  const told = { external_id: 'A1', given_names: 'Tom', family_name: 'Elsewhere', school_urn: '100001' }
  await settle(server, administrator, { incomingChildId: await buildIncomingLine(server, told) }, other)
  await takeInBoth()
  const named = async () => {
    const [row] = await server.ownerDatabase
      .select({ candidates: incomingChildren.candidates })
      .from(incomingChildren)
      .where(and(eq(incomingChildren.externalId, 'A1'), ne(incomingChildren.state, 'ready')))
    return row?.candidates.filter(({ rule }) => rule === 'knownExternalId').map(({ personId }) => personId)
  }
  expect(await named()).toEqual([other])
  await change('100001', {}, { knownExternalId: false })
  await server.runJobs()
  expect(await named()).toEqual([])
})

test('a change that recognises nobody otherwise weighs nobody again', async () => {
  await takeInBoth()
  const before = await server.ownerDatabase.select().from(incomingChildren)
  server.clock.moveBy(60_000)
  await change('100001', {}, { address: 'alwaysImport', addIfUnmatched: true })
  await server.runJobs()
  expect(await server.ownerDatabase.select().from(incomingChildren)).toEqual(before)
})

test('SR-545: whether unmatched children are added is for one school to say, never for families or all others', async () => {
  await takeInBoth()
  for (const scope of ['default', 'families'])
    await expect(change(scope, {}, { addIfUnmatched: true })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('SR-450: under the rules of each school a child has in bulk the score that it has alone, to the last byte', async () => {
  const random = createRandom(49)
  const tell = () => ({
    givenNames: random.pick(['Amira', 'Amy', 'Tom', 'Zoë']),
    familyName: random.pick(['Whitfield', 'Khan']),
    dateOfBirth: random.pick(['2014-02-03', '2014-03-02']),
    sex: random.pick(['female', 'male'] as const),
    postcode: random.pick(['LS8 4AB', 'M1 1AA']),
  })
  for (let count = 0; count < 30; count += 1) await buildPerson(server, tell())
  const lines = Array.from({ length: 120 }, (_, place) => {
    const { givenNames: given_names, familyName: family_name, dateOfBirth: date_of_birth, ...rest } = tell()
    const school_urn = random.pick(['100001', '100002', ''])
    return { external_id: `L${place}`, given_names, family_name, date_of_birth, ...rest, school_urn }
  })
  await importLinesOfFile(server, lines)
  await server.runJobs()
  await change('100001', {}, { allFour: false, knownExternalId: false })
  await change('default', {}, { upnAndThreeOfFour: false })
  const rows = await server.ownerDatabase.select().from(incomingChildren).orderBy(asc(incomingChildren.id))
  const weigh = (children: typeof rows) =>
    inTransactionAs(server.database, { kind: 'system', userId: null }, async (tx) => {
      const scores: Score[] = []
      for await (const score of weighChildren({ tx, services: server.services }, children)) scores.push(score)
      return scores.map((score) => JSON.stringify(score))
    })
  const alone: string[] = []
  for (const row of rows) alone.push(...(await weigh([row])))
  expect(await weigh(rows)).toEqual(alone)
  const byRule = alone.filter((score) => score.includes('"rule":"allFour"')).length
  expect(byRule).toBeGreaterThan(10)
  expect(byRule).toBeLessThan(100)
})
