import { newId } from '@send/shared/values/ids'
import type { BulkAction, BulkKind, LeftOut } from '@send/shared/suspense/bulk-decision'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessions } from '../../accounts/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { idempotencyKeys } from '../../database/tables.ts'
import { people } from '../../people/tables.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../../testing/build-waiting-child.ts'
import { settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { suspenseHolds } from '../holds/tables.ts'
import { incomingChildren } from '../tables.ts'

let server: TestServer
let jo: BuiltSession
let priya: BuiltSession
let form: PublishedForm
let sender: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  const processes = ['formBuilder', 'manageIncomingForms', 'matching', 'people'] as const
  jo = await buildStaffSession(server, [...processes], { name: 'Jo Carter' })
  priya = await buildStaffSession(server, [...processes], { name: 'Priya Sharma' })
  sender = await buildPortalSession(server, 'citizen')
  form = await publishRequestForm(server, jo)
})
afterAll(() => server.close())

const starts = ['Bru', 'Kel', 'Mor', 'Tav', 'Zeb', 'Pia', 'Hux', 'Gwy', 'Fos', 'Lin', 'Dax', 'Sor', 'Wim']
const ends = ['dwick', 'lona', 'marsh', 'penny', 'quist', 'roth', 'stead', 'thorp', 'vane', 'wyck', 'zell']
let children = 0

/** Somebody who is like nobody before. */
function nextChild() {
  const place = children
  children += 1
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''
  const day = new Date(Date.UTC(2006, 0, 1 + ((place * 977) % 5000)))
  return {
    givenNames: pick(starts, place) + pick(ends, place * 3),
    familyName: pick(starts, place * 5 + 2) + pick(ends, place * 7 + 4),
    dateOfBirth: day.toISOString().slice(0, 10),
    sex: 'female' as const,
    postcode: `LS${1 + (place % 28)} ${place % 9}${pick(starts, place).charAt(0)}B`,
  }
}
type Child = ReturnType<typeof nextChild>

const lineOf = (child: Child) =>
  buildIncomingLine(server, {
    given_names: child.givenNames,
    family_name: child.familyName,
    date_of_birth: child.dateOfBirth,
    sex: child.sex,
    postcode: child.postcode,
  })

/** A child of a line of whom the person is on record. */
async function buildProposed(): Promise<{ id: string; personId: string; child: Child }> {
  const child = nextChild()
  const personId = await buildPerson(server, child)
  return { id: await lineOf(child), personId, child }
}

async function preview(by: BuiltSession, kind: BulkKind, ids: readonly string[]) {
  const { suspense } = server.caller(by)
  const listed = await Promise.all(
    ids.map(async (incomingChildId) => {
      const { version } = await suspense.get({ incomingChildId })
      return { incomingChildId, version }
    }),
  )
  return (await suspense.getBulkPreview({ kind, children: listed })).items
}

type Items = Awaited<ReturnType<typeof preview>>

const seenIn = (items: Items) =>
  items.map(({ incomingChildId, version, person }) => {
    return { incomingChildId, version, personId: person?.personId ?? null }
  })

/** Asks until nobody is left, as the client does; counts how often. */
async function decideAll(by: BuiltSession, action: BulkAction, items: Items, idempotencyKey = newId()) {
  const request = { idempotencyKey, action, children: seenIn(items) }
  for (let asked = 1; ; asked += 1) {
    const decided = await server.caller(by).suspense.decideBulk(request)
    if (decided.left === 0) return { ...decided, asked, request }
  }
}

const stateOf = async (id: string) => {
  const [row] = await server.ownerDatabase.select().from(incomingChildren).where(eq(incomingChildren.id, id))
  return row?.state
}

const because = (items: Items) => items.map(({ leftOut }) => leftOut?.because ?? null)

test('SR-556: nobody without the process of matching previews or decides about many, nor who may only look', async () => {
  const { id } = await buildProposed()
  const items = await preview(jo, 'confirm', [id])
  const refused = { code: 'FORBIDDEN' }
  for (const nobody of [
    sender,
    await buildStaffSession(server, ['people', 'manageIncomingForms']),
    await buildStaffSession(server, ['matching.read']),
  ]) {
    const { suspense } = server.caller(nobody)
    const listed = { kind: 'confirm' as const, children: [{ incomingChildId: id, version: 1 }] }
    await expect(suspense.getBulkPreview(listed)).rejects.toMatchObject(refused)
    await expect(decideAll(nobody, { kind: 'confirm' }, items)).rejects.toMatchObject(refused)
  }
  expect(await stateOf(id)).toBe('autoMatched')
})

test('no more than a hundred, none twice, and none who is not there', async () => {
  const { suspense } = server.caller(jo)
  const one = { incomingChildId: newId(), version: 1 }
  const asked = (list: (typeof one)[]) => suspense.getBulkPreview({ kind: 'take', children: list })
  await expect(asked([one])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(asked([one, one])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(asked([])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const many = Array.from({ length: 101 }, () => ({ incomingChildId: newId(), version: 1 }))
  await expect(asked(many)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('the preview says to whom each would be matched, and of each that is left out why', async () => {
  const going = await buildProposed()
  const held = await buildProposed()
  const decided = await buildProposed()
  await settle(server, priya, { incomingChildId: decided.id }, decided.personId)
  await server.caller(priya).suspense.stillHere({ incomingChildId: held.id })
  // A namesake of the same address, so that nobody is matched unseen.
  const twin = nextChild()
  await buildPerson(server, twin)
  await buildPerson(server, { ...twin, givenNames: 'Ottilie' })
  const doubtful = await lineOf(twin)
  const unknown = await lineOf(nextChild())
  const items = await preview(jo, 'confirm', [going.id, held.id, decided.id, doubtful, unknown])
  expect(because(items)).toEqual([null, 'held', 'decided', 'notAutomatic', 'nobodyProposed'])
  expect(items[0]).toMatchObject({ person: { personId: going.personId }, sharedWith: 0, waitingToo: 0 })
  expect(items[1]).toMatchObject({ person: null, leftOut: { by: 'Priya Sharma' } })
  expect(items[2]?.leftOut).toMatchObject({ by: 'Priya Sharma' })
  expect(items[3]?.leftOut).toMatchObject({ vetoes: expect.arrayContaining(['sameAddress']) })
  const asNew = await preview(jo, 'addAsNew', [going.id, unknown])
  expect(because(asNew)).toEqual(['somebodyProposed', null])
})

test('what hangs on a child, a request that the law wants decided, and records that wait too are in the preview', async () => {
  const child = nextChild()
  const [year = '', month = '', day = ''] = child.dateOfBirth.split('-')
  const told = { ...child, dateOfBirth: { day, month, year } }
  const first = await sendChild(server, { form, sender, child: told })
  await sendChild(server, { form, sender, child: told })
  const other = await lineOf(child)
  const [alone] = await preview(jo, 'discard', [first.incomingChildId])
  expect(alone).toMatchObject({ forms: 2, waitingToo: 1, leftOut: null, withdrawsQuestion: false })
  const both = await preview(jo, 'addAsNew', [first.incomingChildId, other])
  expect(because(both)).toEqual([null, 'sameChild'])
  expect(both[1]?.leftOut).toMatchObject({ as: `${child.givenNames} ${child.familyName}` })
  const version = both[0]?.version ?? 0
  const { incomingChildId } = first
  const question = { idempotencyKey: newId(), incomingChildId, version, question: 'Which school?' }
  await server.caller(jo).suspense.ask(question)
  expect(because(await preview(jo, 'addAsNew', [incomingChildId]))).toEqual(['question'])
  expect(await preview(jo, 'discard', [incomingChildId])).toMatchObject([{ withdrawsQuestion: true }])
})

test('SR-557: what changed after the preview is left out and said, the rest is done; each leaves its own line and the whole two', async () => {
  const built = await Promise.all([1, 2, 3, 4].map(buildProposed))
  const ids = built.map(({ id }) => id)
  const items = await preview(jo, 'confirm', ids)
  expect(because(items)).toEqual([null, null, null, null])
  const [, decided, held, another] = built
  await settle(server, priya, { incomingChildId: decided?.id ?? '' }, decided?.personId)
  await server.caller(priya).suspense.stillHere({ incomingChildId: held?.id ?? '' })
  // Somebody who lives there too came on record since, whom nobody has weighed yet.
  const { child } = another ?? { child: nextChild() }
  await buildPerson(server, { ...child, givenNames: 'Ottilie' })
  const { outcomes, request } = await decideAll(jo, { kind: 'confirm' }, items)
  const reasons = outcomes.map((each) => (each.outcome === 'leftOut' ? each.why.because : each.outcome))
  expect(reasons).toEqual(['done', 'decided', 'held', 'notAutomatic'])
  expect(await Promise.all(ids.map(stateOf))).toEqual(['ready', 'ready', 'autoMatched', 'conflicts'])
  const lines = await linesOf(request.idempotencyKey)
  const matched = lines.filter(({ action }) => action === 'suspense.match')
  expect(matched).toMatchObject([{ objectId: ids[0], personId: built[0]?.personId }])
  const [begins, ends, ...more] = lines.filter(({ action }) => action === 'suspense.decideBulk')
  expect(begins?.details).toMatchObject({ begins: true, kind: 'confirm', children: ids })
  expect(ends?.details).toMatchObject({ ends: true, done: 1, leftOut: 3, failed: 0 })
  expect(more).toEqual([])
})

async function linesOf(bulkId: string) {
  const actions = [
    'suspense.decideBulk',
    'suspense.match',
    'suspense.discard',
    'suspense.addAsNew',
    'suspense.take',
  ]
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(inArray(auditEvents.action, actions), eq(auditEvents.actorUserId, jo.userId)))
    .orderBy(auditEvents.transaction, auditEvents.sequence)
  return lines.filter(({ objectId, details }) => objectId === bulkId || details['bulkId'] === bulkId)
}

test('SR-557: an answer of the sender after the preview, another version or another person is a change', async () => {
  const one = await buildProposed()
  const [item] = await preview(jo, 'confirm', [one.id])
  const outcomeOf = async (changes: Partial<Items[number]>) => {
    const { outcomes } = await decideAll(jo, { kind: 'confirm' }, [{ ...item, ...changes } as Items[number]])
    return outcomes[0]
  }
  const changed: { outcome: string; why: LeftOut } = { outcome: 'leftOut', why: { because: 'changed' } }
  expect(await outcomeOf({ version: (item?.version ?? 0) + 1 })).toMatchObject(changed)
  expect(await outcomeOf({ person: null })).toMatchObject(changed)
  expect(await stateOf(one.id)).toBe('autoMatched')
})

test('SR-557: two of the selection who are one child never become two people, though whoever asks does not say so', async () => {
  const child = nextChild()
  const ids = [await lineOf(child), await lineOf({ ...child, postcode: 'YO1 7HH' })]
  const items = await preview(jo, 'addAsNew', ids)
  expect(because(items)).toEqual([null, 'sameChild'])
  const { outcomes } = await decideAll(jo, { kind: 'addAsNew' }, items)
  expect(outcomes).toMatchObject([
    { outcome: 'done' },
    { outcome: 'leftOut', why: { because: expect.stringMatching(/somebodyProposed|nearCandidates/) } },
  ])
  const found = await server.ownerDatabase
    .select()
    .from(people)
    .where(eq(people.givenNames, child.givenNames))
  expect(found).toHaveLength(1)
})

test('SR-558: the same request goes on where it stood, ten at a time, and done once it changes nothing any more', async () => {
  const ids: string[] = []
  for (let number = 0; number < 23; number += 1) ids.push(await lineOf(nextChild()))
  const why = { reason: 'test' as const, words: 'A trial run' }
  const items = await preview(jo, 'discard', ids)
  const { asked, outcomes, request } = await decideAll(jo, { kind: 'discard', why }, items)
  expect(asked).toBe(3)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'done'))
  const before = (await linesOf(request.idempotencyKey)).length
  const { suspense } = server.caller(jo)
  expect(await suspense.decideBulk(request)).toEqual({ outcomes, left: 0 })
  expect(await linesOf(request.idempotencyKey)).toHaveLength(before)
  expect(before).toBe(23 + 2)
  const conflict = { id: 'conflict' }
  const other = { ...request, children: request.children.slice(1) }
  await expect(suspense.decideBulk(other)).rejects.toMatchObject(conflict)
  await expect(server.caller(priya).suspense.decideBulk(request)).rejects.toMatchObject(conflict)
})

test('SR-558: of the same request twice at once each child is decided about once, and both answers are the same in the end', async () => {
  const built: { id: string }[] = []
  for (let number = 0; number < 6; number += 1) built.push(await buildProposed())
  const items = await preview(
    jo,
    'confirm',
    built.map(({ id }) => id),
  )
  const key = newId()
  const answers = await Promise.all([1, 2, 3].map(() => decideAll(jo, { kind: 'confirm' }, items, key)))
  expect(answers.map(({ outcomes }) => outcomes.map(({ outcome }) => outcome))).toEqual(
    answers.map(() => built.map(() => 'done')),
  )
  const lines = await linesOf(key)
  expect(lines.filter(({ action }) => action === 'suspense.match')).toHaveLength(6)
  expect(lines.filter(({ action }) => action === 'suspense.decideBulk')).toHaveLength(2)
})

test('SR-558: one that fails stands alone; whoever loses the session in between decides no more, and what was done is kept', async () => {
  const known = await buildProposed()
  const upn = 'A123456789012'
  const child = nextChild()
  await buildPerson(server, { ...nextChild(), upn })
  const clash = await lineOf(child)
  // As if somebody had been given that number a moment before, whom the look-up of candidates does not reach.
  await server.ownerDatabase.update(incomingChildren).set({ upn }).where(eq(incomingChildren.id, clash))
  const fresh = await lineOf(nextChild())
  const items = await preview(jo, 'addAsNew', [clash, fresh, known.id])
  const { outcomes } = await decideAll(jo, { kind: 'addAsNew' }, items)
  expect(outcomes).toMatchObject([
    { outcome: 'failed', sentence: expect.stringContaining('unique pupil number') },
    { outcome: 'done' },
    { outcome: 'leftOut', why: { because: 'somebodyProposed' } },
  ])
  expect(await stateOf(clash)).not.toBe('ready')

  const leaver = await buildStaffSession(server, ['matching'])
  const ids: string[] = []
  for (let number = 0; number < 12; number += 1) ids.push(await lineOf(nextChild()))
  const listed = await preview(leaver, 'take', ids)
  const request = { idempotencyKey: newId(), action: { kind: 'take' as const }, children: seenIn(listed) }
  expect(await server.caller(leaver).suspense.decideBulk(request)).toMatchObject({ left: 2 })
  await server.ownerDatabase.delete(sessions).where(eq(sessions.userId, leaver.userId))
  const again = server.caller(leaver).suspense.decideBulk(request)
  await expect(again).rejects.toMatchObject({ id: 'sign-in-needed' })
  const [kept] = await server.ownerDatabase
    .select()
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, request.idempotencyKey))
  expect(Object.keys(kept?.result?.value ?? {})).toHaveLength(10)
})

test('many are taken, which others see and only their holder decides about, and released again', async () => {
  const ids = [await lineOf(nextChild()), await lineOf(nextChild())]
  await server.caller(priya).suspense.stillHere({ incomingChildId: ids[1] ?? '' })
  const items = await preview(jo, 'take', ids)
  expect(because(items)).toEqual([null, 'held'])
  await decideAll(jo, { kind: 'take' }, items)
  expect(because(await preview(priya, 'addAsNew', ids))).toEqual(['held', null])
  expect(because(await preview(jo, 'take', ids))).toEqual([null, 'held'])
  const release = await preview(jo, 'release', ids)
  expect(because(release)).toEqual([null, 'notHeldByMe'])
  await decideAll(jo, { kind: 'release' }, release)
  expect(because(await preview(priya, 'addAsNew', ids))).toEqual([null, null])
})

test('each of many is undone as any other', async () => {
  const built = [await buildProposed(), await buildProposed()]
  const ids = built.map(({ id }) => id)
  await decideAll(jo, { kind: 'confirm' }, await preview(jo, 'confirm', ids))
  for (const incomingChildId of ids) await undo(server, jo, { incomingChildId })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['autoMatched', 'autoMatched'])
})

test('SR-558: whoever loses the right in the midst of a request decides about no other child from then on', async () => {
  const leaver = await buildStaffSession(server, ['matching'])
  const ids = [nextChild(), nextChild(), nextChild(), nextChild()].map(lineOf)
  const children = await preview(leaver, 'take', await Promise.all(ids))
  const second = children[1]?.incomingChildId
  // As an administrator would who is quicker than the turn of the third.
  await server.ownerDatabase.execute(
    sql.raw(`create function end_right() returns trigger language plpgsql security definer as
      $$ begin delete from permission_group_members where user_id = '${leaver.userId}'; return new; end $$;
    create trigger end_right after insert on suspense_holds for each row
      when (new.incoming_child_id = '${second}') execute function end_right();`),
  )
  const request = { idempotencyKey: newId(), action: { kind: 'take' as const }, children: seenIn(children) }
  await expect(server.caller(leaver).suspense.decideBulk(request)).rejects.toMatchObject({
    id: 'not-allowed',
  })
  await server.ownerDatabase.execute(
    sql.raw(`drop trigger end_right on suspense_holds; drop function end_right;`),
  )
  const held = await server.ownerDatabase
    .select({ id: suspenseHolds.incomingChildId })
    .from(suspenseHolds)
    .where(eq(suspenseHolds.userId, leaver.userId))
  expect(held.map(({ id }) => id).toSorted()).toEqual(
    children
      .slice(0, 2)
      .map(({ incomingChildId }) => incomingChildId)
      .toSorted(),
  )
})
