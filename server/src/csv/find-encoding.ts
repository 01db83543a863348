import { createReadStream } from 'node:fs'

/** The path of a file, or the bytes of one that is small. */
export type CsvSource = string | Buffer

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * How the letters of a file are written: as its first bytes say, else UTF-8 when the whole of it is, else as
 * older Windows programs write. Spreadsheets save all four.
 */
export async function findEncoding(source: CsvSource): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let first = true
  for await (const bytes of openSource(source)) {
    const wide = first ? findWide(bytes) : undefined
    if (wide) return wide
    first = false
    try {
      utf8.decode(bytes, { stream: true })
    } catch {
      return 'windows-1252'
    }
  }
  try {
    utf8.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** UTF-16 by its mark, or because every other byte of the first ones is empty. */
function findWide(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const begin = bytes.subarray(0, 64)
  const empty = (parity: number) => begin.filter((byte, place) => place % 2 === parity && byte === 0).length
  if (empty(1) > begin.length / 4) return 'utf-16le'
  return empty(0) > begin.length / 4 ? 'utf-16be' : undefined
}

/** The text of a file in pieces, without its byte order mark. */
export async function* readText(source: CsvSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of openSource(source)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

function openSource(source: CsvSource): AsyncIterable<Buffer> | Buffer[] {
  return typeof source === 'string' ? (createReadStream(source) as AsyncIterable<Buffer>) : [source]
}
