import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateHOTP } from '@oslojs/otp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalAccount } from '../../testing/portal-account.ts'
import { raceOneCode } from '../../testing/race-one-code.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
/** A tenth of the campaign's. */
const rounds = 10

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

/** The code that an app shows so many steps ahead of now. */
function codeOf(secret: string, ahead: number): string {
  const step = Math.floor(server.clock.now().getTime() / 30_000) + ahead
  return generateHOTP(decodeBase32IgnorePadding(secret), BigInt(step), 6)
}

test('V6.5.1 A-15: of twenty uses of one app code, e-mail code or recovery code at once exactly one opens a session', async () => {
  const results = await raceOneCode(server, rounds)
  for (const { method, successes } of results)
    expect(successes, method).toEqual(Array.from({ length: rounds }, () => 1))
}, 900_000)

test('V6.5.1 A-15: the code that set an app up and every step before it never count again', async () => {
  const account = await buildPortalAccount(server, { app: false, setUp: false })
  const { caller } = await account.signInHalf()
  const { secret } = await caller.accounts.beginTotp()
  const first = await caller.accounts.verifySecondStep({ method: 'totp', code: codeOf(secret, 1) })
  expect(first.outcome).toBe('verified')
  for (const ahead of [1, 0, -1]) {
    const half = await account.signInHalf()
    const answer = { method: 'totp', code: codeOf(secret, ahead) } as const
    expect((await half.caller.accounts.verifySecondStep(answer)).outcome).toBe('refused')
  }
})

test('V6.5.1: another app is set up by its first code, whatever the phone before it used up; then that code is spent', async () => {
  const account = await buildPortalAccount(server, { app: false, setUp: false })
  const half = await account.signInHalf()
  const before = await half.caller.accounts.beginTotp()
  const first = await half.caller.accounts.verifySecondStep({
    method: 'totp',
    code: codeOf(before.secret, 1),
  })
  if (first.outcome !== 'verified') throw new Error(first.outcome)
  const caller = server.caller({ face: 'citizen', token: first.token })
  const after = await caller.accounts.beginTotp()
  const code = codeOf(after.secret, 0)
  expect(await caller.secondSteps.confirmTotp({ code })).toEqual({ outcome: 'added' })
  for (const used of [code, codeOf(before.secret, 1)]) {
    const again = await account.signInHalf()
    const answer = { method: 'totp', code: used } as const
    expect((await again.caller.accounts.verifySecondStep(answer)).outcome).toBe('refused')
  }
})
