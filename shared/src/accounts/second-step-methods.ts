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

/** How many people of a kind have set up a second step at all, and how many of them have each. */
export type MethodUse = { people: number; totp: number; passkey: number; recoveryCode: number }

/**
 * How many people a choice of methods would leave without a second step, so that they have to ask for a recovery.
 * Everybody has an address for codes by e-mail; passkeys and recovery codes never stand alone.
 */
export function leftWithout(methods: readonly SecondStepMethod[], use: MethodUse): number {
  return methods.includes('emailCode') ? 0 : use.people - use.totp
}

/** Whether two choices are the same, in whatever order. */
export function areSameMethods(
  one: readonly SecondStepMethod[],
  other: readonly SecondStepMethod[],
): boolean {
  return houseMethods.every((method) => one.includes(method) === other.includes(method))
}
