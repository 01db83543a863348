import { constants, inflateSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

/** What a PDF says of itself when it runs, starts, sends or holds something (ISO 32000, 12.6 and 7.11). */
const activeNames = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'GoToE',
  'XFA',
])

/** Bytes of all object streams of a document together, unpacked. */
const mostObjectBytes = 64 * 1024 * 1024

/**
 * Refuses a PDF that can do more than be read, or that hides what it can do. Names are looked for in the whole file
 * and in its packed object streams, with their escapes undone; a packing that is not understood is refused.
 */
export function inspectPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1')
  if (!/^[\s\0]*%PDF-\d/.test(text.slice(0, 1024).replace('\u00ef\u00bb\u00bf', '')))
    throw new Refusal('notWhatItSays')
  if (endsLikeZip(bytes)) throw new Refusal('notWhatItSays')
  inspectNames(text)
  let left = mostObjectBytes
  for (const { dictionary, start } of objectStreams(text)) {
    const unpacked = unpackObjects(bytes.subarray(start), dictionary, left)
    left -= unpacked.length
    inspectNames(unpacked.toString('latin1'))
  }
}

function inspectNames(text: string): void {
  for (const [, raw = ''] of text.matchAll(/\/([\w#]{3,60})/g)) {
    const name = undoEscapes(raw)
    if (activeNames.has(name)) throw new Refusal('activeContent')
    if (name === 'Encrypt') throw new Refusal('locked')
  }
}

function undoEscapes(name: string): string {
  if (!name.includes('#')) return name
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The streams that hold objects; `start` is where their bytes begin. */
function* objectStreams(text: string): Generator<{ dictionary: string; start: number }> {
  let objectAt = 0
  for (const { 0: word, index } of text.matchAll(/\bobj\b|stream(\r\n|\n|\r)/g)) {
    if (word === 'obj') objectAt = index
    else if (text.slice(index - 3, index) !== 'end') {
      const dictionary = text.slice(objectAt, index).replace(/\/[\w#]+/g, undoEscapes)
      if (/\/ObjStm\b/.test(dictionary)) yield { dictionary, start: index + word.length }
    }
  }
}

function unpackObjects(packed: Buffer, dictionary: string, mostBytes: number): Buffer {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.replace(/[[\]\s]/g, '')
  if (filter === undefined && !dictionary.includes('/Filter')) {
    const end = packed.indexOf('endstream')
    return packed.subarray(0, end === -1 ? packed.length : end)
  }
  if (filter !== '/FlateDecode' || dictionary.includes('/Predictor')) throw new Refusal('locked')
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(tooLarge ? 'tooMuchInside' : 'damaged')
  }
}

/** A zip is read from its end and a PDF from its start, so that one file can be both. */
function endsLikeZip(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  return at !== -1 && at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length
}
