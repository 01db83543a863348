import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobPlace } from './blob-place.ts'
import { BlobStoreFull } from './blob-store.ts'

/** Files in a folder, spread over 256 subfolders; names are ids of ours, never a user's words. */
export function createDiskBlobPlace(folder: string): BlobPlace {
  return {
    put: (blobId, content) => writeDurably(folder, blobId, content),
    async *get(blobId) {
      // Opened with the first read: of what nobody comes to read nothing stays open.
      yield* createReadStream(pathOf(folder, blobId)) as AsyncIterable<Buffer>
    },
    remove: (blobId) => rm(pathOf(folder, blobId), { force: true }),
    async sweep(before, known) {
      let swept = 0
      for (const subfolder of await readdir(folder, { withFileTypes: true })) {
        if (!subfolder.isDirectory()) continue
        const names = await readdir(join(folder, subfolder.name))
        const ids = names.filter((name) => name.length === 36)
        // What is still coming in is known to nobody.
        const kept = subfolder.name === 'incoming' ? new Set<string>() : await known(ids)
        for (const name of names.filter((each) => !kept.has(each))) {
          const path = join(folder, subfolder.name, name)
          if ((await stat(path)).mtimeMs > before.getTime()) continue
          await rm(path, { force: true })
          swept += 1
        }
      }
      return swept
    },
  }
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
