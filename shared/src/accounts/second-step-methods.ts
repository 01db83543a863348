import { z } from 'zod'

/** The ways to prove a second time who somebody is. */
export const SecondStepMethod = z.enum(['totp', 'emailCode', 'recoveryCode', 'passkey'])
export type SecondStepMethod = z.infer<typeof SecondStepMethod>

/** What portal users may use until the authority decides otherwise. */
export const houseMethods: SecondStepMethod[] = ['totp', 'emailCode', 'recoveryCode', 'passkey']

/** Staff use the authenticator app: the desktop has no web origin that a passkey could be bound to. */
export const staffMethods: SecondStepMethod[] = ['totp', 'recoveryCode']

/** Whether a choice lets everybody in: passkeys and recovery codes never stand alone. */
export function hasFirstMethod(methods: readonly SecondStepMethod[]): boolean {
  return methods.includes('totp') || methods.includes('emailCode')
}
