import { readdir, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Ground } from './ground.ts'

type FilesFound = {
  faults: string[]
  /** Files on the disk that no row knows: a kill may leave them, a sweep must take them away. */
  orphans: string[]
}

/** Holds the rows of files against the disk: a row without its bytes is a fault at any moment. */
export async function checkFiles(ground: Ground): Promise<FilesFound> {
  const rows = await ground.sql<{ id: string }[]>`select id from blobs`
  const loose = await ground.sql<{ id: string }[]>`
    select id from blobs where not exists (select from submission_files where blob_id = blobs.id)
      and not exists (select from upload_parts where blob_id = blobs.id)`
  const onDisk = await listFiles(ground)
  const whole = new Set(onDisk.filter(({ folder }) => folder !== 'incoming').map(({ name }) => name))
  const known = new Set(rows.map(({ id }) => id))
  return {
    faults: [
      ...rows.filter(({ id }) => !whole.has(id)).map(({ id }) => `the row of file ${id} has no bytes`),
      ...loose.map(({ id }) => `the row of file ${id} belongs to no form`),
    ],
    orphans: onDisk
      .filter(({ folder, name }) => folder === 'incoming' || !known.has(name))
      .map(({ full }) => full),
  }
}

/** Makes every file look two days old, so that the next sweep takes what no row knows. */
export async function ageFiles(ground: Ground): Promise<void> {
  const then = new Date(Date.now() - 2 * 86_400_000)
  for (const { full } of await listFiles(ground)) await utimes(full, then, then)
}

async function listFiles(ground: Ground): Promise<{ folder: string; name: string; full: string }[]> {
  const root = path.join(ground.folder, 'data/files')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({
      folder: path.basename(parentPath),
      name,
      full: path.join(parentPath, name),
    }))
}
