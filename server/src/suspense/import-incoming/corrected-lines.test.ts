import { newId } from '@send/shared/values/ids'
import { asc, desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { importLinesOfFile } from '../../testing/import-lines-of-file.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { incomingChildren } from '../tables.ts'

let server: TestServer
let officer: BuiltSession

beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['matching', 'people'])
})
afterEach(() => server.close())

const wrong = {
  external_id: 'A1',
  given_names: 'Amira',
  family_name: 'Whitfeld',
  date_of_birth: '2014-02-03',
  postcode: 'LS8 4AB',
  school_urn: '100001',
}
const right = { ...wrong, family_name: 'Whitfield' }

const readChildren = () =>
  server.ownerDatabase.select().from(incomingChildren).orderBy(asc(incomingChildren.id))

async function takeIn(...lines: Parameters<typeof importLinesOfFile>[1]) {
  const report = await importLinesOfFile(server, lines)
  await server.runJobs()
  return report
}

test('SR-549: a line that a school corrects brings what waits up to date, is weighed anew, and is no second child', async () => {
  const personId = await buildPerson(server)
  await takeIn(wrong)
  const [before] = await readChildren()
  expect(before?.state).toBe('conflicts')
  server.clock.moveBy(60_000)
  expect(await importLinesOfFile(server, [right], { dryRun: true })).toMatchObject({ added: 0, corrected: 1 })
  expect(await readChildren()).toEqual([before])
  expect(await takeIn(right)).toMatchObject({ lines: 1, added: 0, corrected: 1, known: 0 })
  const after = await readChildren()
  expect(after).toHaveLength(1)
  expect(after[0]).toMatchObject({
    id: before?.id,
    familyName: 'Whitfield',
    waitingSince: before?.waitingSince,
    earlierLine: { family_name: 'Whitfeld' },
    correctedAt: server.clock.now(),
    rowVersion: (before?.rowVersion ?? 0) + 1,
    state: 'autoMatched',
    candidates: [{ personId }],
  })
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'suspense.import'))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  expect(line?.details).toEqual({ children: [], corrected: [before?.id] })
  // The same file again changes nothing.
  expect(await takeIn(right)).toMatchObject({ added: 0, corrected: 0, known: 1 })
  expect(await readChildren()).toEqual(after)
})

test('SR-549: whoever has the card open learns of the correction, and a decision on what it said before is refused', async () => {
  await takeIn(wrong)
  const [child] = await readChildren()
  const incomingChildId = child?.id ?? ''
  const { suspense } = server.caller(officer)
  const { version } = await suspense.get({ incomingChildId })
  const looked = await suspense.stillHere({ incomingChildId })
  await takeIn(right)
  const now = await suspense.stillHere({ incomingChildId })
  expect(now).toMatchObject({ hold: 'mine', version: looked.version + 1 })
  await expect(
    suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version }),
  ).rejects.toMatchObject({ id: 'conflict' })
  expect((await suspense.get({ incomingChildId })).line).toMatchObject({
    corrected: { at: server.clock.now().toISOString(), before: { family_name: 'Whitfeld' } },
    corrects: null,
  })
})

test('SR-549: what is decided stays decided: a line that tells otherwise of it waits for itself and names it', async () => {
  await takeIn(wrong)
  const [first] = await readChildren()
  const personId = await settle(server, officer, { incomingChildId: first?.id ?? '' })
  const { notes, ...counts } = await takeIn(right)
  expect(counts).toMatchObject({ added: 1, corrected: 0 })
  expect(Object.keys(notes)).toEqual([
    'tells otherwise of a child that is handled already: waits as another one',
  ])
  const [settled, second] = await readChildren()
  expect(settled).toMatchObject({ state: 'ready', familyName: 'Whitfeld', personId })
  expect(second).toMatchObject({ state: 'conflicts', correctsId: first?.id, candidates: [{ personId }] })
  const { line } = await server.caller(officer).suspense.get({ incomingChildId: second?.id ?? '' })
  expect(line?.corrects).toMatchObject({ incomingChildId: first?.id, state: 'ready', by: 'Nia Morgan' })
  // What the later line tells otherwise goes through the conflicts of its match.
  await settle(server, officer, { incomingChildId: second?.id ?? '' }, personId)
  const { matches } = await server.caller(officer).importConflicts.list({ personId })
  expect(matches).toHaveLength(1)
})

test.each([
  ['of another school', { school_urn: '100002' }, []],
  ['that names no school', { school_urn: '' }, []],
  [
    'about another child',
    { given_names: 'Tom', date_of_birth: '2011-05-06' },
    ['external_id was given to another child in an earlier file'],
  ],
])('SR-549: a line %s under the same number is a child of its own', async (_what, other, flags) => {
  await takeIn(wrong)
  expect(await takeIn({ ...right, ...other })).toMatchObject({ added: 1, corrected: 0 })
  const [first, second] = await readChildren()
  expect(first).toMatchObject({ familyName: 'Whitfeld', rowVersion: 1, earlierLine: null })
  expect(second).toMatchObject({ correctsId: null, flags })
})

test('SR-452: a number that stands twice in one file corrects nobody of that file', async () => {
  expect(await takeIn(wrong, right)).toMatchObject({ added: 2, corrected: 0 })
  expect(await readChildren()).toHaveLength(2)
})

test('SR-549: a correction while an officer decides comes before the decision or after it, and never half', async () => {
  for (let round = 0; round < 4; round += 1) {
    const number = { external_id: `R${round}`, postcode: `LS${round + 1} 1AA` }
    await takeIn({ ...wrong, ...number })
    const child = (await readChildren()).at(-1)
    const aim = { incomingChildId: child?.id ?? '', version: child?.rowVersion ?? 0 }
    const corrected = { ...right, ...number }
    const [decided] = await Promise.allSettled([
      server.caller(officer).suspense.addAsNew({ idempotencyKey: newId(), ...aim }),
      importLinesOfFile(server, [corrected]),
      importLinesOfFile(server, [corrected]),
    ])
    await server.runJobs()
    const all = (await readChildren()).filter(({ externalId }) => externalId === `R${round}`)
    // Refused, and one child is up to date; or settled as it was, and the correction waits beside it, once.
    const outcome = decided.status === 'fulfilled' ? ['Whitfeld', 'Whitfield'] : ['Whitfield']
    expect(all.map(({ familyName }) => familyName)).toEqual(outcome)
  }
})
