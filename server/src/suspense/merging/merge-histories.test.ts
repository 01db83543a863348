import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMergeGround, correct, type MergeGround } from '../../testing/build-full-record.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { merge, previewMerge, unmerge } from '../../testing/merge-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let ground: MergeGround

beforeAll(async () => {
  server = await createTestServer()
  ground = await buildMergeGround(server)
})
afterAll(() => server.close())

const wrong = { kind: 'wrong' } as const

async function correctLater(change: Parameters<typeof correct>[2]): Promise<void> {
  server.clock.moveBy(1000)
  await correct(server, ground.officer, change)
  server.clock.moveBy(1000)
}

async function readHistory(personId: string) {
  const { earlier, since } = await server.caller(ground.officer).people.getRecord({ personId })
  return { since, earlier: earlier.map(({ values, until, merge }) => ({ values, until, merge })) }
}

test('SR-536: the history of a merged record stands beside that of the one that stayed, with what the merge changed, and goes back whole', async () => {
  const kept = await buildPerson(server, { familyName: 'Evans', town: 'Leeds' })
  const other = await buildPerson(server, { familyName: 'Howels', town: 'York' })
  const moved = (since: string) => ({ address: { kind: 'changed', since } }) as const
  await correctLater({ personId: kept, town: 'Otley', told: moved('2024-03-01') })
  await correctLater({ personId: other, town: 'Selby', told: moved('2025-05-01') })
  await correctLater({ personId: other, familyName: 'Howells', told: { familyName: wrong } })
  const before = [await readHistory(kept), await readHistory(other)]
  await merge(server, ground.officer, { kept, other, taken: ['familyName'] })
  const told = await readHistory(kept)
  // When the other moved says nothing about since when this one lives where it does.
  expect(told.since).toEqual({ address: '2024-03-01' })
  expect(told.earlier).toMatchObject([
    { values: { familyName: 'Evans' }, merge: 'taken' },
    { values: { familyName: 'Howels' }, merge: 'otherRecord' },
    { values: { town: 'York' }, until: '2025-05-01', merge: 'otherRecord' },
    { values: { town: 'Leeds' }, until: '2024-03-01', merge: null },
  ])
  server.clock.moveBy(1000)
  await unmerge(server, ground.officer, other)
  expect([await readHistory(kept), await readHistory(other)]).toEqual(before)
})

test('SR-536: what was corrected since a merge stays, and its history keeps no value of the other record', async () => {
  const kept = await buildPerson(server, { familyName: 'Evans' })
  const other = await buildPerson(server, { familyName: 'Howells' })
  await merge(server, ground.officer, { kept, other, taken: ['familyName'] })
  await correctLater({
    personId: kept,
    familyName: 'Price',
    formerFamilyName: '',
    told: { familyName: wrong },
  })
  expect((await readHistory(kept)).earlier[0]).toMatchObject({ values: { familyName: 'Howells' } })
  await unmerge(server, ground.officer, other)
  const { person } = await server.caller(ground.officer).people.get({ personId: kept })
  expect(person.familyName).toBe('Price')
  expect((await readHistory(kept)).earlier).toMatchObject([{ values: { familyName: 'Evans' }, merge: null }])
  expect((await readHistory(other)).earlier).toEqual([])
})

test('SR-538: the ULN of a merged record is nobody else’s until the unmerge', async () => {
  const uln = '1000000043'
  const kept = await buildPerson(server)
  const other = await buildPerson(server, { uln })
  const third = await buildPerson(server)
  await merge(server, ground.officer, { kept, other, taken: [] })
  const { people } = server.caller(ground.officer)
  const { entry: expected } = await people.getRecord({ personId: third })
  const request = { personId: third, expected, entry: { ...expected, uln }, told: {} }
  await expect(people.correct({ idempotencyKey: newId(), ...request })).resolves.toMatchObject({
    outcome: 'taken',
    field: 'uln',
    holder: { personId: kept },
  })
  await correctLater({ personId: kept, uln })
  await expect(
    server.caller(ground.officer).personMerges.getUnmergePreview({ personId: other }),
  ).resolves.toMatchObject({ account: { lost: ['uln'] } })
  await correctLater({ personId: kept, uln: '' })
  await unmerge(server, ground.officer, other)
  await expect(people.getRecord({ personId: other })).resolves.toMatchObject({ entry: { uln } })
})

test('SR-536: nobody becomes inactive by a merge unless the officer says so, and is active again after the unmerge', async () => {
  const kept = await buildPerson(server)
  const other = await buildPerson(server, { inactiveSince: '2026-01-02', inactiveReason: 'leftArea' })
  const isInactive = async (personId: string) =>
    (await server.caller(ground.officer).people.get({ personId })).person.inactiveSince
  const preview = await previewMerge(server, ground.officer, { kept, other })
  expect(preview.other.values).toMatchObject({ inactiveSince: '2026-01-02', inactiveReason: 'leftArea' })
  await merge(server, ground.officer, { kept, other })
  expect(await isInactive(kept)).toBeNull()
  await unmerge(server, ground.officer, other)
  await merge(server, ground.officer, { kept, other, taken: ['inactive'] })
  expect(await isInactive(kept)).toBe('2026-01-02')
  await unmerge(server, ground.officer, other)
  expect([await isInactive(kept), await isInactive(other)]).toEqual([null, '2026-01-02'])
})
