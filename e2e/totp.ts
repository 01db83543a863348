import { createHmac } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secondsPerCode = 30

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret.replaceAll(/[\s=]/g, '').toUpperCase())
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The six digits that an authenticator app shows for a base32 secret (RFC 6238, SHA-1, 30 s). */
export function totpCode(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / secondsPerCode)))
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The last step whose code was taken, by secret. */
const lastSteps = new Map<string, number>()

/**
 * A code that was not used yet: a used one is refused the second time. Of this step or the next, which the
 * server takes as well; where both are used up it waits until the one after them is near enough.
 */
export async function nextTotpCode(secret: string): Promise<string> {
  const milliseconds = secondsPerCode * 1000
  const current = Math.floor(Date.now() / milliseconds)
  const step = Math.max(current, (lastSteps.get(secret) ?? 0) + 1)
  lastSteps.set(secret, step)
  const wait = (step - 1) * milliseconds - Date.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait + 200))
  return totpCode(secret, step * milliseconds)
}
