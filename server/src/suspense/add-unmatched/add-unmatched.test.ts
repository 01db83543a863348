import { newId } from '@send/shared/values/ids'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { bases, people } from '../../people/tables.ts'
import { buildIncomingChild, buildPerson } from '../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { importLinesOfFile } from '../../testing/import-lines-of-file.ts'
import { listRestorationFaults } from '../../testing/not-restored.ts'
import { undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { readWholeDatabase } from '../../testing/whole-database.ts'
import { incomingChildren } from '../tables.ts'

let server: TestServer
let officer: BuiltSession

beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['portalAdministration', 'formBuilder', 'matching', 'people'])
  await server.ownerDatabase.insert(bases).values([
    { id: newId(), urn: '100001', name: 'Ash Primary' },
    { id: newId(), urn: '100002', name: 'Birch Academy' },
  ])
  await server.caller(officer).importRules.set({
    idempotencyKey: newId(),
    changes: [{ scope: '100001', before: {}, after: { addIfUnmatched: true } }],
  })
})
afterEach(() => server.close())

const unknown = {
  external_id: 'A1',
  given_names: 'Seren',
  family_name: 'Abernathy',
  date_of_birth: '2015-06-07',
  sex: 'F',
  postcode: 'M1 1AA',
  school_urn: '100001',
}

const readChildren = () =>
  server.ownerDatabase.select().from(incomingChildren).orderBy(asc(incomingChildren.id))
const readPeople = () => server.ownerDatabase.select().from(people).orderBy(asc(people.id))

async function takeIn(...lines: Parameters<typeof importLinesOfFile>[1]) {
  await importLinesOfFile(server, lines)
  await server.runJobs()
  const [children, onRecord] = [await readChildren(), await readPeople()]
  return { children, people: onRecord, states: children.map(({ state }) => state) }
}

test('SR-546: a child whom nobody resembles is added as new, stamped with the school, where its rule says so and nowhere else', async () => {
  const ofBirch = { ...unknown, external_id: 'B1', given_names: 'Idris', family_name: 'Zeller' }
  const nowhere = {
    ...unknown,
    external_id: 'N1',
    given_names: 'Olwen',
    family_name: 'Quill',
    school_urn: '',
  }
  const { children, people: added } = await takeIn(
    unknown,
    { ...ofBirch, school_urn: '100002', date_of_birth: '2011-01-02', postcode: 'LS8 4AB' },
    { ...nowhere, date_of_birth: '2010-10-10', postcode: 'BD1 1AA' },
  )
  expect(added).toMatchObject([{ givenNames: 'Seren', familyName: 'Abernathy', postcode: 'M1 1AA' }])
  expect(children.map(({ externalId, state }) => [externalId, state])).toEqual([
    ['A1', 'ready'],
    ['B1', 'unmatched'],
    ['N1', 'unmatched'],
  ])
  expect(children[0]).toMatchObject({
    decision: 'addedAsNew',
    personId: added[0]?.id,
    settledBy: null,
    settledByRuleOf: '100001',
  })
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'suspense.addAsNew'))
  expect(line).toMatchObject({
    actorUserId: null,
    actorKind: 'system',
    personId: added[0]?.id,
    details: { rule: 'addIfUnmatched', stampedWith: '100001' },
  })
  const card = await server.caller(officer).suspense.get({ incomingChildId: children[0]?.id ?? '' })
  expect(card.settled?.by).toBe('The rule “Add if unmatched” of Ash Primary')
})

test('SR-547: two lines about one unknown child, in one file or in two at once, become one person', async () => {
  const again = { ...unknown, external_id: 'A2', postcode: 'm1 1aa' }
  const spelt = { ...unknown, external_id: 'A3', family_name: 'Abernethy' }
  const one = await takeIn(unknown, again, spelt)
  expect(one.people).toHaveLength(1)
  expect(one.states.toSorted()).toEqual(['autoMatched', 'conflicts', 'ready'])
  expect(
    one.children.filter(({ state }) => state !== 'ready').map(({ candidates }) => candidates[0]),
  ).toEqual([
    expect.objectContaining({ personId: one.people[0]?.id }),
    expect.objectContaining({ personId: one.people[0]?.id }),
  ])

  const other = { ...unknown, given_names: 'Idris', family_name: 'Zeller', date_of_birth: '2011-01-02' }
  const files = ['C1', 'C2', 'C3'].map((external_id) => [{ ...other, external_id, postcode: 'LS8 4AB' }])
  await Promise.all(files.map((lines) => importLinesOfFile(server, lines)))
  await Promise.all([server.runJobs(), server.runJobs()])
  await server.runJobs()
  expect((await readPeople()).map(({ familyName }) => familyName)).toEqual(['Abernathy', 'Zeller'])
})

test('SR-546: nobody is added who is somebody, may be somebody, or lives where somebody of the name or birthday is on record', async () => {
  await buildPerson(server, {
    givenNames: 'Mali',
    familyName: 'Abernathy',
    dateOfBirth: '2012-01-01',
    postcode: 'M1 1AA',
  })
  await buildPerson(server, {
    givenNames: 'Tom',
    familyName: 'Rees',
    dateOfBirth: '2011-01-01',
    upn: 'B801200005001',
  })
  const { people: onRecord, states } = await takeIn(
    unknown,
    { ...unknown, external_id: 'A2', given_names: 'Mali', date_of_birth: '2012-01-01' },
    { ...unknown, external_id: 'A3', family_name: 'Quill', upn: 'B801200005001', postcode: 'BD1 1AA' },
  )
  expect(onRecord).toHaveLength(2)
  expect(states).not.toContain('ready')
})

test('SR-546: no portal form is added by a rule, and neither is what waits already when the rule is settled', async () => {
  await buildIncomingChild(server, officer, { givenNames: 'Idris', familyName: 'Zeller' })
  const { states } = await takeIn({ ...unknown, school_urn: '100002' })
  await server.caller(officer).importRules.set({
    idempotencyKey: newId(),
    changes: [{ scope: '100002', before: {}, after: { addIfUnmatched: true, allFour: false } }],
  })
  expect(await server.runJobs()).toBeGreaterThan(0)
  expect(states).toEqual(['unmatched', 'unmatched'])
  expect(await readPeople()).toEqual([])
})

test('SR-546: while somebody’s keys are not made nobody is added, since nobody could be found', async () => {
  for (let count = 0; count < 3; count += 1) await buildPerson(server, { givenNames: `Mali${count}` })
  // Somebody else is at work on one of them.
  let done = () => {}
  const held = new Promise<void>((resolve) => (done = resolve))
  const holding = server.ownerDatabase.transaction(async (tx) => {
    await tx.execute(`select from unkeyed_people limit 1 for update`)
    await held
  })
  await importLinesOfFile(server, [unknown])
  await server.runJobs()
  expect((await readChildren()).map(({ state }) => state)).toEqual(['unmatched'])
  done()
  await holding
})

test('a child whom an officer has open is left to the officer', async () => {
  await importLinesOfFile(server, [unknown])
  const [child] = await readChildren()
  await server.caller(officer).suspense.stillHere({ incomingChildId: child?.id ?? '' })
  await server.runJobs()
  expect((await readChildren())[0]).toMatchObject({ state: 'unmatched', settledByRuleOf: null })
})

test('a family’s form that waits for the same child is proposed whom the rule added', async () => {
  const told = { givenNames: 'Seren', familyName: 'Abernathy', dateOfBirth: '2015-06-07', postcode: 'M1 1AA' }
  const { incomingChildId } = await buildIncomingChild(server, officer, told)
  const { people: added } = await takeIn(unknown)
  const { candidates } = await server.caller(officer).suspense.get({ incomingChildId })
  expect(candidates[0]?.personId).toBe(added[0]?.id)
})

test('SR-548: what a rule added is undone as any other: the person goes, the line waits, and no rule adds it again', async () => {
  await importLinesOfFile(server, [unknown, { ...unknown, external_id: 'A2' }])
  const before = await readWholeDatabase(server.ownerDatabase)
  await server.runJobs()
  const [child] = await readChildren()
  const { incomingChildId } = { incomingChildId: child?.id ?? '' }
  const preview = await server.caller(officer).undoneMatches.getPreview({ incomingChildId })
  expect(preview).toMatchObject({
    personRemoved: true,
    exposure: { matchedBy: 'The rule “Add if unmatched” of Ash Primary', decision: 'addedAsNew' },
  })
  await undo(server, officer, { incomingChildId })
  await server.runJobs()
  expect(await readPeople()).toEqual([])
  expect((await readChildren()).map(({ state }) => state)).toEqual(['unmatched', 'unmatched'])
  const after = await readWholeDatabase(server.ownerDatabase)
  expect(listRestorationFaults(before, after, ['name_words.*'])).toEqual([])
})

test('a dry run says how many would be added, each once, and adds nobody', async () => {
  const lines = [
    unknown,
    { ...unknown, external_id: 'A2' },
    {
      ...unknown,
      external_id: 'A3',
      given_names: 'Idris',
      family_name: 'Zeller',
      date_of_birth: '2011-01-02',
    },
    { ...unknown, external_id: 'B1', school_urn: '100002' },
  ]
  const before = await readWholeDatabase(server.ownerDatabase)
  const { notes } = await importLinesOfFile(server, lines, { dryRun: true })
  expect(notes).toEqual({ 'would be added as new, by the rule of their school': 2 })
  expect(await readWholeDatabase(server.ownerDatabase)).toEqual(before)
})
