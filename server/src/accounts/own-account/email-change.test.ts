import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { builtPassword } from '../../testing/build-sessions.ts'
import { buildPortalAccount, type PortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

const hourMs = 3_600_000
let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

/** Asks for another address with a session that may; gives the address and the token of its link. */
async function askForChange(account: PortalAccount) {
  const { caller } = await account.signInFull()
  const email = `new-${newId()}@example.org`
  await caller.ownAccount.requestEmailChange({ email })
  return { caller, email, token: await tokenSentTo(email) }
}

async function tokenSentTo(email: string): Promise<string> {
  await server.runJobs()
  const mail = server.mailbox.findLast(({ to }) => to === email)
  return /account\/email\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

test('nobody changes somebody else’s address: a link that went astray opens nothing for another account', async () => {
  const account = await buildPortalAccount(server)
  const { token } = await askForChange(account)
  const stranger = await buildPortalAccount(server)
  const { caller } = await stranger.signInFull()
  const unknown = await caller.ownAccount.findEmailChange({ token: 'never-was' })
  expect(await caller.ownAccount.findEmailChange({ token })).toEqual(unknown)
  expect(await caller.ownAccount.confirmEmailChange({ token })).toEqual({ outcome: 'unknown' })
  expect(await caller.ownAccount.get()).toMatchObject({ email: stranger.email })
})

test('looking at the link changes nothing; confirming changes the address once, ends other sessions and tells the old address', async () => {
  const account = await buildPortalAccount(server)
  const other = await account.signInFull()
  const { caller, email, token } = await askForChange(account)
  expect(await caller.ownAccount.get()).toMatchObject({ email: account.email, newEmail: email })
  expect(await caller.ownAccount.findEmailChange({ token })).toEqual({ outcome: 'open', email })
  expect(await caller.ownAccount.get()).toMatchObject({ email: account.email })
  const twice = await Promise.all([1, 2].map(() => caller.ownAccount.confirmEmailChange({ token })))
  expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'used'])
  expect(await caller.ownAccount.get()).toMatchObject({ email, newEmail: null })
  await expect(other.caller.accounts.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  const told = await account.readMail(/(Your email address was changed[^]*)/)
  expect(told).not.toBe('')
  expect(told).not.toContain(email)
  const nobody = server.caller({ face: 'citizen', token: null }).accounts
  expect(await nobody.signIn({ email: account.email, password: builtPassword })).toEqual({
    outcome: 'refused',
  })
  expect(await nobody.signIn({ email, password: builtPassword })).toMatchObject({
    outcome: 'secondStepNeeded',
  })
})

test('a link ends after 72 hours, and with the next one that is asked for', async () => {
  const account = await buildPortalAccount(server)
  const { caller, token } = await askForChange(account)
  const newer = await askForChange(account)
  expect(await caller.ownAccount.confirmEmailChange({ token })).toEqual({ outcome: 'expired' })
  server.clock.moveBy(72 * hourMs)
  const later = await account.signInFull()
  expect(await later.caller.ownAccount.confirmEmailChange({ token: newer.token })).toEqual({
    outcome: 'expired',
  })
  expect(await later.caller.ownAccount.get()).toMatchObject({ email: account.email, newEmail: null })
})

test('whether an address has an account is told to that address alone', async () => {
  const account = await buildPortalAccount(server)
  const taken = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const free = `free-${newId()}@example.org`
  const answer = await caller.ownAccount.requestEmailChange({ email: free })
  expect(await caller.ownAccount.requestEmailChange({ email: taken.email.toUpperCase() })).toEqual(answer)
  expect(await tokenSentTo(taken.email)).toBe('')
  expect(await taken.readMail(/(This address has an account)/)).not.toBe('')
  expect(await caller.ownAccount.requestEmailChange({ email: account.email })).toEqual({
    outcome: 'sameAddress',
  })
})

test('an address that somebody registered in the meantime is not taken over', async () => {
  const account = await buildPortalAccount(server)
  const rival = await buildPortalAccount(server)
  const asked = await askForChange(account)
  const rivals = await rival.signInFull()
  await rivals.caller.ownAccount.requestEmailChange({ email: asked.email })
  const token = await tokenSentTo(asked.email)
  expect(await rivals.caller.ownAccount.confirmEmailChange({ token })).toEqual({ outcome: 'changed' })
  expect(await asked.caller.ownAccount.confirmEmailChange({ token: asked.token })).toEqual({
    outcome: 'expired',
  })
  expect(await asked.caller.ownAccount.get()).toMatchObject({ email: account.email })
})

test('nobody fills an inbox from here', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const ask = () => caller.ownAccount.requestEmailChange({ email: `n-${newId()}@example.org` })
  for (let count = 0; count < 5; count += 1) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
})
