import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { newId } from '@send/shared/values/ids'
import { eq, inArray } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/client.ts'
import { notFound } from '../errors.ts'
import type { SecretBox } from '../secret-box.ts'
import type { BlobPlace } from './blob-place.ts'
import { BlobTooLarge, type BlobStore } from './blob-store.ts'
import { decryptChunks, encryptChunks } from './chunk-cipher.ts'
import { blobs } from './tables.ts'

/** Files of which each is encrypted with a key of its own, wherever the bytes lie. */
export function createEncryptedBlobStore(
  place: BlobPlace,
  { secrets, clock }: { secrets: SecretBox; clock: Clock },
): BlobStore {
  return {
    async write(content, { maxBytes }) {
      const blobId = newId()
      const key = randomBytes(32)
      const hash = createHash('sha256')
      let size = 0
      async function* measured(): AsyncGenerator<Uint8Array> {
        for await (const piece of content) {
          size += piece.length
          if (size > maxBytes) throw new BlobTooLarge(maxBytes)
          hash.update(piece)
          yield piece
        }
      }
      await place.put(blobId, encryptChunks(key, measured()))
      const sha256 = hash.digest('hex')
      const sealedKey = secrets.seal(key, `blob:${blobId}`)
      return { blobId, size, sha256, sealedKey }
    },

    reopen({ blobId, sealedKey }) {
      return decryptChunks(secrets.open(sealedKey, `blob:${blobId}`), place.get(blobId))
    },

    discard: ({ blobId }) => place.remove(blobId),

    async record(tx, { blobId, size, sha256, sealedKey }) {
      await tx.insert(blobs).values({ id: blobId, sealedKey, size, sha256, createdAt: clock.now() })
    },

    async open(tx, blobId) {
      const [row] = await tx.select().from(blobs).where(eq(blobs.id, blobId))
      if (!row) throw notFound()
      const key = secrets.open(row.sealedKey, `blob:${blobId}`)
      const content = Readable.from(decryptChunks(key, place.get(blobId)), { objectMode: false })
      return { content, size: row.size }
    },

    async remove(tx, blobId) {
      await tx.delete(blobs).where(eq(blobs.id, blobId))
    },
  }
}

/** Deletes files older than a day that no row knows: removed ones and those of transactions that failed. */
export async function sweepUnknownFiles(
  database: Database,
  { place, clock }: { place: BlobPlace; clock: Clock },
): Promise<number> {
  const before = new Date(clock.now().getTime() - 86_400_000)
  return place.sweep(before, async (ids) => {
    if (ids.length === 0) return new Set()
    const known = await database.select({ id: blobs.id }).from(blobs).where(inArray(blobs.id, ids))
    return new Set(known.map((row) => row.id))
  })
}
