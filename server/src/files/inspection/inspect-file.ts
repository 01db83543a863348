import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileKind } from '@send/shared/forms/questions/file'
import { refusedReasons } from '@send/shared/submissions/file-lifecycle'
import { fewAtOnce } from '../../accounts/few-at-once.ts'
import { Refusal } from './refusal.ts'

type Child = ChildProcessByStdio<Writable, Readable, null>

const program = path.join(import.meta.dirname, 'inspection-process.ts')
const project = path.resolve(import.meta.dirname, '../../../..')
const patience = 60_000 // milliseconds
const mostMemory = 512 * 1024 * 1024
const pageBytes = 4096

/** What the process may do: read the code it runs. No files, no other processes, no settings. */
const permissions = [
  '--permission',
  ...['server', 'shared', 'node_modules', 'package.json'].map(
    (part) => `--allow-fs-read=${path.join(project, part)}`,
  ),
  '--allow-addons',
  '--disable-warning=SecurityWarning',
]

/** Each takes a good part of a core and some memory; whoever uploads meanwhile waits a moment. */
const inspections = fewAtOnce({ running: 2, waiting: 200 })

/**
 * Looks into a whole file of the kind that its first bytes say, in a process of its own with limits. `use` gets the
 * file written anew where it had to be, and undefined where it may be kept as it is; what it returns is returned.
 * Throws a Refusal for what may not be kept, also for a file at which the process ended or took too long.
 */
export function inspectFile<T>(
  kind: FileKind,
  content: AsyncIterable<Uint8Array>,
  use: (rewritten: AsyncIterable<Uint8Array> | undefined) => Promise<T>,
): Promise<T> {
  return inspections(async () => {
    const child = spawn(process.execPath, [...permissions, program, kind], {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const spawned = once(child, 'spawn')
    const ended = once(child, 'close')
    ended.catch(() => {}) // said by `spawned`
    await spawned
    const stopWatching = watch(child)
    try {
      const fed = feed(child, content)
      fed.catch(() => {}) // said below, after the verdict
      const verdict = await readVerdict(child)
      const answer = await use(verdict.rewritten ? whole(child, verdict.pieces) : undefined)
      await fed
      return answer
    } finally {
      stopWatching()
      child.kill('SIGKILL')
      await ended
    }
  })
}

/** Ends the process when it takes too long or too much. */
function watch(child: Child): () => void {
  const started = performance.now()
  const timer = setInterval(() => {
    if (performance.now() - started > patience || memoryOf(child) > mostMemory) child.kill('SIGKILL')
  }, 100)
  return () => clearInterval(timer)
}

/** Bytes that the process holds; 0 where the system does not say, as anywhere but on Linux. */
function memoryOf({ pid }: Child): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return 0
  }
}

/** Gives the file to the process; that it has seen enough is no failure, that the file cannot be read is one. */
async function feed(child: Child, content: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(content, { objectMode: false }), child.stdin)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

type Verdict = { rewritten: boolean; pieces: AsyncIterator<Buffer> }

/** Throws the refusal, or an error of ours when the process did not even begin. */
async function readVerdict(child: Child): Promise<Verdict> {
  const pieces = letters(child.stdout)
  if ((await pieces.next()).value?.toString() !== 's')
    throw new Error('The process that inspects files does not start.')
  const verdict = (await pieces.next()).value?.toString()
  if (verdict === 'k' || verdict === 'w') return { rewritten: verdict === 'w', pieces }
  let said = ''
  for (let piece = await pieces.next(); !piece.done && said.length < 100; piece = await pieces.next())
    said += piece.value.toString()
  throw new Refusal(refusedReasons.find((reason) => verdict === 'r' && reason === said) ?? 'damaged')
}

/** The first two bytes each by itself, then the stream as it comes. */
async function* letters(stream: Readable): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    let rest = piece
    for (; seen < 2 && rest.length > 0; seen += 1) {
      yield rest.subarray(0, 1)
      rest = rest.subarray(1)
    }
    if (rest.length > 0) yield rest
  }
}

/** The file written anew; refused when the process ended before it was whole. */
async function* whole(child: Child, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (child.exitCode !== 0) throw new Refusal('damaged')
}
