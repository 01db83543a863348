import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../../testing/build-waiting-child.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let jo: BuiltSession
let priya: BuiltSession
let reader: BuiltSession
let sender: BuiltSession
let form: PublishedForm

const processes = ['formBuilder', 'manageIncomingForms', 'matching', 'people'] as const

beforeAll(async () => {
  server = await createTestServer()
  jo = await buildStaffSession(server, [...processes], { name: 'Jo Carter' })
  priya = await buildStaffSession(server, [...processes], { name: 'Priya Sharma' })
  reader = await buildStaffSession(server, ['matching.read'])
  sender = await buildPortalSession(server, 'citizen')
  form = await publishRequestForm(server, jo)
})
afterAll(() => server.close())

let names = 0

async function send(): Promise<{ incomingChildId: string }> {
  names += 1
  const givenNames = `Olwen ${'abcdefghijklmnopqrst'.charAt(names)}`
  const { incomingChildId } = await sendChild(server, { form, sender, child: { givenNames } })
  return { incomingChildId }
}

const look = (by: BuiltSession, child: { incomingChildId: string }) =>
  server.caller(by).suspense.stillHere(child)

async function decision(by: BuiltSession, child: { incomingChildId: string }) {
  const { version } = await server.caller(by).suspense.get(child)
  return { idempotencyKey: newId(), ...child, version }
}

async function takeOver(by: BuiltSession, child: { incomingChildId: string }, since?: string) {
  const seen = since ?? (await look(by, child)).holder?.since ?? new Date(0).toISOString()
  return server.caller(by).suspense.takeOver({ idempotencyKey: newId(), ...child, since: seen })
}

/** Meanwhile both use their clients, which keeps them signed in and holds nothing. */
async function pass(minutes: number): Promise<void> {
  for (const officer of [jo, priya]) await server.caller(officer).accounts.me()
  server.clock.moveBy(minutes * 60_000)
  for (const officer of [jo, priya]) await server.caller(officer).accounts.me()
}

test('SR-519: nobody but an officer of matching holds a child or takes it over; who may only look sees who does', async () => {
  const child = await send()
  const { suspense } = server.caller(sender)
  await expect(suspense.stillHere(child)).rejects.toThrow()
  await expect(suspense.letGo(child)).rejects.toThrow()
  await expect(takeOver(reader, child)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await look(reader, child)).toMatchObject({ hold: 'none', holder: null })
  await look(priya, child)
  expect(await look(reader, child)).toMatchObject({ hold: 'another', holder: { by: 'Priya Sharma' } })
})

test('SR-519: the card that is opened first holds the child; others see by whom and since when, in the queue too', async () => {
  const child = await send()
  expect(await look(priya, child)).toMatchObject({ hold: 'mine', holder: null })
  const since = server.clock.now().toISOString()
  await pass(3)
  expect(await look(jo, child)).toMatchObject({ hold: 'another', holder: { by: 'Priya Sharma', since } })
  const listed = async (by: BuiltSession) => {
    const { items } = await server.caller(by).suspense.list()
    return items.find(({ incomingChildId }) => incomingChildId === child.incomingChildId)?.heldBy
  }
  expect(await listed(jo)).toEqual({ name: 'Priya Sharma', since, isMe: false })
  expect(await listed(priya)).toEqual({ name: 'Priya Sharma', since, isMe: true })
})

test('SR-519: whatever another officer would decide about a held child is refused by the holder’s name, and the holder decides', async () => {
  const child = await send()
  const known = await settle(server, jo, await send())
  const before = await decision(jo, child)
  await look(priya, child)
  const { suspense } = server.caller(jo)
  const refused = [
    await suspense.match({ ...before, idempotencyKey: newId(), personId: known }),
    await suspense.addAsNew({ ...before, idempotencyKey: newId() }),
    await suspense.reject({ ...before, idempotencyKey: newId(), personId: known }),
    await suspense.takeBack({ ...before, idempotencyKey: newId(), personId: known }),
    await suspense.score({ ...before, idempotencyKey: newId() }),
    await suspense.ask({ ...before, idempotencyKey: newId(), question: 'Who?' }),
    await suspense.withdrawQuestion({ ...before, idempotencyKey: newId() }),
    await suspense.discard({ ...before, idempotencyKey: newId(), why: { reason: 'test', words: '' } }),
  ]
  for (const answer of refused) expect(answer).toMatchObject({ outcome: 'heldByAnother', by: 'Priya Sharma' })
  expect(await server.caller(priya).suspense.match({ ...before, personId: known })).toMatchObject({
    outcome: 'settled',
  })
  expect(await look(jo, child)).toMatchObject({ hold: 'none', holder: null })
})

test('whoever looks at a child learns whether it was theirs before, so that leaving it takes nothing away', async () => {
  const child = await send()
  expect(await look(priya, child)).toMatchObject({ hold: 'mine', wasMine: false })
  expect(await look(priya, child)).toMatchObject({ hold: 'mine', wasMine: true })
  expect(await look(jo, child)).toMatchObject({ hold: 'another', wasMine: false })
  expect(await look(reader, child)).toMatchObject({ hold: 'another', wasMine: false })
  await takeOver(jo, child)
  expect(await look(jo, child)).toMatchObject({ hold: 'mine', wasMine: true })
  await pass(11)
  expect(await look(jo, child)).toMatchObject({ hold: 'mine', wasMine: false })
})

test('a hold ends by leaving the card, with the session, and after ten minutes without a word', async () => {
  const child = await send()
  await look(priya, child)
  await server.caller(priya).suspense.letGo(child)
  expect(await look(jo, child)).toMatchObject({ hold: 'mine' })
  await server.caller(jo).suspense.letGo(child)

  const visiting = await buildStaffSession(server, [...processes])
  await look(visiting, child)
  expect(await look(jo, child)).toMatchObject({ hold: 'another' })
  // What a lock of the client does.
  await server.caller(visiting).accounts.signOut()
  expect(await look(jo, child)).toMatchObject({ hold: 'mine' })

  await pass(9)
  await look(jo, child)
  await pass(9)
  expect(await look(priya, child)).toMatchObject({ hold: 'another' })
  await pass(1.5)
  expect(await look(priya, child)).toMatchObject({ hold: 'mine' })
  await server.caller(priya).suspense.letGo(child)
})

test('SR-520: after a takeover the officer before learns it with the next word and decides no more; from whom it was not asked it is not taken', async () => {
  const child = await send()
  await look(priya, child)
  const seen = (await look(jo, child)).holder?.since ?? ''
  await pass(1)
  expect(await takeOver(jo, child, seen)).toEqual({ outcome: 'takenOver' })
  const since = server.clock.now().toISOString()
  expect(await look(priya, child)).toMatchObject({ hold: 'another', holder: { by: 'Jo Carter', since } })
  expect(await server.caller(priya).suspense.addAsNew(await decision(priya, child))).toMatchObject({
    outcome: 'heldByAnother',
    by: 'Jo Carter',
  })
  const third = await buildStaffSession(server, [...processes])
  expect(await takeOver(third, child, seen)).toMatchObject({ outcome: 'heldByAnother', by: 'Jo Carter' })
  const [line] = await server.ownerDatabase.execute<{ from: string }>(
    `select details ->> 'from' as from from audit_events where action = 'suspense.takeOver'
       and object_id = '${child.incomingChildId}' order by id desc limit 1`,
  )
  expect(line?.from).toBe(priya.userId)
})

test('what a colleague handled is not taken over any more, and the officer is told by whom', async () => {
  const child = await send()
  await look(priya, child)
  const { since } = (await look(jo, child)).holder ?? {}
  await server.caller(priya).suspense.addAsNew(await decision(priya, child))
  expect(await takeOver(jo, child, since)).toMatchObject({ outcome: 'alreadyHandled', by: 'Priya Sharma' })
})

test('SR-520: of eight officers who open a card at once one holds it, and of takeovers and decisions at once none is half done', async () => {
  const officers = await Promise.all(
    Array.from({ length: 8 }, () => buildStaffSession(server, [...processes])),
  )
  for (let round = 0; round < 5; round += 1) {
    const child = await send()
    const looks = await Promise.all(officers.map((officer) => look(officer, child)))
    expect(looks.filter(({ hold }) => hold === 'mine')).toHaveLength(1)
    const holder = officers[looks.findIndex(({ hold }) => hold === 'mine')] ?? jo
    const aim = await decision(holder, child)
    const [added, taken] = await Promise.all([
      server.caller(holder).suspense.addAsNew(aim),
      takeOver(jo, child),
    ])
    // Either the decision came first, and nothing is left to take over; or it is refused.
    const ends = `${added.outcome} ${taken.outcome}`
    expect(['settled alreadyHandled', 'heldByAnother takenOver']).toContain(ends)
  }
})
