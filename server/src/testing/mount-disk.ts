import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type SmallDisk = { folder: string; unmount(): Promise<void> }

/** A disk of 2 MB; undefined where this machine lets nobody make one, as anywhere but as root on Linux. */
export async function mountSmallDisk(): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-full-disk-'))
  const { status } = spawnSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
  if (status !== 0) {
    await rm(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    async unmount() {
      spawnSync('/usr/bin/umount', [folder])
      await rm(folder, { recursive: true })
    },
  }
}
