import { spawnSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from './data-folder.ts'

const sources = [
  'portal/src',
  'portal/public',
  'shared/src',
  'pnpm-lock.yaml',
  'portal/vite.config.ts',
  'portal/vite.scripts.config.ts',
]

/** Builds the portal's pages when their sources are newer than the last build. */
export async function buildPortal(say: (line: string) => void): Promise<void> {
  const built = await newestChange(path.join(projectFolder, 'portal/build/server/index.js'))
  const changes = await Promise.all(sources.map((source) => newestChange(path.join(projectFolder, source))))
  if (built > Math.max(...changes)) return
  say('Building the portal…')
  const done = spawnSync('pnpm', ['--filter', '@send/portal', 'build'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The portal could not be built:\n${done.stdout}${done.stderr}`)
}

/** When the newest file in a folder (or the file itself) changed, in milliseconds since 1970; 0 when missing. */
export async function newestChange(place: string): Promise<number> {
  const found = await stat(place).catch(() => undefined)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const names = await readdir(place)
  return Math.max(0, ...(await Promise.all(names.map((name) => newestChange(path.join(place, name))))))
}
