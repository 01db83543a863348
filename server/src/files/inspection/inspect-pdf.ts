import { endsLikeZip } from './ends-like-zip.ts'
import { packedObjects, undoEscapes } from './pdf-objects.ts'
import { opensQuietly } from './pdf-open-action.ts'
import { Refusal } from './refusal.ts'

/** What a PDF says of itself when it runs, starts, fetches, sends or holds something (ISO 32000, 12.6 and 7.11). */
const activeNames = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
  'GoToR',
])

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
  for (const objects of packedObjects(bytes, text)) inspectNames(objects.text)
  if (!opensQuietly(bytes, text)) throw new Refusal('activeContent')
}

function inspectNames(text: string): void {
  const value = /[\s\0]*[[%\d<]/y
  for (const { 0: whole, 1: raw = '', index } of text.matchAll(/\/([\w#]{3,60})/g)) {
    const name = undoEscapes(raw)
    if (activeNames.has(name)) throw new Refusal('activeContent')
    if (name === 'Encrypt') throw new Refusal('locked')
    if (name !== 'XFA') continue
    // Three letters stand by chance in the pixels of many a long scan: only before a value are they a name.
    value.lastIndex = index + whole.length
    if (value.test(text)) throw new Refusal('activeContent')
  }
}
