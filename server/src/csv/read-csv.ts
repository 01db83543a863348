import { parse } from 'csv-parse/sync'
import { findEncoding, readText, type CsvSource } from './find-encoding.ts'
import { splitRecords, type RecordText } from './split-records.ts'

/** A record of a file: the values by their column. With `problem` the line is not as CSV has it. */
export type CsvRecord<Column extends string> = {
  /** The number of its first line in the file, from 1. */
  line: number
  values: Record<Column, string>
  problem?: string
}

export type CsvFile<Column extends string> = {
  records: AsyncGenerator<CsvRecord<Column>>
  /** Headings that nobody asked for. */
  unknown: string[]
}

/** What is said of a line whose quotation mark has no end. */
export const neverClosed = 'a quotation mark is never closed'

/** Records that are parsed at once. */
const together = 500

/**
 * Opens a CSV file with the columns that are known; of these `required` must be there. Encodings, byte order marks,
 * separators (comma, semicolon, tab) and line ends are recognised. Empty lines are left out; every other line is
 * given once. Throws a sentence when the headings are not right.
 */
export async function openCsv<Column extends string>(
  source: CsvSource,
  known: readonly Column[],
  required: readonly Column[],
): Promise<CsvFile<Column>> {
  let delimiter = ','
  const texts = splitRecords(readText(source, await findEncoding(source)), () => delimiter)
  const heading = await texts.next()
  if (heading.done) throw new Error('The file is empty.')
  delimiter = findDelimiter(heading.value.text)
  const headings = parseText(heading.value.text, delimiter).map(foldHeading)
  requireHeadings(headings, required)
  const unknown = headings.filter((name) => name !== '' && !(known as readonly string[]).includes(name))
  return { unknown, records: readRecords(texts, { headings, known, delimiter }) }
}

type Shape<Column extends string> = { headings: string[]; known: readonly Column[]; delimiter: string }

async function* readRecords<Column extends string>(
  texts: AsyncGenerator<RecordText>,
  shape: Shape<Column>,
): AsyncGenerator<CsvRecord<Column>> {
  let waiting: RecordText[] = []
  for await (const text of texts) {
    if (text.text.trim() !== '') waiting.push(text)
    if (waiting.length < together) continue
    yield* parseTogether(waiting, shape)
    waiting = []
  }
  yield* parseTogether(waiting, shape)
}

function* parseTogether<Column extends string>(
  texts: RecordText[],
  shape: Shape<Column>,
): Generator<CsvRecord<Column>> {
  const sound = texts.filter(({ open }) => !open)
  const parsed = parseRows(sound.map(({ text }) => text).join('\n'), shape.delimiter)
  // Should the parser and the splitter differ, each record is parsed by itself.
  const rows =
    parsed.length === sound.length ? parsed : sound.map(({ text }) => parseText(text, shape.delimiter))
  let next = 0
  for (const { line, text, open } of texts) {
    if (open) {
      const cells = text.replaceAll('"', '').split(shape.delimiter)
      yield { ...assign(line, cells, shape), problem: neverClosed }
    } else {
      yield assign(line, rows[next] ?? [], shape)
      next += 1
    }
  }
}

function assign<Column extends string>(
  line: number,
  cells: string[],
  { headings, known }: Shape<Column>,
): CsvRecord<Column> {
  const entries = known.map((column) => [column, (cells[headings.indexOf(column)] ?? '').trim()])
  const values = Object.fromEntries(entries) as Record<Column, string>
  if (cells.length === headings.length) return { line, values }
  return { line, values, problem: `it has ${cells.length} values, and the heading has ${headings.length}` }
}

function parseText(text: string, delimiter: string): string[] {
  return parseRows(text, delimiter)[0] ?? []
}

function parseRows(text: string, delimiter: string): string[][] {
  if (text === '') return []
  return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: '\n' })
}

function findDelimiter(heading: string): string {
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }))
  return counted.reduce((most, other) => (other.count > most.count ? other : most)).mark
}

function foldHeading(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

function requireHeadings(headings: string[], required: readonly string[]): void {
  const missing = required.filter((name) => !headings.includes(name))
  if (missing.length > 0) throw new Error(`The heading lacks ${missing.join(', ')}.`)
  const twice = headings.find((name, place) => name !== '' && headings.indexOf(name) !== place)
  if (twice !== undefined) throw new Error(`The heading names ${twice} twice.`)
}
