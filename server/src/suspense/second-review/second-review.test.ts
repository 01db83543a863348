import { newId } from '@send/shared/values/ids'
import { defaultSetting } from '@send/shared/suspense/matching-settings'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { people } from '../../people/tables.ts'
import { buildIncomingChild, buildPerson } from '../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { merge, unmerge } from '../../testing/merge-steps.ts'
import { settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { drawDecision } from '../decisions/draw-decision.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { matchingSettings } from '../settings/tables.ts'
import { secondReviews } from './tables.ts'

let server: TestServer
let first: BuiltSession
let second: BuiltSession
let third: BuiltSession
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration'])
  first = await buildStaffSession(server, ['formBuilder', 'matching'], { name: 'Ann First' })
  second = await buildStaffSession(server, ['matching'], { name: 'Bea Second' })
  third = await buildStaffSession(server, ['matching'], { name: 'Cem Third' })
  await share(100)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(secondReviews)
  await server.ownerDatabase.delete(matchingDecisions)
})

const always = { from: null, to: null }

async function share(reviewedShare: number) {
  const { matchingSettings: own } = server.caller(administrator)
  const before = (await own.list()).settings.parent
  const change = { source: 'parent' as const, before, after: { ...defaultSetting, reviewedShare } }
  await own.set({ idempotencyKey: newId(), changes: [change] })
}

/** Somebody on record, and the same child as a parent tells of it, who has moved. */
async function holdKnown(name: string) {
  const person = { givenNames: name, familyName: `${name}wick`, addressLine: '5 High Street' }
  const personId = await buildPerson(server, person)
  const child = { givenNames: name, familyName: person.familyName, postcode: 'LS8 4AX' }
  return { personId, ...(await buildIncomingChild(server, first, child)) }
}

const idOf = ({ incomingChildId }: { incomingChildId: string }) => ({ incomingChildId })

async function findReviewId(officer = second): Promise<string> {
  const { waiting } = await server.caller(officer).secondReviews.list()
  expect(waiting).toHaveLength(1)
  return waiting[0]?.reviewId ?? ''
}

const review = (officer: BuiltSession, reviewId: string, verdict: object) =>
  server
    .caller(officer)
    .secondReviews.decide({ idempotencyKey: newId(), reviewId, verdict: verdict as never })

async function resultsOfParents() {
  const { sources, disagreements } = await server.caller(second).secondReviews.getResults(always)
  return { parents: sources.find(({ source }) => source === 'parent'), disagreements }
}

test('SR-553: nobody reviews who may not match, and nobody what they decided themselves', async () => {
  const child = await holdKnown('Agatha')
  await settle(server, first, child, child.personId)
  const reviewId = await findReviewId()
  const refused = { id: 'not-allowed' }
  for (const session of [
    await buildPortalSession(server, 'citizen'),
    await buildStaffSession(server, ['people', 'portalAdministration']),
    await buildStaffSession(server, ['matching.read']),
  ]) {
    const { secondReviews: own } = server.caller(session)
    await expect(own.list()).rejects.toMatchObject(refused)
    await expect(own.get({ reviewId })).rejects.toMatchObject(refused)
    await expect(review(session, reviewId, { kind: 'none' })).rejects.toMatchObject(refused)
    if (session.face === 'citizen') await expect(own.getResults(always)).rejects.toMatchObject(refused)
  }
  const { secondReviews: own } = server.caller(first)
  expect(await own.list()).toEqual({ waiting: [] })
  await expect(own.get({ reviewId })).rejects.toMatchObject(refused)
  await expect(review(first, reviewId, { kind: 'none' })).rejects.toMatchObject(refused)
  await expect(review(second, newId(), { kind: 'none' })).rejects.toMatchObject({ id: 'not-found' })
  const stranger = { kind: 'thisOne', personId: newId() }
  await expect(review(second, reviewId, stranger)).rejects.toMatchObject({ id: 'bad-input' })
})

test('SR-553: the second officer sees the child and its candidates as they were, and nothing of the first decision', async () => {
  const child = await holdKnown('Beatrix')
  const before = await server.caller(first).suspense.get(idOf(child))
  await settle(server, first, child, child.personId)
  // As an import or a colleague would.
  await server.ownerDatabase.update(people).set({ postcode: 'LS8 4AX' }).where(eq(people.id, child.personId))
  const shown = await server.caller(second).secondReviews.get({ reviewId: await findReviewId() })
  expect(shown.child).toEqual(before.child)
  expect(shown.candidates).toEqual(before.candidates)
  expect(shown.reviewed).toBeNull()
  expect(Object.keys(shown).toSorted()).toEqual([
    'candidates',
    'child',
    'line',
    'reviewId',
    'reviewed',
    'source',
  ])
  expect(JSON.stringify(shown)).not.toMatch(/Ann First|matched|addedAsNew|decidedBy/)
})

test('SR-553: whom the first officer put aside is shown all the same, and whom she added is not', async () => {
  const child = await holdKnown('Clement')
  const { suspense } = server.caller(first)
  const { version, candidates: before } = await suspense.get(idOf(child))
  await suspense.reject({
    idempotencyKey: newId(),
    incomingChildId: child.incomingChildId,
    personId: child.personId,
    version,
  })
  const left = (await suspense.get(idOf(child))).candidates.map(({ personId }) => personId)
  expect(left).not.toContain(child.personId)
  const added = await settle(server, first, child)
  const reviewId = await findReviewId()
  const { candidates } = await server.caller(second).secondReviews.get({ reviewId })
  expect(candidates).toEqual(before)
  expect(candidates.map(({ personId }) => personId)).not.toContain(added)
  await review(second, reviewId, { kind: 'thisOne', personId: child.personId })
  expect((await resultsOfParents()).parents).toMatchObject({ agreed: 0, disagreed: 1, falseMatches: null })
})

test('whom the first officer put aside is weighed for the second by the rules that are in force for the child', async () => {
  const { importRules } = server.caller(administrator)
  const set = (before: object, after: object) =>
    importRules.set({ idempotencyKey: newId(), changes: [{ scope: 'families', before, after }] })
  await set({}, { allFour: false })
  const child = await holdKnown('Cosima')
  const { suspense } = server.caller(first)
  const { version, candidates: before } = await suspense.get(idOf(child))
  expect(before[0]).toMatchObject({ personId: child.personId, rule: null })
  await suspense.reject({ idempotencyKey: newId(), ...idOf(child), personId: child.personId, version })
  await settle(server, first, child)
  const reviewId = await findReviewId()
  const { candidates } = await server.caller(second).secondReviews.get({ reviewId })
  expect(candidates[0]).toMatchObject({ personId: child.personId, rule: null })
  await set({ allFour: false }, {})
})

test('SR-554: of two second officers at once one is heard and the other is told, and what was said stays', async () => {
  const child = await holdKnown('Damaris')
  await settle(server, first, child, child.personId)
  const reviewId = await findReviewId()
  const verdict = { kind: 'thisOne', personId: child.personId }
  // Both have begun before either is heard.
  const outcomes = await whileLocked(reviewId, () => [
    review(second, reviewId, verdict),
    review(third, reviewId, { kind: 'none' }),
  ])
  const [told] = outcomes.filter((each) => each.outcome === 'alreadyReviewed')
  expect(outcomes.filter(({ outcome }) => outcome === 'reviewed')).toHaveLength(1)
  expect(['Bea Second', 'Cem Third']).toContain(told?.by)
  expect(await server.caller(second).secondReviews.list()).toEqual({ waiting: [] })
  const { database } = server.services
  await expect(database.update(secondReviews).set({ shown: {} as never })).rejects.toThrow()
  await expect(database.delete(secondReviews)).rejects.toThrow()
})

/** What becomes of requests that all wait for the row of a review, which is let go of when they do. */
async function whileLocked<T>(reviewId: string, ask: () => Promise<T>[]): Promise<T[]> {
  let asked: Promise<T>[] = []
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.select().from(secondReviews).where(eq(secondReviews.id, reviewId)).for('update')
    asked = ask()
    // By another connection: within a transaction the answer stays the same.
    const waiting = () =>
      server.ownerDatabase.$count(
        sql`pg_stat_activity`,
        sql`datname = current_database() and wait_event_type = 'Lock'`,
      )
    await expect.poll(waiting).toBe(asked.length)
  })
  return Promise.all(asked)
}

test('SR-554: what is drawn follows from the seed of the setting and the child alone, and none of it is drawn at 0 %', async () => {
  await share(50)
  const children = []
  // So many that some are drawn and some are not, but for once in five hundred.
  const names = [
    'Edgar',
    'Flora',
    'Gideon',
    'Hester',
    'Isolde',
    'Joscelin',
    'Keturah',
    'Lysander',
    'Morwenna',
  ]
  for (const name of [...names, 'Ninian']) children.push(await holdKnown(name))
  for (const child of children) await settle(server, first, child, child.personId)
  const [setting] = await server.ownerDatabase
    .select()
    .from(matchingSettings)
    .orderBy(desc(matchingSettings.id))
  const decisions = await server.ownerDatabase.select().from(matchingDecisions)
  const drawn = await server.ownerDatabase.select({ id: secondReviews.decisionId }).from(secondReviews)
  expect(decisions).toHaveLength(10)
  for (const { id, incomingChildId, draw, reviewedShare } of decisions) {
    expect(draw).toBe(drawDecision(setting?.seed ?? '', incomingChildId))
    expect(reviewedShare).toBe(50)
    expect(drawn.some((each) => each.id === id)).toBe((draw ?? 1) < 0.5)
  }
  await share(0)
  const child = await holdKnown('Mildred')
  await settle(server, first, child, child.personId)
  const [last] = await server.ownerDatabase
    .select()
    .from(matchingDecisions)
    .orderBy(desc(matchingDecisions.id))
  expect(last).toMatchObject({ draw: null, reviewedShare: null })
  await share(100)
})

test('draws are spread evenly', () => {
  const draws = Array.from({ length: 20_000 }, (_, place) => drawDecision('a seed', `child ${place}`))
  for (const share of [0.05, 0.25, 0.5, 0.9])
    expect(draws.filter((draw) => draw < share).length / draws.length).toBeCloseTo(share, 1.7)
  expect(Math.max(...draws)).toBeLessThan(1)
})

test('agreement, doubt and what cannot be told are counted by source, and a disagreement leads to the card until it is undone', async () => {
  const agreed = await holdKnown('Nanette')
  const doubted = await holdKnown('Oswald')
  const unclear = await holdKnown('Perdita')
  const waiting = await holdKnown('Quentin')
  for (const child of [agreed, doubted, unclear, waiting]) await settle(server, first, child, child.personId)
  const { waiting: listed } = await server.caller(second).secondReviews.list()
  expect(listed.map(({ givenNames }) => givenNames)).toEqual(['Nanette', 'Oswald', 'Perdita', 'Quentin'])
  const [one, two, three] = listed.map(({ reviewId }) => reviewId)
  await review(second, one ?? '', { kind: 'thisOne', personId: agreed.personId })
  await review(second, two ?? '', { kind: 'none' })
  await review(third, three ?? '', { kind: 'cannotTell' })
  const { parents, disagreements } = await resultsOfParents()
  expect(parents).toMatchObject({
    decisions: 4,
    drawn: 4,
    waiting: 1,
    cannotTell: 1,
    agreed: 1,
    disagreed: 1,
    rate: { share: 0.5 },
    falseMatches: { matches: 4, estimate: 2 },
  })
  expect(disagreements).toMatchObject([
    {
      incomingChildId: doubted.incomingChildId,
      givenNames: 'Oswald',
      first: { by: 'Ann First', named: { givenNames: 'Oswald' } },
      second: { by: 'Bea Second', named: null },
      undoneAt: null,
    },
  ])
  await undo(server, first, doubted)
  expect((await resultsOfParents()).disagreements[0]?.undoneAt).toBe(server.clock.now().toISOString())
  const past = await server.caller(second).secondReviews.getResults({ from: null, to: '2020-01-01' })
  expect(past.disagreements).toEqual([])
})

test('SR-580: a merge changes nothing of what a second officer sees, and two records that are one by now are one answer', async () => {
  const child = await holdKnown('Rosamund')
  const other = await buildPerson(server, { givenNames: 'Rosamund', familyName: 'Rosamundwik' })
  const { suspense } = server.caller(first)
  const seen = await suspense.get(idOf(child))
  await suspense.score({ idempotencyKey: newId(), ...idOf(child), version: seen.version })
  await settle(server, first, child, child.personId)
  const reviewId = await findReviewId()
  const shown = await server.caller(second).secondReviews.get({ reviewId })
  expect(shown.candidates.slice(0, 2).map(({ personId }) => personId)).toEqual([child.personId, other])
  const merging = await buildStaffSession(server, ['matching', 'people'])
  await merge(server, merging, { kept: child.personId, other })
  expect(await server.caller(second).secondReviews.get({ reviewId })).toEqual(shown)
  await review(second, reviewId, { kind: 'thisOne', personId: other })
  const agreed = { agreed: 1, disagreed: 0, falseMatches: { matches: 1, estimate: 0 } }
  expect(await resultsOfParents()).toMatchObject({ parents: agreed, disagreements: [] })
  await unmerge(server, merging, other)
  const { parents, disagreements } = await resultsOfParents()
  expect(parents).toMatchObject({ agreed: 0, disagreed: 1, falseMatches: { matches: 1, estimate: 1 } })
  expect(disagreements).toMatchObject([
    { first: { named: { familyName: 'Rosamundwick' } }, second: { named: { familyName: 'Rosamundwik' } } },
  ])
})
