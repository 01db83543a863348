import { randomBytes } from 'node:crypto'
import { generateHOTP } from '@oslojs/otp'
import { newId } from '@send/shared/values/ids'
import { hashPassword } from '../accounts/passwords.ts'
import { sealTotpSecret } from '../accounts/second-steps/totp.ts'
import { users } from '../accounts/tables.ts'
import { builtPassword } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

export type PortalAccount = Awaited<ReturnType<typeof buildPortalAccount>>

/** A portal user who can really sign in, with an authenticator app unless `app` is false. */
export async function buildPortalAccount(
  server: TestServer,
  overrides: { face?: 'citizen' | 'professional'; app?: boolean; setUp?: boolean } = {},
) {
  const { face = 'citizen', app = true, setUp = true } = overrides
  const [userId, secret] = [newId(), randomBytes(20)]
  const email = `${face}-${userId}@example.org`
  await server.ownerDatabase.insert(users).values({
    id: userId,
    kind: face,
    email,
    name: 'Sam Evans',
    passwordHash: await hashPassword(builtPassword),
    totpSecret: app ? sealTotpSecret(server.services.secrets, userId, secret) : null,
    secondStepSince: setUp ? server.clock.now() : null,
    createdAt: server.clock.now(),
  })

  /** The code of the app at this moment; every code counts once, so the clock moves on to a new one. */
  function nextCode(): string {
    server.clock.moveBy(30_000)
    return generateHOTP(secret, BigInt(Math.floor(server.clock.now().getTime() / 30_000)), 6)
  }

  async function signInHalf(password = builtPassword) {
    const outcome = await server.caller({ face, token: null }).accounts.signIn({ email, password })
    if (outcome.outcome !== 'secondStepNeeded') throw new Error(outcome.outcome)
    return { ...outcome, caller: server.caller({ face, token: outcome.token }) }
  }

  async function signInFull(password = builtPassword) {
    const { caller } = await signInHalf(password)
    const outcome = await caller.accounts.verifySecondStep({ method: 'totp', code: nextCode() })
    if (outcome.outcome !== 'verified') throw new Error(outcome.outcome)
    return { ...outcome, caller: server.caller({ face, token: outcome.token }) }
  }

  /** What the newest message to this account that fits says, once the waiting ones have left; '' when none does. */
  async function readMail(shape: RegExp): Promise<string> {
    await server.runJobs()
    const own = server.mailbox.filter(({ to }) => to === email)
    const texts = own.map(({ subject, text }) => shape.exec(`${subject}\n${text}`)?.[1])
    return texts.findLast((text) => text !== undefined) ?? ''
  }

  return { face, userId, email, nextCode, signInHalf, signInFull, readMail }
}
