import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { altered, readBundle, writeBundle } from '@send/shared/forms/bundles/form-bundle'
import type { BundleContent, FormBundle, UnsignedBundle } from '@send/shared/forms/bundles/form-bundle'
import { canonicalJson } from '@send/shared/values/canonical-json'

/** A key pair that signs: the public half as 32 bytes in base64, the private one as PKCS #8. */
export type SigningKey = { publicKey: string; privateKey: Buffer }

/** Makes the text of a bundle, signed over everything in it but the signature. */
export function signBundle(content: BundleContent, { key, name }: { key: SigningKey; name: string }): string {
  const signer = { publicKey: key.publicKey, name }
  const unsigned: UnsignedBundle = {
    format: 'send-form',
    version: 1,
    content,
    hash: hashOf(content),
    signer,
  }
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' })
  const signature = sign(null, signedBytes(unsigned), privateKey).toString('base64')
  return writeBundle({ ...unsigned, signature })
}

export type VerifiedBundle = { bundle: FormBundle; fingerprint: string } | { problem: string }

/** Reads a bundle and proves that it is as its signer made it; whether the signer is trusted is another question. */
export function verifyBundle(text: string): VerifiedBundle {
  const read = readBundle(text)
  if ('problem' in read) return read
  const { signature, ...unsigned } = read.bundle
  const isSound = unsigned.hash === hashOf(unsigned.content) && isSignedBy(unsigned, signature)
  return isSound
    ? { bundle: read.bundle, fingerprint: fingerprintOf(unsigned.signer.publicKey) }
    : { problem: altered }
}

/** What tells one signer from another: the SHA-256 of the public key as 64 hexadecimal digits. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

function isSignedBy(unsigned: UnsignedBundle, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64')
  // Base64 can say the same bytes in several ways; only one of them is in a bundle.
  if (bytes.toString('base64') !== signature) return false
  const raw = Buffer.from(unsigned.signer.publicKey, 'base64')
  if (raw.toString('base64') !== unsigned.signer.publicKey) return false
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
    return verify(null, signedBytes(unsigned), createPublicKey({ key: jwk, format: 'jwk' }), bytes)
  } catch {
    // 32 bytes that are no point of the curve are no key.
    return false
  }
}

function signedBytes(unsigned: UnsignedBundle): Buffer {
  return Buffer.from(canonicalJson(unsigned))
}

function hashOf(content: BundleContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
