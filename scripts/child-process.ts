import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type RunningProcess = { child: ChildProcess; kill(): Promise<void>; stop(): Promise<void> }

type Options = {
  name: string
  file: string
  environment: Record<string, string>
  /** Answers once the process serves. */
  readyUrl: string
  output: (line: string) => void
}

/** Starts a Node process of ours and waits until it answers; throws what it said when it ends before. */
export async function startProcess({
  name,
  file,
  environment,
  readyUrl,
  output,
}: Options): Promise<RunningProcess> {
  let said = ''
  const child = spawn(
    process.execPath,
    ['--import', path.join(import.meta.dirname, 'end-with-parent.ts'), file],
    {
      env: { ...cleanEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
      output(chunk.toString())
    })
  }
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The ${name} did not start:\n${said}`)
    if (await answers(readyUrl)) return control(child)
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The ${name} did not answer at ${readyUrl} within a minute:\n${said}`)
}

function control(child: ChildProcess): RunningProcess {
  return { child, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  await Promise.race([ended, wait(10_000, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await ended
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  )
}

/** Our own settings must come from the caller alone, or a test would inherit those of a running trial. */
function cleanEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TZ, LANG, NODE_COMPILE_CACHE } = process.env
  return { PATH, HOME, TZ, LANG, NODE_COMPILE_CACHE }
}
