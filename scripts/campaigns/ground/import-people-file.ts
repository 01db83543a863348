import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectFolder } from '../../data-folder.ts'
import type { Ground } from './ground.ts'

/** What the command that takes in people said and took. */
export type Imported = {
  ended: boolean
  /** What was said of a line, by its number. */
  refused: Map<number, string>
  /** Lines that were refused twice. */
  doubled: number[]
  /** The last line: what became of all. */
  summary: string
  /** The most memory that the process had, in megabytes. */
  megabytes: number
  seconds: number
}

/** Gives a file of people to the command that takes it in, and kills it once `isTime` says so. */
export async function importPeopleFile(
  { stack }: Pick<Ground, 'stack'>,
  words: string[],
  isTime?: () => Promise<boolean>,
): Promise<Imported> {
  const script = path.join(projectFolder, 'scripts/send.ts')
  const environment = { ...process.env, DATABASE_URL: stack.appUrl, DATABASE_OWNER_URL: stack.ownerUrl }
  const started = performance.now()
  const child = spawn(process.execPath, [script, 'people', 'import', ...words], { env: environment })
  child.stderr.resume()
  const done: Imported = {
    ended: false,
    refused: new Map(),
    doubled: [],
    summary: '',
    megabytes: 0,
    seconds: 0,
  }
  createInterface({ input: child.stdout }).on('line', (said) => {
    const [, number, why] = /^line (\d+): refused: (.*)$/.exec(said) ?? []
    if (number === undefined || why === undefined) done.summary = said
    else {
      if (done.refused.has(Number(number))) done.doubled.push(Number(number))
      done.refused.set(Number(number), why)
    }
  })
  async function look(): Promise<void> {
    done.megabytes = Math.max(done.megabytes, await readMemory(child.pid))
    if (await isTime?.()) child.kill('SIGKILL')
  }
  const watch = setInterval(() => void look(), 200)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(watch)
  done.ended = code === 0
  done.seconds = Math.round((performance.now() - started) / 1000)
  return done
}

/** The most that a process has had, in megabytes; 0 where it has ended or the system does not tell. */
async function readMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000)
}
