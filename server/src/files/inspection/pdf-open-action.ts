import { findObjects, packedObjects, undoEscapes } from './pdf-objects.ts'

/** Enough for an action that stands where it is named. */
const longestAction = 2000
/** One for each time that a document was saved on; each may cost a search of the whole. */
const mostActions = 20

/** Whether all that the document does by itself when it is opened is to show a page of its own (ISO 32000, 12.6.4). */
export function opensQuietly(bytes: Buffer, text: string): boolean {
  let actions = 0
  for (const part of textsOf(bytes, text)) {
    for (const { index } of part.matchAll(/\/(?:O|#4f)(?:p|#70)[\w#]{7,30}/gi)) {
      const after = part.slice(index, index + longestAction).replace(/^\/[\w#]+/, undoEscapes)
      const value = /^\/OpenAction(?!\w)[\s\0]*(.*)$/s.exec(after)?.[1]
      if (value === undefined) continue
      actions += 1
      if (actions > mostActions || !isQuiet(value, bytes, text)) return false
    }
  }
  return true
}

function* textsOf(bytes: Buffer, text: string): Generator<string> {
  yield text
  for (const packed of packedObjects(bytes, text)) yield packed.text
}

function isQuiet(value: string, bytes: Buffer, text: string): boolean {
  const number = /^(\d{1,10})[\s\0]+\d+[\s\0]+R/.exec(value)?.[1]
  // A place in the document itself.
  if (value.startsWith('[')) return true
  if (number === undefined) return showsPage(value.slice(0, endOfDictionary(value)))
  const meant = [...findObjects(bytes, text, String(Number(number)))]
  return meant.length > 0 && meant.every(showsPage)
}

function showsPage(action: string): boolean {
  const kinds = [...action.matchAll(/\/S[\s\0]*\/([\w#]+)/g)].map((match) => undoEscapes(match[1] ?? ''))
  const names = [...action.matchAll(/\/([\w#]+)/g)].map((match) => undoEscapes(match[1] ?? ''))
  return kinds.every((kind) => kind === 'GoTo') && !names.includes('URI') && !names.includes('Next')
}

/** Where the dictionary at the start of a text ends; its end where it does not. */
function endOfDictionary(text: string): number {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/<<|>>/g)) {
    depth += mark === '<<' ? 1 : -1
    if (depth === 0) return index
  }
  return text.length
}
