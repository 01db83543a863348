import { hashSeal, type Seal } from './seal.ts'
import { streamFile, type FileLine } from './seals-file.ts'

type Options = {
  file: string
  /** How much of the file counts; undefined when there is none. */
  bytes: number | undefined
  now: Date
  say: (sentence: string) => void
}

// A running server adds what its file lacks within seconds.
const patienceMs = 60_000

/** Compares the seals of the table, given in their order, with those of the file outside the database. */
export function createFileComparison({ file, bytes, now, say }: Options) {
  const lines = streamFile(file, bytes ?? 0)
  let held: FileLine | undefined
  let ended = false
  let firstMissing: Seal | undefined

  async function peek(): Promise<Seal | undefined> {
    while (!held && !ended) {
      const next = await lines.next()
      if (next.done) ended = true
      else if ('broken' in next.value) say(`Line ${next.value.broken} of the file of seals cannot be read.`)
      else held = next.value
    }
    return held && 'seal' in held ? held.seal : undefined
  }

  async function compare(seal: Seal): Promise<void> {
    for (let mine = await peek(); mine && mine.number < seal.number; mine = await peek()) {
      say(`The file of seals has seal ${mine.number}, the database does not: it was removed.`)
      held = undefined
    }
    const mine = await peek()
    if (mine?.number !== seal.number) {
      if (mine) say(`The file of seals lacks seal ${seal.number}.`)
      else firstMissing ??= seal
      return
    }
    held = undefined
    if (mine.hash !== seal.hash)
      say(`Seal ${seal.number} differs between the database and the file of seals.`)
    else if (mine.hash !== hashSeal(mine)) say(`Seal ${seal.number} was altered in the file of seals.`)
  }

  /** Tells what stands at the end of only one of both. */
  async function finish(last: Seal | undefined): Promise<void> {
    const mine = await peek()
    if (mine) {
      let newest = mine
      for (let next: Seal | undefined = mine; next; next = await peek()) {
        newest = next
        held = undefined
      }
      say(
        `The file of seals goes on to seal ${newest.number}, the database ends with ${last?.number ?? 'none'}: its end was cut off.`,
      )
    }
    if (!firstMissing) return
    if (bytes === undefined) say(`There is no file of seals at ${file}. Name it with AUDIT_SEALS_FILE.`)
    else if (now.getTime() - new Date(firstMissing.sealedAt).getTime() > patienceMs)
      say(
        `The file of seals ends before seal ${firstMissing.number}, the database goes on to ${last?.number ?? 'none'}: its end was cut off, or no server could write it.`,
      )
  }

  return { compare, finish }
}
