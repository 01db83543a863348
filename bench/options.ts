import type { Row } from './row.ts'

export type BenchOptions = { rows: Row[]; json: boolean; keep: boolean }

/** Reads `ID… --json --keep`; throws a sentence for anything else. Without an ID all rows are meant, and kept. */
export function readOptions(words: string[], all: Row[]): BenchOptions {
  const flags = words.filter((word) => word.startsWith('-'))
  const ids = words.filter((word) => !word.startsWith('-'))
  const strange = flags.find((flag) => !['--json', '--keep'].includes(flag))
  if (strange) throw new Error(`“${strange}” is no option: there are --json and --keep.`)
  const known = all.map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown) throw new Error(`There is no row “${unknown}”. The rows are: ${known.join(', ')}.`)
  const json = flags.includes('--json')
  return {
    rows: ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id)),
    json,
    keep: flags.includes('--keep') || (ids.length === 0 && !json),
  }
}
