import { spawn } from 'node:child_process'
import path from 'node:path'
import { projectFolder } from '../../data-folder.ts'
import type { Ground } from './ground.ts'

/**
 * Gives a school’s file to the command that takes it in. Where milliseconds are named, it is killed so long after the
 * first line that it tells of. True when it ended well.
 */
export function importSchoolFile(
  { stack }: Pick<Ground, 'stack'>,
  file: string,
  killAfter?: number,
): Promise<boolean> {
  const script = path.join(projectFolder, 'scripts/send.ts')
  const environment = { ...process.env, DATABASE_URL: stack.appUrl, DATABASE_OWNER_URL: stack.ownerUrl }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, 'incoming', 'import', file], { env: environment })
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', () => {
      if (killAfter !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.stderr.resume()
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}
