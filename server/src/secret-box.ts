import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Seals small secrets with the master key; `purpose` must be the same on the way out. */
export type SecretBox = {
  seal(plain: Uint8Array, purpose: string): string
  open(sealed: string, purpose: string): Buffer
  /** A keyed digest in hex: what the database keeps of a code too short for a plain hash. */
  digest(text: string, purpose: string): string
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text, in base64. */
export function createSecretBox(masterKey: Uint8Array): SecretBox {
  if (masterKey.length !== 32) throw new Error('The master key must have 32 bytes.')
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    },
    digest(text, purpose) {
      const key = createHmac('sha256', masterKey).update(`digest:${purpose}`).digest()
      return createHmac('sha256', key).update(text).digest('hex')
    },
  }
}
