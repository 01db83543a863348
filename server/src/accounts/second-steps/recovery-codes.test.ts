import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { recoveryCodes } from './tables.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('nobody makes recovery codes without both steps and a recent password, and nobody uses another’s', async () => {
  const anybody = server.caller({ face: 'citizen', token: null })
  await expect(anybody.secondSteps.makeRecoveryCodes()).rejects.toMatchObject({ id: 'sign-in-needed' })
  const half = server.caller(await buildPortalSession(server, 'citizen', { secondStep: false }))
  await expect(half.secondSteps.makeRecoveryCodes()).rejects.toMatchObject({ id: 'second-step-needed' })

  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const { codes } = await caller.secondSteps.makeRecoveryCodes()
  const other = await (await buildPortalAccount(server)).signInHalf()
  const stolen = await other.caller.accounts.verifySecondStep({ method: 'recoveryCode', code: codes[0]! })
  expect(stolen.outcome).toBe('refused')

  server.clock.moveBy(10 * 60_000)
  await expect(caller.secondSteps.makeRecoveryCodes()).rejects.toMatchObject({ id: 'password-needed' })
})

test('V6.5.1 A-15: a recovery code counts once, however it is typed, and the number left is shown', async () => {
  const account = await buildPortalAccount(server)
  const { codes } = await (await account.signInFull()).caller.secondSteps.makeRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(codes[0]).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/)
  const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `
  const first = await account.signInHalf()
  expect(first.methods).toContain('recoveryCode')
  const used = await first.caller.accounts.verifySecondStep({ method: 'recoveryCode', code: typed })
  if (used.outcome !== 'verified') throw new Error(used.outcome)
  const full = server.caller({ face: 'citizen', token: used.token })
  expect(await full.secondSteps.overview()).toMatchObject({ recoveryCodesLeft: 9 })
  expect(await account.readMail(/Codes left: (\d)/)).toBe('9')
  const again = await account.signInHalf()
  expect(await again.caller.accounts.verifySecondStep({ method: 'recoveryCode', code: typed })).toMatchObject(
    {
      outcome: 'refused',
    },
  )
})

test('new recovery codes take the place of all earlier ones, also when they are made twice at once', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const [first, second] = await Promise.all([
    caller.secondSteps.makeRecoveryCodes(),
    caller.secondSteps.makeRecoveryCodes(),
  ])
  expect(await caller.secondSteps.overview()).toMatchObject({ recoveryCodesLeft: 10 })
  const outcomes = []
  for (const { codes } of [first, second]) {
    const half = await account.signInHalf()
    const answer = { method: 'recoveryCode', code: codes[0]! } as const
    outcomes.push((await half.caller.accounts.verifySecondStep(answer)).outcome)
  }
  expect(outcomes.toSorted()).toEqual(['refused', 'verified'])
})

test('V6.5.2: a recovery code has 120 random bits, so that SHA-256 is enough, and only its hash is kept', async () => {
  const account = await buildPortalAccount(server)
  const { codes } = await (await account.signInFull()).caller.secondSteps.makeRecoveryCodes()
  for (const code of codes) expect(code.replaceAll('-', '')).toHaveLength(24) // 5 bits a letter
  const rows = await server.ownerDatabase
    .select()
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, account.userId))
  expect(rows).toHaveLength(10)
  for (const { codeHash } of rows) expect(codeHash).toMatch(/^[0-9a-f]{64}$/)
  const stored = JSON.stringify(rows)
  for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
})

test('staff have recovery codes beside their app, and neither e-mail codes nor passkeys', async () => {
  const staff = server.caller(await buildStaffSession(server, []))
  expect(await staff.secondSteps.overview()).toMatchObject({ allowed: ['totp', 'recoveryCode'] })
  expect((await staff.secondSteps.makeRecoveryCodes()).codes).toHaveLength(10)
  await expect(staff.secondSteps.beginPasskeyRegistration()).rejects.toMatchObject({ id: 'not-allowed' })
})
