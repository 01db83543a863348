import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grant } from '@send/shared/accounts/business-processes'
import { newId } from '@send/shared/values/ids'
import { permissionGroupMembers, permissionGroups } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import type { Memberships } from './memberships.ts'

let server: TestServer
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['userAdministration'], { name: 'Alex Reid' })
})
afterAll(() => server.close())

const nobody: Memberships = { groupIds: [], postIds: [], teamIds: [] }
const reason = 'Joins the north team in March'

function once<T extends object>(input: T) {
  return { idempotencyKey: newId(), ...input }
}

function callerOf(session: BuiltSession) {
  return server.caller(session)
}

async function createUser(overrides: Partial<Memberships> = {}) {
  const email = `new-${newId()}@example.org`
  const user = { email, name: 'Sam Okafor', ...nobody, ...overrides, reason }
  const created = await callerOf(administrator).administration.createUser(once(user))
  if (created.outcome !== 'created') throw new Error(created.outcome)
  return { userId: created.userId, email }
}

async function createGroup(...processes: Grant[]) {
  const name = `Group ${newId()}`
  const made = await callerOf(administrator).administration.createGroup(once({ name, processes }))
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return { groupId: made.groupId, name }
}

async function createSeat(kind: 'post' | 'team') {
  const name = `Seat ${newId()}`
  const made = await callerOf(administrator).administration.createSeat(once({ kind, name }))
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return { kind, seatId: made.seatId, name }
}

async function findUser(userId: string) {
  const { users: listed } = await callerOf(administrator).administration.listUsers()
  return listed.find((user) => user.userId === userId)
}

/** Every procedure of the room, called by somebody with input that would be right. */
function everyCall(session: BuiltSession) {
  const { administration } = callerOf(session)
  const [userId, groupId, seatId] = [newId(), newId(), newId()]
  const seat = { kind: 'post' as const, seatId }
  const naming = { name: 'A', email: 'a@example.org' }
  const group = { name: 'A', processes: [] }
  const holders = { name: 'A', userIds: [] }
  return {
    looking: [
      () => administration.listUsers(),
      () => administration.listGroups(),
      () => administration.listSeats(),
    ],
    changing: [
      () => administration.createUser(once({ ...naming, ...nobody, reason })),
      () => administration.issueStartingCode({ userId, reason }),
      () => administration.changeUser(once({ userId, before: naming, after: naming })),
      () => administration.setUserDisabled(once({ userId, disabled: true, reason })),
      () => administration.changeMemberships(once({ userId, before: nobody, after: nobody, reason })),
      () => administration.createGroup(once(group)),
      () => administration.changeGroup(once({ groupId, before: group, after: group, reason })),
      () => administration.deleteGroup(once({ groupId })),
      () => administration.createSeat(once({ kind: 'post', name: 'A' })),
      () => administration.changeSeat(once({ ...seat, before: holders, after: holders, reason })),
      () => administration.deleteSeat(once(seat)),
    ],
  }
}

test('V8.2.1: nobody without user administration gets at any of it, and who may look may change nothing', async () => {
  const strangers = [
    await buildStaffSession(server, []),
    await buildStaffSession(server, ['formBuilder', 'people', 'chronology', 'portalAdministration', 'audit']),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const stranger of strangers) {
    const { looking, changing } = everyCall(stranger)
    for (const call of [...looking, ...changing])
      await expect(call()).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const half = await buildStaffSession(server, ['userAdministration'], { secondStep: false })
  const calls = everyCall(half)
  for (const call of [...calls.looking, ...calls.changing]) {
    await expect(call()).rejects.toMatchObject({ id: 'second-step-needed' })
  }
  const auditor = everyCall(await buildStaffSession(server, ['userAdministration.read']))
  for (const call of auditor.looking) await expect(call()).resolves.toBeDefined()
  for (const call of auditor.changing) await expect(call()).rejects.toMatchObject({ id: 'not-allowed' })
})

test('who and what does not exist is not found, and an unknown field is refused', async () => {
  const { changing } = everyCall(administrator)
  for (const index of [1, 2, 3, 4, 6, 7, 9, 10]) {
    await expect(changing[index]?.(), `call ${index}`).rejects.toMatchObject({ id: 'not-found' })
  }
  const { administration } = callerOf(administrator)
  const extra = { ...once({ kind: 'post' as const, name: 'A' }), processes: ['audit'] }
  await expect(administration.createSeat(extra)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const unknown = once({ name: 'A', processes: ['everything' as 'audit'] })
  await expect(administration.createGroup(unknown)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('an account is opened once however often it is asked for, and an address serves one account only', async () => {
  const { administration } = callerOf(administrator)
  const input = once({ email: 'Jo.Carter@Example.org', name: 'Jo Carter', ...nobody, reason: '' })
  const [first, second] = await Promise.all([
    administration.createUser(input),
    administration.createUser(input),
  ])
  expect(second).toEqual(first)
  const again = { ...input, idempotencyKey: newId(), email: 'jo.carter@example.org' }
  expect(await administration.createUser(again)).toEqual({ outcome: 'emailTaken' })
  if (first.outcome !== 'created') throw new Error(first.outcome)
  expect(await findUser(first.userId)).toMatchObject({
    email: 'jo.carter@example.org',
    state: 'invited',
    startingCodeUntil: null,
  })
})

test('whoever gives rights says why, and the trail keeps who, what before, what after and the reason', async () => {
  const { administration } = callerOf(administrator)
  const group = await createGroup('people.read')
  const { userId } = await createUser()
  const after = { ...nobody, groupIds: [group.groupId] }
  const silent = once({ userId, before: nobody, after, reason: '' })
  await expect(administration.changeMemberships(silent)).rejects.toMatchObject({ id: 'bad-input' })
  await administration.changeMemberships(once({ userId, before: nobody, after, reason }))
  const wider = { name: group.name, processes: ['people' as const] }
  const widening = {
    groupId: group.groupId,
    before: { ...wider, processes: ['people.read' as const] },
    after: wider,
  }
  await expect(administration.changeGroup(once({ ...widening, reason: ' ' }))).rejects.toMatchObject({
    id: 'bad-input',
  })
  await administration.changeGroup(once({ ...widening, reason }))
  const rows = await server.ownerDatabase
    .execute(sql`select action, actor_user_id, reason, details from audit_events
    where object_id in (${userId}, ${group.groupId}) and action like 'administration.change%' order by occurred_at, id`)
  expect([...rows]).toEqual([
    {
      action: 'administration.changeMemberships',
      actor_user_id: administrator.userId,
      reason,
      details: { before: nobody, after },
    },
    {
      action: 'administration.changeGroup',
      actor_user_id: administrator.userId,
      reason,
      details: { before: widening.before, after: widening.after },
    },
  ])
})

test('V8.3.2: a group that is taken away, narrowed or an account that is disabled counts from the very next request', async () => {
  const { administration } = callerOf(administrator)
  const officer = await buildStaffSession(server, ['people'])
  const groupId = officer.groupIds[0] ?? ''
  const search = () => callerOf(officer).people.search({ query: 'khan' })
  await search()
  const name = `Group ${officer.email}`
  const narrowed = { name, processes: ['people.read' as const] }
  await administration.changeGroup(
    once({ groupId, before: { name, processes: ['people' as const] }, after: narrowed, reason: '' }),
  )
  await search()
  await administration.changeGroup(
    once({ groupId, before: narrowed, after: { name, processes: [] }, reason: '' }),
  )
  await expect(search()).rejects.toMatchObject({ id: 'not-allowed' })
  await administration.changeGroup(
    once({ groupId, before: { name, processes: [] }, after: narrowed, reason }),
  )
  await search()
  const before = { ...nobody, groupIds: [groupId] }
  await administration.changeMemberships(once({ userId: officer.userId, before, after: nobody, reason: '' }))
  await expect(search()).rejects.toMatchObject({ id: 'not-allowed' })
  await administration.changeMemberships(
    once({ userId: officer.userId, before: nobody, after: before, reason }),
  )
  await search()
  const { userId } = officer
  await administration.setUserDisabled(once({ userId, disabled: true, reason: '' }))
  await expect(search()).rejects.toMatchObject({ id: 'sign-in-needed' })
  await administration.setUserDisabled(once({ userId, disabled: false, reason }))
  await expect(search(), 'an old session does not come alive again').rejects.toMatchObject({
    id: 'sign-in-needed',
  })
})

test('a change made on what a colleague changed meanwhile is refused', async () => {
  const { administration } = callerOf(administrator)
  const { userId, email } = await createUser()
  const stale = { ...nobody, groupIds: [newId()] }
  const conflict = { id: 'conflict' }
  await expect(
    administration.changeMemberships(once({ userId, before: stale, after: nobody, reason })),
  ).rejects.toMatchObject(conflict)
  const before = { name: 'Somebody else', email }
  await expect(administration.changeUser(once({ userId, before, after: before }))).rejects.toMatchObject(
    conflict,
  )
  const group = await createGroup('people')
  const old = { name: 'Old name', processes: ['people' as const] }
  await expect(
    administration.changeGroup(once({ groupId: group.groupId, before: old, after: old, reason })),
  ).rejects.toMatchObject(conflict)
  const gone = { ...nobody, groupIds: [newId()] }
  await expect(
    administration.changeMemberships(once({ userId, before: nobody, after: gone, reason })),
  ).rejects.toMatchObject(conflict)
})

test('names and addresses are corrected, and taken ones are refused', async () => {
  const { administration } = callerOf(administrator)
  const [one, other] = [await createUser(), await createUser()]
  const before = { name: 'Sam Okafor', email: one.email }
  const taken = once({ userId: one.userId, before, after: { ...before, email: other.email } })
  expect(await administration.changeUser(taken)).toEqual({ outcome: 'emailTaken' })
  const after = { name: 'Samuel Okafor', email: `married-${one.email}` }
  expect(await administration.changeUser(once({ userId: one.userId, before, after }))).toEqual({
    outcome: 'changed',
  })
  expect(await findUser(one.userId)).toMatchObject(after)
  const group = await createGroup('people')
  const inCapitals = once({ name: group.name.toUpperCase(), processes: [] })
  expect(await administration.createGroup(inCapitals)).toEqual({ outcome: 'nameTaken' })
})

test('a group, post or team goes only when nobody is in it', async () => {
  const { administration } = callerOf(administrator)
  const group = await createGroup('people')
  const { userId } = await createUser({ groupIds: [group.groupId] })
  const { groupId } = group
  expect(await administration.deleteGroup(once({ groupId }))).toEqual({ outcome: 'notEmpty' })
  const before = { ...nobody, groupIds: [groupId] }
  await administration.changeMemberships(once({ userId, before, after: nobody, reason: '' }))
  expect(await administration.deleteGroup(once({ groupId }))).toEqual({ outcome: 'deleted' })
  for (const kind of ['post', 'team'] as const) {
    const { seatId, name } = await createSeat(kind)
    const empty = { name, userIds: [] }
    const held = { name: `${name} north`, userIds: [userId] }
    await expect(
      administration.changeSeat(once({ kind, seatId, before: empty, after: held, reason: '' })),
    ).rejects.toMatchObject({ id: 'bad-input' })
    await administration.changeSeat(once({ kind, seatId, before: empty, after: held, reason }))
    const { seats } = await administration.listSeats()
    const holders = [{ userId, name: 'Sam Okafor', disabled: false }]
    expect(seats.find((seat) => seat.seatId === seatId)).toEqual({ kind, seatId, name: held.name, holders })
    expect(await administration.deleteSeat(once({ kind, seatId }))).toEqual({ outcome: 'notEmpty' })
    await administration.changeSeat(once({ kind, seatId, before: held, after: empty, reason: '' }))
    expect(await administration.deleteSeat(once({ kind, seatId }))).toEqual({ outcome: 'deleted' })
  }
})

test('V13.2.2: the application can neither make tables nor rewrite what was recorded, whatever an administrator may', async () => {
  const inApplication = (statement: string) => server.database.execute(sql.raw(statement))
  await expect(inApplication('create table extra (id int)')).rejects.toThrow()
  await expect(inApplication('alter table users add column extra int')).rejects.toThrow()
  await expect(inApplication('update audit_events set details = null')).rejects.toThrow()
  await expect(inApplication('delete from audit_events')).rejects.toThrow()
})

/** From here on this file's only administrators are those of the test. */
async function withOnly(count: number, work: (admins: BuiltSession[]) => Promise<void>) {
  const admins = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      buildStaffSession(server, ['userAdministration'], { name: `Administrator ${index}` }),
    ),
  )
  const others = await server.ownerDatabase
    .select({ id: permissionGroupMembers.userId })
    .from(permissionGroupMembers)
    .innerJoin(permissionGroups, eq(permissionGroups.id, permissionGroupMembers.groupId))
    .where(sql`'userAdministration' = any(${permissionGroups.processes})`)
  const set = (id: string, disabled: boolean) =>
    server.ownerDatabase.update(users).set({ disabled }).where(eq(users.id, id))
  const strangers = others.filter(({ id }) => !admins.some(({ userId }) => userId === id))
  for (const { id } of strangers) await set(id, true)
  try {
    await work(admins)
  } finally {
    for (const { id } of strangers) await set(id, false)
    for (const { userId } of admins) await set(userId, true)
  }
}

function membershipsOf({ groupIds }: BuiltSession) {
  return { ...nobody, groupIds }
}

test('the last administrator can neither give it up nor be disabled, nor empty the group that grants it', async () => {
  await withOnly(1, async ([last]) => {
    if (!last) throw new Error('somebody is left')
    const { administration } = callerOf(last)
    const { userId } = last
    const locked = {
      id: 'conflict',
      message: expect.stringContaining('Nobody could administer users') as string,
    }
    const leaving = once({ userId, before: membershipsOf(last), after: nobody, reason: '' })
    await expect(administration.changeMemberships(leaving)).rejects.toMatchObject(locked)
    await expect(
      administration.setUserDisabled(once({ userId, disabled: true, reason: '' })),
    ).rejects.toMatchObject(locked)
    const groupId = last.groupIds[0] ?? ''
    const before = { name: `Group ${last.email}`, processes: ['userAdministration' as const] }
    const after = { ...before, processes: ['userAdministration.read' as const] }
    await expect(
      administration.changeGroup(once({ groupId, before, after, reason: '' })),
    ).rejects.toMatchObject(locked)
    // Somebody who never signed in does not count yet.
    const invited = {
      ...nobody,
      groupIds: last.groupIds,
      email: `in-${newId()}@example.org`,
      name: 'Invited',
      reason,
    }
    await administration.createUser(once(invited))
    await expect(administration.changeMemberships(once({ ...leaving }))).rejects.toMatchObject(locked)
    await expect(administration.listUsers()).resolves.toBeDefined()
  })
})

test.each([
  [
    'leaves',
    (self: BuiltSession) =>
      callerOf(self).administration.changeMemberships(
        once({ userId: self.userId, before: membershipsOf(self), after: nobody, reason: '' }),
      ),
  ],
  [
    'disables the other',
    (self: BuiltSession, other: BuiltSession) =>
      callerOf(self).administration.setUserDisabled(
        once({ userId: other.userId, disabled: true, reason: '' }),
      ),
  ],
  [
    'takes it from the other',
    (self: BuiltSession, other: BuiltSession) =>
      callerOf(self).administration.changeMemberships(
        once({ userId: other.userId, before: membershipsOf(other), after: nobody, reason: '' }),
      ),
  ],
  [
    'resets the other',
    (self: BuiltSession, other: BuiltSession) =>
      callerOf(self).administration.issueStartingCode({ userId: other.userId, reason }),
  ],
] as const)(
  'V15.4.2: when each of the last two administrators %s at once, one stays, ten times of ten',
  async (_, act) => {
    for (let round = 0; round < 10; round += 1) {
      await withOnly(2, async ([one, other]) => {
        if (!one || !other) throw new Error('two administrators')
        const results = await Promise.allSettled([act(one, other), act(other, one)])
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        const still = await Promise.allSettled(
          [one, other].map((each) => callerOf(each).administration.listUsers()),
        )
        expect(still.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      })
    }
  },
)
