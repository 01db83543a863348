import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { newestChange } from './build-portal.ts'
import { projectFolder } from './data-folder.ts'

const sources = [
  'desktop/src',
  'desktop/electron.vite.config.ts',
  'shared/src',
  'portal/src/forms',
  'portal/src/design',
]

/** Builds the client when its sources are newer than the last build. */
export async function buildDesktop(say: (line: string) => void): Promise<void> {
  const built = await newestChange(path.join(projectFolder, 'desktop/out/main/index.cjs'))
  const changes = await Promise.all(sources.map((source) => newestChange(path.join(projectFolder, source))))
  if (built > Math.max(...changes)) return
  say('Building the client…')
  const done = spawnSync('pnpm', ['--filter', '@send/desktop', 'build'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The client could not be built:\n${done.stdout}${done.stderr}`)
}
