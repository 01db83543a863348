import { hash, verify } from '@node-rs/argon2'
import { fewAtOnce } from './few-at-once.ts'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } // KiB, passes, lanes (OWASP minimum for Argon2id)
/**
 * Hash of random bytes nobody kept, of the same cost: no password fits it, and an unknown address or a closed
 * account takes as long as one that is open.
 */
export const unusablePasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$VT7Y+ckAQqpxKf244sb+Aw$OC4xMO5h8a+SiEfGG3gqfwFsCCfdJFZvH1vXubSLmgs'

/** 19 MiB and a core each: a flood of sign-ins must not fill the memory. */
const oneOfFew = fewAtOnce({ running: 2, waiting: 100 })

/** Argon2id of a new password. */
export function hashPassword(password: string): Promise<string> {
  return oneOfFew(() => hash(normalised(password), cost))
}

/** Whether the password fits; without a hash it does the same work and says no. */
export async function isPasswordRight(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await oneOfFew(() => verify(passwordHash ?? unusablePasswordHash, normalised(password)))
  return right && passwordHash !== undefined
}

/** Whether a hash was made when the cost was lower than today. */
export function needsRehash(passwordHash: string): boolean {
  const [, memory = 0, time = 0] = (/^\$argon2id\$v=19\$m=(\d+),t=(\d+),/.exec(passwordHash) ?? []).map(
    Number,
  )
  return memory < cost.memoryCost || time < cost.timeCost
}

/** The same characters typed on another keyboard may come as other code points. */
function normalised(password: string): string {
  return password.normalize('NFKC')
}
