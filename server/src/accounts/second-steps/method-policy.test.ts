import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('staff without the process neither read nor set the policy, and reading is not setting', async () => {
  const change = { kind: 'citizen', methods: ['totp'] } as const
  for (const other of [
    server.caller(await buildStaffSession(server, ['userAdministration'])),
    server.caller(await buildPortalSession(server, 'professional')),
  ]) {
    await expect(other.secondSteps.getPolicy()).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(
      other.secondSteps.setPolicy({ ...change, methods: [...change.methods] }),
    ).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const looking = server.caller(await buildStaffSession(server, ['portalAdministration.read']))
  expect((await looking.secondSteps.getPolicy()).citizen).toHaveLength(4)
  await expect(looking.secondSteps.setPolicy({ kind: 'citizen', methods: ['totp'] })).rejects.toMatchObject({
    id: 'not-allowed',
  })
})

test('a choice that leaves only passkeys and recovery codes is refused', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  await expect(
    admin.secondSteps.setPolicy({ kind: 'citizen', methods: ['passkey', 'recoveryCode'] }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('what is not allowed is neither offered nor accepted nor set up, from the next request on', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  const withApp = await buildPortalAccount(server)
  const byEmail = await buildPortalAccount(server, { app: false })
  const professional = await buildPortalAccount(server, { face: 'professional', app: false })
  const open = await byEmail.signInHalf()
  expect(await admin.secondSteps.setPolicy({ kind: 'citizen', methods: ['totp'] })).toEqual({
    outcome: 'set',
    leftWithout: 1,
  })
  expect((await admin.secondSteps.getPolicy()).citizen).toEqual(['totp'])
  expect((await withApp.signInHalf()).methods).toEqual(['totp'])
  expect((await byEmail.signInHalf()).methods).toEqual([])
  expect((await professional.signInHalf()).methods).toEqual(['emailCode'])
  await expect(open.caller.accounts.sendEmailCode()).rejects.toMatchObject({ id: 'not-allowed' })
  await expect(
    open.caller.accounts.verifySecondStep({ method: 'emailCode', code: '000000' }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
  const { caller } = await withApp.signInFull()
  for (const attempt of [
    () => caller.secondSteps.makeRecoveryCodes(),
    () => caller.secondSteps.beginPasskeyRegistration(),
  ])
    await expect(attempt()).rejects.toMatchObject({ id: 'not-allowed' })
  expect(await caller.secondSteps.removeTotp()).toEqual({ outcome: 'lastOne' })
})
