import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Seal } from './seal.ts'

/** Says that the chain goes on after seal `after` in a new era; what the file names beyond it was given up. */
const EraLine = z.strictObject({
  newEra: z.int().min(2),
  after: z.int().min(0),
  /** Of seal `after`. */
  hash: z.string(),
  at: z.string(),
})
type EraLine = z.infer<typeof EraLine>

const Line = z.union([Seal, EraLine])

/** Where the file ends: the newest seal it stands for, 0 for none. */
export type FileEnd = { number: number; hash: string; era: number }

const tailBytes = 8192 // several lines; one has less than 700 bytes

/** The end of the file, after taking away half a line that a killed process left; none when there is no file. */
export async function readFileEnd(file: string): Promise<FileEnd | undefined> {
  const handle = await open(file, 'r+').catch(ignoreMissing)
  if (!handle) return undefined
  try {
    const lines = await readLastLines(handle)
    const text = lines.at(-1)
    if (text === undefined) return undefined
    const line = parseLine(text)
    if (!line) throw new Error(`The last line of ${file} is not a seal.`)
    return 'newEra' in line
      ? { number: line.after, hash: line.hash, era: line.newEra }
      : { number: line.number, hash: line.hash, era: line.era }
  } finally {
    await handle.close()
  }
}

async function readLastLines(handle: FileHandle): Promise<string[]> {
  const { size } = await handle.stat()
  const start = Math.max(0, size - tailBytes)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
  const tail = buffer.subarray(0, bytesRead)
  const whole = tail.lastIndexOf(0x0a) + 1
  if (start + whole < size) await handle.truncate(start + whole)
  return tail.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
}

/** Appends lines and waits until they are on the disk. */
export async function appendLines(file: string, lines: (Seal | EraLine)[]): Promise<void> {
  if (lines.length === 0) return
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The size of the file in bytes; undefined when there is none. */
export async function findFileSize(file: string): Promise<number | undefined> {
  const handle = await open(file, 'r').catch(ignoreMissing)
  if (!handle) return undefined
  const { size } = await handle.stat()
  await handle.close()
  return size
}

export type FileLine = { seal: Seal } | { broken: number }

/**
 * The seals that the first `bytes` of the file stand for, in its order; seals that a new era gave up are left
 * out, a line that is none is told by its number.
 */
export async function* streamFile(file: string, bytes: number): AsyncGenerator<FileLine> {
  if (bytes === 0) return
  const marks: { at: number; after: number }[] = []
  for await (const { line, at } of readLines(file, bytes))
    if (line && 'newEra' in line) marks.push({ at, after: line.after })
  for await (const { line, at } of readLines(file, bytes)) {
    if (!line) yield { broken: at }
    else if (!('newEra' in line)) {
      const givenUp = marks.some((mark) => mark.at > at && mark.after < line.number)
      if (!givenUp) yield { seal: line }
    }
  }
}

async function* readLines(
  file: string,
  bytes: number,
): AsyncGenerator<{ line: Seal | EraLine | undefined; at: number }> {
  let at = 0
  const lines = createInterface({ input: createReadStream(file, { end: bytes - 1 }), crlfDelay: Infinity })
  for await (const text of lines) {
    at += 1
    yield { line: parseLine(text), at }
  }
}

function parseLine(text: string): Seal | EraLine | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
