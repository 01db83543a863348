import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { builtPassword, buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { users } from '../tables.ts'

const newPassword = 'copper meadow window seven'
const recentMs = 10 * 60_000

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

/** Every procedure of the account, asked by whoever `caller` is. */
function askEverything({ ownAccount, submissions }: ReturnType<TestServer['caller']>) {
  return {
    get: () => ownAccount.get(),
    setDetails: () => ownAccount.setDetails({ name: 'N', phone: null, jobTitle: null, language: 'en' }),
    changePassword: () => ownAccount.changePassword({ oldPassword: builtPassword, newPassword }),
    requestEmailChange: () => ownAccount.requestEmailChange({ email: `${newId()}@example.org` }),
    findEmailChange: () => ownAccount.findEmailChange({ token: 'unknown' }),
    confirmEmailChange: () => ownAccount.confirmEmailChange({ token: 'unknown' }),
    listSessions: () => ownAccount.listSessions(),
    endSession: () => ownAccount.endSession({ sessionId: newId() }),
    endOtherSessions: () => ownAccount.endOtherSessions(),
    close: () => ownAccount.close(),
    exportMine: () => submissions.exportMine({}),
  }
}

test('nobody without both steps, and no member of staff, sees or changes an account here', async () => {
  const half = server.caller(await buildPortalSession(server, 'citizen', { secondStep: false }))
  const staff = server.caller(await buildStaffSession(server, ['portalAdministration', 'share']))
  const nobody = server.caller({ face: 'citizen', token: null })
  for (const [caller, code] of [
    [nobody, 'UNAUTHORIZED'],
    [half, 'UNAUTHORIZED'],
    [staff, 'FORBIDDEN'],
  ] as const) {
    for (const [what, ask] of Object.entries(askEverything(caller)))
      await expect(ask(), what).rejects.toMatchObject({ code })
  }
})

test('V7.5.1 ten minutes after the password was given, address, devices, download and closing need it again', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  server.clock.moveBy(recentMs)
  expect(await caller.ownAccount.get()).toMatchObject({ passwordIsRecent: false })
  const { requestEmailChange, endSession, endOtherSessions, close, exportMine } = askEverything(caller)
  for (const ask of [requestEmailChange, endSession, endOtherSessions, close, exportMine])
    await expect(ask()).rejects.toMatchObject({ id: 'password-needed' })
  const again = await caller.accounts.reauthenticate({ password: builtPassword })
  if (again.outcome !== 'done') throw new Error(again.outcome)
  const renewed = server.caller({ face: 'citizen', token: again.token })
  expect(await renewed.ownAccount.endOtherSessions()).toEqual({ ended: 0 })
})

test('name, contact details and language are kept as typed; a job title is kept of professionals alone', async () => {
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  const details = { name: 'Ffion Prys', phone: '01632 960 001', jobTitle: 'SENCo', language: 'cy' as const }
  await parent.ownAccount.setDetails(details)
  expect(await parent.ownAccount.get()).toMatchObject({ ...details, jobTitle: null })
  const professional = server.caller(await buildPortalSession(server, 'professional'))
  await professional.ownAccount.setDetails(details)
  expect(await professional.ownAccount.get()).toMatchObject(details)
})

test('a citizen says who they are, changes it and cannot take it back; a professional says nothing of it', async () => {
  const details = { name: 'Ffion Prys', phone: null, jobTitle: null, language: 'en' as const }
  const citizen = server.caller(await buildPortalSession(server, 'citizen'))
  const said = async () => (await citizen.ownAccount.get()).citizenKind
  expect(await said()).toBe(null)
  for (const citizenKind of ['parentCarer', 'youngPerson'] as const) {
    await citizen.ownAccount.setDetails({ ...details, citizenKind })
    expect(await said()).toBe(citizenKind)
  }
  await citizen.ownAccount.setDetails(details)
  expect(await said()).toBe('youngPerson')
  const professional = server.caller(await buildPortalSession(server, 'professional'))
  await professional.ownAccount.setDetails({ ...details, jobTitle: 'SENCo', citizenKind: 'parentCarer' })
  expect(await professional.ownAccount.get()).toMatchObject({ jobTitle: 'SENCo', citizenKind: null })
})

test('V6.2.3 V7.4.3 the old password is asked for, other sessions and reset links end, the token changes and the owner is told', async () => {
  const account = await buildPortalAccount(server)
  const first = await account.signInFull()
  const { caller } = await account.signInFull()
  const asker = server.caller({ face: 'citizen', token: null }).accounts
  await asker.requestPasswordReset({ email: account.email, language: 'en' })
  const link = await account.readMail(/forgotten-password\/(\S+)/)
  const change = (oldPassword: string, to = newPassword) =>
    caller.ownAccount.changePassword({ oldPassword, newPassword: to })
  expect(await change('not the password')).toMatchObject({ outcome: 'refused', triesLeft: 9 })
  expect(await change(builtPassword, 'short')).toMatchObject({ outcome: 'unsuitable' })
  expect(await change(builtPassword, builtPassword)).toMatchObject({ outcome: 'unsuitable' })
  const changed = await change(builtPassword)
  if (changed.outcome !== 'changed') throw new Error(changed.outcome)
  await expect(caller.ownAccount.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  await expect(first.caller.ownAccount.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await server.caller({ face: 'citizen', token: changed.token }).ownAccount.get()).toBeDefined()
  expect(await asker.findPasswordReset({ token: link })).toEqual({ outcome: 'expired' })
  expect(await account.readMail(/(Your password was changed)/)).not.toBe('')
  await account.signInHalf(newPassword)
})

test('wrong old passwords share one count with the page that asks for the password again', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  for (let count = 0; count < 5; count += 1) {
    await caller.accounts.reauthenticate({ password: 'wrong' })
    await caller.ownAccount.changePassword({ oldPassword: 'wrong', newPassword })
  }
  expect(await caller.ownAccount.changePassword({ oldPassword: builtPassword, newPassword })).toMatchObject({
    outcome: 'tooManyTries',
  })
})

test('devices are the owner’s alone; one or all others are signed out on their next request', async () => {
  const account = await buildPortalAccount(server)
  const stranger = server.caller(await buildPortalSession(server, 'citizen'))
  const [first, second] = [await account.signInFull(), await account.signInFull()]
  const { caller } = await account.signInFull()
  const { sessions } = await caller.ownAccount.listSessions()
  expect(sessions).toHaveLength(3)
  expect(sessions[0]).toMatchObject({ current: true })
  const oldest = sessions.at(-1)?.sessionId ?? ''
  await expect(stranger.ownAccount.endSession({ sessionId: oldest })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await caller.ownAccount.endSession({ sessionId: oldest })).toEqual({ ended: 1 })
  await expect(first.caller.accounts.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await second.caller.accounts.me()).toBeDefined()
  expect(await caller.ownAccount.endOtherSessions()).toEqual({ ended: 1 })
  await expect(second.caller.accounts.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await caller.accounts.me()).toBeDefined()
})

test('V7.4.2 closing ends every session and link, withdraws waiting claims, and sign-in then says what it always says', async () => {
  const account = await buildPortalAccount(server)
  const other = await account.signInFull()
  const { caller } = await account.signInFull()
  await caller.childAccess.claim({
    idempotencyKey: newId(),
    relation: 'parentCarer',
    givenNames: 'Amira',
    familyName: 'Khan',
    dateOfBirth: '2014-02-14',
    evidence: 'Her birth certificate.',
  })
  expect(await caller.ownAccount.close()).toEqual({ outcome: 'closed' })
  for (const ended of [caller, other.caller])
    await expect(ended.accounts.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  const nobody = server.caller({ face: 'citizen', token: null }).accounts
  const { email } = account
  const known = await nobody.signIn({ email, password: builtPassword })
  expect(known).toEqual(await nobody.signIn({ email: 'nobody@example.org', password: builtPassword }))
  expect(await account.readMail(/(Your account is closed)/)).not.toBe('')
  await nobody.register({ email, language: 'en' })
  expect(await account.readMail(/(There was one, and it was closed)/)).not.toBe('')
  const officer = server.caller(await buildStaffSession(server, ['portalAdministration', 'share']))
  const { claims } = await officer.portalUsers.listClaims()
  expect(claims.map(({ userId }) => userId)).not.toContain(account.userId)
  const { users: listed } = await officer.portalUsers.list({ text: email })
  expect(listed).toMatchObject([{ state: 'closed' }])
})

test('a session that races with the closing is none', async () => {
  const account = await buildPortalAccount(server)
  const { token } = await account.signInHalf()
  await server.ownerDatabase
    .update(users)
    .set({ closedAt: server.clock.now() })
    .where(eq(users.id, account.userId))
  await expect(server.caller({ face: 'citizen', token }).accounts.me()).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  })
})

test('what changes an account leaves a line without what was typed', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  await caller.ownAccount.setDetails({ name: 'Nerys', phone: '01632 960002', jobTitle: null, language: 'cy' })
  await caller.ownAccount.requestEmailChange({ email: 'secret.place@example.org' })
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.actorUserId, account.userId))
  const own = lines.filter(({ action }) => action.startsWith('ownAccount.'))
  expect(own.map(({ action }) => action)).toEqual(['ownAccount.setDetails', 'ownAccount.requestEmailChange'])
  expect(own[0]?.details).toEqual({ changed: ['name', 'phone', 'language'] })
  expect(JSON.stringify(own)).not.toMatch(/Nerys|960002|secret\.place/)
})
