import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq, inArray } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/client.ts'
import { notFound } from '../errors.ts'
import type { SecretBox } from '../secret-box.ts'
import { BlobStoreFull, BlobTooLarge, type BlobStore } from './blob-store.ts'
import { decryptChunks, encryptChunks } from './chunk-cipher.ts'
import { blobs } from './tables.ts'

type DiskOptions = { folder: string; secrets: SecretBox; clock: Clock }

/** Files in a folder, spread over 256 subfolders; names are ids of ours, never a user's words. */
export function createDiskBlobStore({ folder, secrets, clock }: DiskOptions): BlobStore {
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
      await writeDurably(folder, blobId, encryptChunks(key, measured()))
      const sha256 = hash.digest('hex')
      const sealedKey = secrets.seal(key, `blob:${blobId}`)
      return { blobId, size, sha256, sealedKey }
    },

    reopen({ blobId, sealedKey }) {
      const key = secrets.open(sealedKey, `blob:${blobId}`)
      return decryptChunks(key, createReadStream(pathOf(folder, blobId)))
    },

    async discard({ blobId }) {
      await rm(pathOf(folder, blobId), { force: true })
    },

    async record(tx, { blobId, size, sha256, sealedKey }) {
      await tx.insert(blobs).values({ id: blobId, sealedKey, size, sha256, createdAt: clock.now() })
    },

    async open(tx, blobId) {
      const [row] = await tx.select().from(blobs).where(eq(blobs.id, blobId))
      if (!row) throw notFound()
      const key = secrets.open(row.sealedKey, `blob:${blobId}`)
      const encrypted = createReadStream(pathOf(folder, blobId))
      return { content: Readable.from(decryptChunks(key, encrypted), { objectMode: false }), size: row.size }
    },

    async remove(tx, blobId) {
      await tx.delete(blobs).where(eq(blobs.id, blobId))
    },
  }
}

/** Deletes files older than a day that no row knows: removed ones and those of transactions that failed. */
export async function sweepUnknownFiles(database: Database, { folder, clock }: DiskOptions): Promise<number> {
  const before = clock.now().getTime() - 86_400_000
  let swept = 0
  for (const subfolder of await readdir(folder, { withFileTypes: true })) {
    if (!subfolder.isDirectory()) continue
    const names = await readdir(join(folder, subfolder.name))
    const ids = names.filter((name) => name.length === 36)
    const known = ids.length
      ? await database.select({ id: blobs.id }).from(blobs).where(inArray(blobs.id, ids))
      : []
    const kept = new Set(subfolder.name === 'incoming' ? [] : known.map((row) => row.id))
    for (const name of names.filter((each) => !kept.has(each))) {
      const path = join(folder, subfolder.name, name)
      if ((await stat(path)).mtimeMs > before) continue
      await rm(path, { force: true })
      swept += 1
    }
  }
  return swept
}

/** Bytes, then name, each on the disk before the next step: a power cut leaves the whole file or none. */
async function writeDurably(folder: string, blobId: string, content: AsyncIterable<Buffer>): Promise<void> {
  const incoming = join(folder, 'incoming')
  const target = pathOf(folder, blobId)
  const temporary = join(incoming, blobId)
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const made = await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
    if (made) await syncFolder(folder)
    const file = await open(temporary, 'wx', 0o600)
    try {
      for await (const chunk of content) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
    await syncFolder(join(target, '..'))
  } catch (error) {
    await rm(temporary, { force: true })
    throw isFull(error) ? new BlobStoreFull(error) : error
  }
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT'
}

function pathOf(folder: string, blobId: string): string {
  return join(folder, blobId.slice(-2), blobId)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
