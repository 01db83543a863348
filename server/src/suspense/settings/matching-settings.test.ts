import {
  defaultSetting,
  suspenseSources,
  type MatchingSetting,
} from '@send/shared/suspense/matching-settings'
import { automaticProbability } from '@send/shared/suspense/matching/automatic-from'
import { newId } from '@send/shared/values/ids'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { buildIncomingChild, buildPerson } from '../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { merge, unmerge } from '../../testing/merge-steps.ts'
import { settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { matchingSettings } from './tables.ts'

let server: TestServer
let administrator: BuiltSession
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration'])
  officer = await buildStaffSession(server, ['formBuilder', 'matching'])
})
afterAll(() => server.close())

const always = { from: null, to: null }
const allFrom = (automaticFrom: MatchingSetting['automaticFrom']) =>
  Object.fromEntries(suspenseSources.map((source) => [source, automaticFrom])) as Record<
    (typeof suspenseSources)[number],
    typeof automaticFrom
  >

/** What parents tell, changed from what counts. */
async function setForParents(after: Partial<MatchingSetting>) {
  const { matchingSettings: own } = server.caller(administrator)
  const { settings } = await own.list()
  const before = settings.parent
  const change = { source: 'parent' as const, before, after: { ...before, ...after } }
  return own.set({ idempotencyKey: newId(), changes: [change] })
}

let born = 0

/** Somebody on record who shares nothing with the others, and the same child as a parent tells of it. */
async function holdKnown(name: string) {
  born += 1
  const month = String(born).padStart(2, '0')
  const place = { dateOfBirth: `2014-${month}-1${born % 10}`, postcode: `LS${born} 4AB` }
  const child = { givenNames: name, familyName: `${name}field`, ...place }
  const personId = await buildPerson(server, child)
  return { personId, ...(await buildIncomingChild(server, officer, child)) }
}

test('SR-550: only who administers the portals settles or tries thresholds, and who may only look changes nothing', async () => {
  const request = {
    idempotencyKey: newId(),
    changes: [
      { source: 'parent' as const, before: defaultSetting, after: { ...defaultSetting, reviewedShare: 5 } },
    ],
  }
  const preview = { proposed: allFrom(0.97), period: always }
  const refused = { id: 'not-allowed' }
  for (const session of [
    await buildPortalSession(server, 'citizen'),
    await buildStaffSession(server, ['matching', 'people', 'userAdministration']),
  ]) {
    const caller = server.caller(session).matchingSettings
    await expect(caller.list()).rejects.toMatchObject(refused)
    await expect(caller.preview(preview)).rejects.toMatchObject(refused)
    await expect(caller.set(request)).rejects.toMatchObject(refused)
  }
  const looking = server.caller(
    await buildStaffSession(server, ['portalAdministration.read']),
  ).matchingSettings
  await expect(looking.set(request)).rejects.toMatchObject(refused)
  expect(await looking.list()).toEqual({
    settings: Object.fromEntries(suspenseSources.map((source) => [source, defaultSetting])),
    history: [],
  })
  expect((await looking.preview(preview)).keptSince).toBeNull()
})

test('SR-550: a threshold below 95 %, above what can be reached, and a share that is none are refused', async () => {
  for (const after of [
    { automaticFrom: 0.9499 },
    { automaticFrom: 1 },
    { automaticFrom: 'always' },
    { reviewedShare: 101 },
    { reviewedShare: 2.5 },
  ])
    await expect(setForParents(after as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const lower = { ...allFrom(0.97), school: 0.5 }
  const { matchingSettings: own } = server.caller(administrator)
  await expect(own.preview({ proposed: lower, period: always })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('SR-551: each change is a version with its line in the trail, none is ever altered, and of two at once one is refused', async () => {
  const { matchingSettings: own } = server.caller(administrator)
  const change = (reviewedShare: number) => ({
    idempotencyKey: newId(),
    changes: [
      {
        source: 'school' as const,
        before: defaultSetting,
        after: { automaticFrom: 'never' as const, reviewedShare },
      },
    ],
  })
  // Eight, so that some are in the midst of it together.
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => own.set(change(5))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ id: 'conflict' })
  const never = { automaticFrom: 'never' as const, reviewedShare: 5 }
  await own.set({
    idempotencyKey: newId(),
    changes: [{ source: 'school', before: never, after: defaultSetting }],
  })
  const { settings, history } = await own.list()
  expect(settings.school).toEqual(defaultSetting)
  expect(history.map(({ source, before, after, by }) => ({ source, before, after, by }))).toEqual([
    { source: 'school', before: never, after: defaultSetting, by: 'Nia Morgan' },
    { source: 'school', before: defaultSetting, after: never, by: 'Nia Morgan' },
  ])
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'matchingSettings.set'))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  expect(line).toMatchObject({
    actorUserId: administrator.userId,
    objectId: 'school',
    details: { before: never, after: defaultSetting },
  })
  const { database } = server.services
  await expect(database.update(matchingSettings).set({ reviewedShare: 0 })).rejects.toThrow()
  await expect(database.delete(matchingSettings)).rejects.toThrow()
  await expect(database.delete(matchingDecisions)).rejects.toThrow()
})

test('SR-552: whoever waits from a source is weighed again when its threshold changes, and what is never automatic stays so', async () => {
  const { incomingChildId } = await holdKnown('Aurelia')
  const { suspense } = server.caller(officer)
  const see = async () => {
    const { state, scored, candidates } = await suspense.get({ incomingChildId })
    return {
      state,
      from: scored?.automaticFrom,
      vetoes: candidates[0]?.vetoes,
      weight: candidates[0]?.weight,
    }
  }
  const first = await see()
  expect(first).toMatchObject({ state: 'autoMatched', from: automaticProbability, vetoes: [] })
  server.clock.moveBy(1000)
  await setForParents({ automaticFrom: 'never' })
  await server.runJobs()
  expect(await see()).toMatchObject({ state: 'conflicts', from: 'never', vetoes: ['neverOfSource'] })
  server.clock.moveBy(1000)
  await setForParents({ automaticFrom: 0.95 })
  await server.runJobs()
  // The weight is the score’s, whatever was settled.
  expect(await see()).toEqual({ ...first, from: 0.95 })
  await buildPerson(server, {
    givenNames: 'Ada',
    familyName: 'Aureliafield',
    dateOfBirth: '2016-05-05',
    postcode: 'LS1 4AB',
  })
  await suspense.score({
    idempotencyKey: newId(),
    incomingChildId,
    version: (await suspense.get({ incomingChildId })).version,
  })
  expect(await see()).toMatchObject({ state: 'conflicts', vetoes: expect.arrayContaining(['sameAddress']) })
  await setForParents({ automaticFrom: automaticProbability })
})

test('SR-550: a preview counts past decisions by the numbers of then, names what people rejected, and nobody’s name', async () => {
  await server.ownerDatabase.delete(matchingDecisions)
  const { suspense } = server.caller(officer)
  const confirmed = await holdKnown('Basil')
  await settle(server, officer, confirmed, confirmed.personId)
  const undone = await holdKnown('Cosima')
  await settle(server, officer, undone, undone.personId)
  await undo(server, officer, undone)
  const rejected = await holdKnown('Dorothea')
  const { version } = await suspense.get(idOf(rejected))
  await suspense.reject({ idempotencyKey: newId(), ...rejectionOf(rejected), version })
  const takenBack = await holdKnown('Edwin')
  const seen = await suspense.get(idOf(takenBack))
  await suspense.reject({ idempotencyKey: newId(), ...rejectionOf(takenBack), version: seen.version })
  const again = await suspense.get(idOf(takenBack))
  await suspense.takeBack({ idempotencyKey: newId(), ...rejectionOf(takenBack), version: again.version })
  await settle(server, officer, takenBack, takenBack.personId)
  const added = await holdKnown('Fidelia')
  await settle(server, officer, added)
  const gone = await holdKnown('Gawain')
  const waiting = await suspense.get(idOf(gone))
  await suspense.discard({
    idempotencyKey: newId(),
    incomingChildId: gone.incomingChildId,
    version: waiting.version,
    why: { reason: 'duplicate', words: '' },
  })

  const { matchingSettings: own } = server.caller(administrator)
  const { sources, rejected: listed } = await own.preview({ proposed: allFrom('never'), period: always })
  const tally = { automatic: 6, confirmed: 2, rejected: 3, discarded: 1 }
  expect(sources.find(({ source }) => source === 'parent')).toEqual({
    source: 'parent',
    // Of the one that was taken back two decisions are kept.
    decisions: 7,
    present: tally,
    proposed: { automatic: 0, confirmed: 0, rejected: 0, discarded: 0 },
    more: 0,
    fewer: 6,
  })
  expect(listed).toEqual([])
  await setForParents({ automaticFrom: 'never' })
  const back = await own.preview({ proposed: allFrom(0.97), period: always })
  expect(back.sources.find(({ source }) => source === 'parent')).toMatchObject({
    proposed: tally,
    more: 6,
    fewer: 0,
  })
  expect(
    back.rejected.map(({ incomingChildId, rejection, isNew }) => [incomingChildId, rejection, isNew]),
  ).toEqual(
    expect.arrayContaining([
      [undone.incomingChildId, 'undone', true],
      [rejected.incomingChildId, 'notTheSame', true],
      [added.incomingChildId, 'addedAsNew', true],
    ]),
  )
  expect(JSON.stringify(back)).not.toMatch(/Cosima|Dorothea|Fidelia/)
  const today = server.clock.now().toISOString().slice(0, 10)
  const onDay = await own.preview({ proposed: allFrom(0.97), period: { from: today, to: today } })
  expect(onDay.sources).toEqual(back.sources)
  const before = await own.preview({ proposed: allFrom(0.97), period: { from: null, to: '2020-01-01' } })
  expect(before).toMatchObject({ rejected: [], keptSince: back.keptSince })
  await setForParents({ automaticFrom: automaticProbability })
})

test('of what was said of a child and its first candidate the last word counts', async () => {
  await server.ownerDatabase.delete(matchingDecisions)
  const child = await holdKnown('Jocasta')
  await settle(server, officer, child, child.personId)
  await undo(server, officer, child)
  const { matchingSettings: own } = server.caller(administrator)
  async function tally() {
    const { sources } = await own.preview({ proposed: allFrom('never'), period: always })
    return sources.find(({ source }) => source === 'parent')
  }
  expect(await tally()).toMatchObject({ decisions: 1, present: { automatic: 1, confirmed: 0, rejected: 1 } })
  await settle(server, officer, child, child.personId)
  expect(await tally()).toMatchObject({ decisions: 2, present: { automatic: 1, confirmed: 1, rejected: 0 } })
})

test('SR-580: what was said of a record that was merged since counts of the one that stays, and an unmerge makes two of them again', async () => {
  await server.ownerDatabase.delete(matchingDecisions)
  const merging = await buildStaffSession(server, ['formBuilder', 'matching', 'people'])
  const { suspense } = server.caller(officer)
  const rejected = await holdKnown('Hilary')
  const { version } = await suspense.get(idOf(rejected))
  await suspense.reject({ idempotencyKey: newId(), ...rejectionOf(rejected), version })
  const added = await holdKnown('Imogen')
  const addedId = await settle(server, officer, added)
  async function tally() {
    const { matchingSettings: own } = server.caller(administrator)
    const { sources } = await own.preview({ proposed: allFrom('never'), period: always })
    return sources.find(({ source }) => source === 'parent')?.present
  }
  const before = { automatic: 2, confirmed: 0, rejected: 2, discarded: 0 }
  expect(await tally()).toEqual(before)
  // Who is not the child is not the child under another number.
  await merge(server, merging, { kept: await buildPerson(server), other: rejected.personId })
  expect(await tally()).toEqual(before)
  // The new record was the candidate’s after all.
  await merge(server, merging, { kept: added.personId, other: addedId })
  expect(await tally()).toEqual({ ...before, confirmed: 1, rejected: 1 })
  await unmerge(server, merging, addedId)
  await unmerge(server, merging, rejected.personId)
  expect(await tally()).toEqual(before)
})

const idOf = ({ incomingChildId }: { incomingChildId: string }) => ({ incomingChildId })

function rejectionOf({ incomingChildId, personId }: { incomingChildId: string; personId: string }) {
  return { incomingChildId, personId }
}
