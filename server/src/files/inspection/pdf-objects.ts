import { constants, inflateSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

/** Bytes of all object streams of a document together, unpacked. */
const mostObjectBytes = 64 * 1024 * 1024

type PackedObjects = { text: string; dictionary: string }

/** The object streams of a document, unpacked (ISO 32000, 7.5.7). */
export function* packedObjects(bytes: Buffer, text: string): Generator<PackedObjects> {
  let left = mostObjectBytes
  for (const { dictionary, start } of objectStreams(text)) {
    const unpacked = unpackObjects(bytes.subarray(start), dictionary, left)
    left -= unpacked.length
    yield { text: unpacked.toString('latin1'), dictionary }
  }
}

/** Every object of this number that stands in the document, plain or packed: each later one stands for the earlier. */
export function* findObjects(bytes: Buffer, text: string, number: string): Generator<string> {
  const heads = new RegExp(`(?<!\\d)0*${number}[\\s\\0]+\\d+[\\s\\0]+obj\\b`, 'g')
  for (const { 0: head, index } of text.matchAll(heads)) {
    const end = text.indexOf('endobj', index)
    yield text.slice(index + head.length, end === -1 ? undefined : end)
  }
  for (const { text: packed, dictionary } of packedObjects(bytes, text)) {
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0)
    const table = packed
      .slice(0, first)
      .trim()
      .split(/[\s\0]+/)
      .map(Number)
    for (let at = 0; at + 1 < table.length; at += 2) {
      if (table[at] !== Number(number)) continue
      const [from = 0, to] = [table[at + 1], table[at + 3]]
      yield packed.slice(first + from, to === undefined ? undefined : first + to)
    }
  }
}

/** A name as it is read: its letters may be written as numbers. */
export function undoEscapes(name: string): string {
  if (!name.includes('#')) return name
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The streams that hold objects; `start` is where their bytes begin. */
function* objectStreams(text: string): Generator<{ dictionary: string; start: number }> {
  let objectAt = 0
  for (const { 0: word, index } of text.matchAll(/\bobj\b|stream(\r\n|\n|\r)/g)) {
    if (word !== 'obj' && text.slice(index - 3, index) !== 'end') {
      const dictionary = text.slice(objectAt, index).replace(/\/[\w#]+/g, undoEscapes)
      if (/\/ObjStm\b/.test(dictionary)) yield { dictionary, start: index + word.length }
    }
    // From here on, so that nothing is looked at twice, however many such words there are.
    objectAt = index
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
