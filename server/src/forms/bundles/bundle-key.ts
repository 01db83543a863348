import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { WorkContext } from '../../context.ts'
import type { SigningKey } from './sign-bundle.ts'
import { fingerprintOf } from './sign-bundle.ts'
import { bundleKey } from './tables.ts'

const sealPurpose = 'bundle-key'

/** The key of this server; the first who needs it makes it, and of two at once the second gets the first one's. */
export async function getBundleKey(ctx: WorkContext): Promise<SigningKey> {
  return (await findKey(ctx)) ?? (await makeKey(ctx))
}

/** The fingerprint under which others know this server; null before its first export. */
export async function findOwnFingerprint(ctx: WorkContext): Promise<string | null> {
  const [found] = await ctx.tx.select({ publicKey: bundleKey.publicKey }).from(bundleKey)
  return found ? fingerprintOf(found.publicKey) : null
}

async function findKey(ctx: WorkContext): Promise<SigningKey | undefined> {
  const [found] = await ctx.tx.select().from(bundleKey)
  if (!found) return undefined
  return {
    publicKey: found.publicKey,
    privateKey: ctx.services.secrets.open(found.sealedPrivateKey, sealPurpose),
  }
}

async function makeKey(ctx: WorkContext): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const made = {
    id: 1,
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    sealedPrivateKey: ctx.services.secrets.seal(der, sealPurpose),
    createdAt: ctx.now(),
  }
  await ctx.tx.insert(bundleKey).values(made).onConflictDoNothing()
  const key = await findKey(ctx)
  if (!key) throw new Error('The key that signs bundles could not be made.')
  return key
}
