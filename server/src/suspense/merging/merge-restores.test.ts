import { canTake, compareUnit } from '@send/shared/suspense/merging/merge-units'
import { newId } from '@send/shared/values/ids'
import { createRandom } from '@send/shared/values/seeded-random'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buildFullRecord,
  buildMergeGround,
  letIn,
  type MergeGround,
} from '../../testing/build-full-record.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildPortalSession } from '../../testing/build-sessions.ts'
import { sendChild } from '../../testing/build-waiting-child.ts'
import { merge, previewMerge, unmerge } from '../../testing/merge-steps.ts'
import { listRestorationFaults } from '../../testing/not-restored.ts'
import { approve, settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { readWholeDatabase, type Difference } from '../../testing/whole-database.ts'
import { madeAnew, whatHangs } from './what-hangs.ts'

let server: TestServer
let ground: MergeGround

beforeAll(async () => {
  server = await createTestServer()
  ground = await buildMergeGround(server)
})
afterAll(() => server.close())

const read = () => readWholeDatabase(server.ownerDatabase)
const tablesOf = (faults: Difference[]) => [...new Set(faults.map(({ table }) => table))]

test('SR-535: whatever refers to a person is in the list of what moves, once for each that it is unique by', async () => {
  const rows = await server.ownerDatabase.execute<{ from: string; unique: boolean }>(sql`
    select conrelid::regclass || '.' || attribute.attname as from,
      exists (select from pg_index where indrelid = conrelid and indisunique and attribute.attnum = any(indkey)) as unique
    from pg_constraint join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any(conkey)
    where contype = 'f' and confrelid = 'people'::regclass order by 1`)
  const moving = rows.filter(({ from }) => !madeAnew.includes(from))
  expect(moving.map(({ from, unique }) => `${from} ${unique}`)).toEqual(
    whatHangs.map(({ table, column, once = false }) => `${table}.${column} ${once}`).toSorted(),
  )
})

test('SR-536: after the unmerge of two records with something of everything, the whole database is as before, and again', async () => {
  const [one, other] = [await buildFullRecord(server, ground), await buildFullRecord(server, ground)]
  await server.runJobs()
  const before = await read()
  for (let round = 0; round < 2; round += 1) {
    server.clock.moveBy(1000)
    await merge(server, ground.officer, {
      kept: one.personId,
      other: other.personId,
      taken: ['nhsNumber', 'givenNames'],
    })
    const changed = tablesOf(listRestorationFaults(before, await read()))
    for (const { table } of whatHangs) if (table !== 'imported_values') expect(changed).toContain(table)
    await server.runJobs()
    await unmerge(server, ground.officer, other.personId)
    await server.runJobs()
    expect(listRestorationFaults(before, await read())).toEqual([])
  }
})

async function personsOf(table: string, column: string, id: string): Promise<string | null> {
  const [row] = await server.ownerDatabase.execute<{ person: string | null }>(
    sql`select person_id as person from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}`,
  )
  return row?.person ?? null
}

test('SR-536: what came of a row since the merge goes back with it, and what came otherwise stays and is said', async () => {
  const { officer, form } = ground
  const kept = await buildFullRecord(server, ground)
  const other = await buildFullRecord(server, ground)
  const late = await sendChild(server, {
    form,
    sender: other.sender,
    child: { givenNames: other.givenNames },
  })
  await merge(server, officer, { kept: kept.personId, other: other.personId })
  await approve(server, officer, late)
  const completed = await server.caller(officer).internalForms.complete({
    idempotencyKey: newId(),
    internalFormId: other.internalFormId,
    revision: 1,
    fileIds: [],
  })
  if (completed.outcome !== 'completed') throw new Error(completed.outcome)
  const amended = await server.caller(officer).internalForms.amend({
    idempotencyKey: newId(),
    entryId: completed.entryId,
    reason: 'The date was wrong',
  })
  const stranger = await buildPortalSession(server, 'citizen', { name: 'Nadia Khan' })
  await letIn(server, officer, { userId: stranger.userId, personId: kept.personId })
  const { account } = await server
    .caller(officer)
    .personMerges.getUnmergePreview({ personId: other.personId })
  expect(account.stays).toEqual([{ kind: 'portalUsers', count: 1 }])
  expect(account.letInSince).toMatchObject([{ name: 'Nadia Khan', looks: 0 }])
  expect(account.goesBack).toContainEqual({ kind: 'entries', count: 3 })
  expect(account.forms.map(({ reference }) => reference)).toContain(late.reference)
  await unmerge(server, officer, other.personId)
  for (const [table, column, id] of [
    ['submissions', 'id', late.submissionId],
    ['chronology_entries', 'submission_id', late.submissionId],
    ['involvements', 'opened_from', late.submissionId],
    ['chronology_entries', 'id', completed.entryId],
    ['internal_forms', 'id', amended.internalFormId],
  ] as const)
    expect(await personsOf(table, column, id), table).toBe(other.personId)
  expect(await personsOf('child_access', 'user_id', stranger.userId)).toBe(kept.personId)
  await expectNothingHalf()
})

test('SR-536: a value that a child told since the merge goes back with the child, and is undone with its match', async () => {
  const { officer } = ground
  const [kept, other] = [await buildFullRecord(server, ground), await buildFullRecord(server, ground)]
  const { people } = server.caller(officer)
  const familyNames = async () =>
    Promise.all([kept, other].map(async ({ personId }) => (await people.get({ personId })).person.familyName))
  await merge(server, officer, { kept: kept.personId, other: other.personId })
  server.clock.moveBy(1000)
  const incomingChildId = other.line
  await acceptFamilyName(incomingChildId)
  expect(await familyNames()).toEqual(['Pary', 'Pary'])
  server.clock.moveBy(1000)
  await unmerge(server, officer, other.personId)
  expect(await familyNames()).toEqual(['Parry', 'Pary'])
  await undo(server, officer, { incomingChildId })
  expect(await familyNames()).toEqual(['Parry', 'Parry'])
})

test('SR-536: what was imported into a third record before that was merged as well, holds no value of the first', async () => {
  const { officer } = ground
  const kept = await buildPerson(server, { familyName: 'Evans' })
  const other = await buildPerson(server, { familyName: 'Howells' })
  const third = await buildFullRecord(server, ground)
  await merge(server, officer, { kept, other, taken: ['familyName'] })
  server.clock.moveBy(1000)
  await acceptFamilyName(third.line)
  server.clock.moveBy(1000)
  await merge(server, officer, { kept, other: third.personId, taken: [] })
  await unmerge(server, officer, other)
  const { person } = await server.caller(officer).people.get({ personId: kept })
  expect(person.familyName).toBe('Evans')
})

async function acceptFamilyName(incomingChildId: string): Promise<void> {
  const { importConflicts } = server.caller(ground.officer)
  const { open } = await importConflicts.get({ incomingChildId })
  const decisions = open
    .filter(({ unit }) => unit === 'familyName')
    .map(({ conflictId, seen }) => ({ conflictId, seen, decision: 'accept' as const }))
  if (decisions.length > 0)
    await importConflicts.resolve({ idempotencyKey: newId(), incomingChildId, decisions })
}

test('SR-536: a child who was matched anew since the merge was matched to what both records say, and stays', async () => {
  const { officer } = ground
  const [kept, other] = [await buildFullRecord(server, ground), await buildFullRecord(server, ground)]
  await merge(server, officer, { kept: kept.personId, other: other.personId })
  server.clock.moveBy(1000)
  const child = { incomingChildId: other.line }
  await undo(server, officer, child)
  await settle(server, officer, child, kept.personId)
  const { account } = await server
    .caller(officer)
    .personMerges.getUnmergePreview({ personId: other.personId })
  expect(account.stays).toContainEqual({ kind: 'waitingChildren', count: 1 })
  await unmerge(server, officer, other.personId)
  expect(await personsOf('incoming_children', 'id', other.line)).toBe(kept.personId)
  expect(await personsOf('incoming_children', 'id', other.item.incomingChildId)).toBe(other.personId)
})

test('SR-536: of three records merged into one another, each is as before, whichever comes apart first', async () => {
  const { officer } = ground
  const [a, b, c] = [
    await buildFullRecord(server, ground),
    await buildFullRecord(server, ground),
    await buildFullRecord(server, ground),
  ].map(({ personId }) => personId) as [string, string, string]
  await server.runJobs()
  const before = await read()
  // Each into the same record, and apart in the same order as together.
  await merge(server, officer, { kept: c, other: a, taken: ['givenNames'] })
  server.clock.moveBy(1000)
  await merge(server, officer, { kept: c, other: b, taken: ['givenNames'] })
  await unmerge(server, officer, a)
  await unmerge(server, officer, b)
  expect(listRestorationFaults(before, await read())).toEqual([])
  // One into the next.
  await merge(server, officer, { kept: b, other: a, taken: ['givenNames'] })
  server.clock.moveBy(1000)
  await merge(server, officer, { kept: c, other: b, taken: ['givenNames'] })
  const preview = await server.caller(officer).personMerges.getUnmergePreview({ personId: a })
  expect(preview.refusal).toMatchObject({ reason: 'mergedFurther', into: { personId: c } })
  const request = { idempotencyKey: newId(), personId: a, stamp: preview.stamp, reason: 'They are twins' }
  await expect(server.caller(officer).personMerges.unmerge(request)).resolves.toMatchObject({
    outcome: 'refused',
  })
  await unmerge(server, officer, b)
  await unmerge(server, officer, a)
  expect(listRestorationFaults(before, await read())).toEqual([])
})

const rounds = 12

test.each([13, 44])(
  'SR-536: in a random history (seed %d) of matches, approvals, merges and their undoing nothing is half, and at its end the whole database is as before',
  async (seed) => {
    const { officer, form } = ground
    const random = createRandom(seed)
    const people = [
      await buildFullRecord(server, ground),
      await buildFullRecord(server, ground),
      await buildFullRecord(server, ground),
    ].map(({ personId }) => personId)
    const items = [await sendOne(form), await sendOne(form), await sendOne(form)]
    const beginning = await read()
    const merged: string[] = []
    const matched = new Set<(typeof items)[number]>()
    for (let round = 0; round < rounds; round += 1) {
      server.clock.moveBy(1000)
      const standing = people.filter((id) => !merged.includes(id))
      const item = random.pick(items)
      const dice = random.chance(0.5)
      if (dice && standing.length > 1) {
        const kept = random.pick(standing)
        const other = random.pick(standing.filter((id) => id !== kept))
        const { kept: one, other: two } = await previewMerge(server, officer, { kept, other })
        const taken = (['givenNames', 'familyName'] as const).filter(
          (unit) => canTake(compareUnit(unit, one.values, two.values)) && random.chance(0.5),
        )
        await merge(server, officer, { kept, other, taken })
        merged.push(other)
      } else if (dice && merged.length > 0) {
        const apart = await unmergeSome(random.pick(merged))
        if (apart) merged.splice(merged.indexOf(apart), 1)
      } else if (!matched.has(item)) {
        await settle(server, officer, item, random.pick(standing))
        matched.add(item)
        if (random.chance(0.5)) await acceptFamilyName(item.incomingChildId)
      } else if (random.chance(0.4)) {
        await approve(server, officer, item).catch(ignoreApproved)
      } else {
        const undone = await undo(server, officer, item).catch(ignoreBeneathMerge)
        if (undone !== undefined) matched.delete(item)
      }
      await expectNothingHalf()
    }
    while (merged.length > 0) {
      const apart = await unmergeSome(merged.at(-1) ?? '')
      merged.splice(merged.indexOf(apart ?? ''), 1)
    }
    for (const item of matched) await undo(server, officer, item)
    expect(listRestorationFaults(beginning, await read())).toEqual([])
  },
  180_000,
)

async function sendOne(form: MergeGround['form']) {
  const sender = await buildPortalSession(server, 'citizen')
  return sendChild(server, { form, sender, child: { givenNames: 'Wren', familyName: 'Pary' } })
}

/** Takes a merge apart, or none where the record that stayed went further; says which. */
async function unmergeSome(personId: string): Promise<string | undefined> {
  const { refusal } = await server.caller(ground.officer).personMerges.getUnmergePreview({ personId })
  if (refusal) return undefined
  await unmerge(server, ground.officer, personId)
  return personId
}

function ignoreApproved(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('alreadyHandled'))) throw error
}

/** A match that changed what a merge took over is undone after the unmerge. */
function ignoreBeneathMerge(error: unknown): undefined {
  if (!(error instanceof Error && error.message.includes('Unmerge the two first'))) throw error
}

/** Whatever points to a settled child, a submission or a person points to one that says the same. */
async function expectNothingHalf(): Promise<void> {
  const rows = await server.ownerDatabase.execute(sql`
    select submission.id from submissions submission left join incoming_children child on child.id = incoming_child_id
    where (incoming_child_id is not null and submission.person_id is distinct from child.person_id)
      or exists (select from chronology_entries entry where entry.submission_id = submission.id
        and entry.person_id is distinct from submission.person_id)
      or exists (select from involvements where opened_from = submission.id
        and involvements.person_id is distinct from submission.person_id)
      or exists (select from imported_values imported where imported.incoming_child_id = child.id
        and imported.person_id is distinct from child.person_id)`)
  expect([...rows]).toEqual([])
}

test('SR-536: a person who was never in a merge has none to take apart', async () => {
  const personId = await buildPerson(server)
  await expect(
    server.caller(ground.officer).personMerges.getUnmergePreview({ personId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
