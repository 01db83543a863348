import { houseMethods, leftWithout } from '@send/shared/accounts/second-step-methods'
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
  const change = { kind: 'citizen' as const, before: houseMethods, methods: ['totp' as const] }
  for (const other of [
    server.caller(await buildStaffSession(server, ['userAdministration'])),
    server.caller(await buildPortalSession(server, 'professional')),
  ]) {
    await expect(other.secondSteps.getPolicy()).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(other.secondSteps.setPolicy(change)).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const looking = server.caller(await buildStaffSession(server, ['portalAdministration.read']))
  expect((await looking.secondSteps.getPolicy()).citizen.methods).toHaveLength(4)
  await expect(looking.secondSteps.setPolicy(change)).rejects.toMatchObject({ id: 'not-allowed' })
})

test('a choice that leaves only passkeys and recovery codes is refused', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  await expect(
    admin.secondSteps.setPolicy({
      kind: 'citizen',
      before: houseMethods,
      methods: ['passkey', 'recoveryCode'],
    }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('what is not allowed is neither offered nor accepted nor set up, from the next request on', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  const withApp = await buildPortalAccount(server)
  const byEmail = await buildPortalAccount(server, { app: false })
  const professional = await buildPortalAccount(server, { face: 'professional', app: false })
  const open = await byEmail.signInHalf()
  const before = (await admin.secondSteps.getPolicy()).citizen
  expect(leftWithout(['totp'], before.use)).toBe(1)
  expect(
    await admin.secondSteps.setPolicy({ kind: 'citizen', before: before.methods, methods: ['totp'] }),
  ).toEqual({ outcome: 'set', leftWithout: 1 })
  expect((await admin.secondSteps.getPolicy()).citizen.methods).toEqual(['totp'])
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

test('of two who change the same choice at once one does, and the other is told to look again', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  const outcomes = await Promise.allSettled(
    (['totp', 'emailCode'] as const).map((method) =>
      admin.secondSteps.setPolicy({ kind: 'professional', before: houseMethods, methods: [method] }),
    ),
  )
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject({ id: 'conflict' })
})

test('the policy says how many people have set up what, so that a warning can be given before it is changed', async () => {
  const admin = server.caller(await buildStaffSession(server, ['portalAdministration']))
  const { use: before } = (await admin.secondSteps.getPolicy()).professional
  const withCodes = await buildPortalAccount(server, { face: 'professional' })
  await buildPortalAccount(server, { face: 'professional', app: false })
  const { methods } = (await admin.secondSteps.getPolicy()).professional
  await admin.secondSteps.setPolicy({ kind: 'professional', before: methods, methods: houseMethods })
  const { caller } = await withCodes.signInFull()
  await caller.secondSteps.makeRecoveryCodes()
  expect((await admin.secondSteps.getPolicy()).professional.use).toEqual({
    people: before.people + 2,
    totp: before.totp + 1,
    passkey: before.passkey,
    recoveryCode: before.recoveryCode + 1,
  })
})
