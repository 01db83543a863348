import type { PaperDocument } from '../../submissions/printing/paper-document.ts'

/** Stands for a character that no font of ours has a letter for: the sign that Unicode has for it. */
const missing = '\ufffd'
/** Of a word that may be too long for a line, and how many of its letters stay together. */
const longWord = /[^\s\u200b]{31,}/gu
const lettersTogether = 10
/** Where a word that is too long for a line may be broken; it is not seen and is no character of the word. */
const breakHere = '\u200b'

/** Characters that are not drawn, such as joiners and variation selectors: what shapes the letters knows them. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u
/** Of no use on paper and not allowed in a PDF/UA: control characters, noncharacters and what turns lines about. */
const unwanted = /[\p{Cc}\p{Cs}\u00ad\u202a-\u202e\u2066-\u2069\ufeff\p{Noncharacter_Code_Point}]/gu

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A paper in characters that can all be set, and whether some had to be replaced. */
export type PrintablePaper = PaperDocument & { lettersMissing: boolean }

/** Makes every text of a paper one that can be set with the fonts there are, and that no line is too short for. */
export function makePrintable(
  paper: PaperDocument,
  hasCharacter: (codePoint: number) => boolean,
): PrintablePaper {
  let lettersMissing = false
  function show(character: string): string {
    if (character === ' ' || invisible.test(character)) return character
    if (hasCharacter(character.codePointAt(0) ?? 0)) return character
    // Of the many kinds of space, those that no font has.
    if (/\s/.test(character)) return ' '
    lettersMissing = true
    return missing
  }
  function printText(text: string): string {
    const composed = text
      .normalize('NFC')
      .replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')
      .replaceAll(unwanted, '')
    const shown = Array.from(composed, show).join('')
    return shown.replaceAll(longWord, breakLongWord)
  }
  function printEvery(value: unknown): unknown {
    if (typeof value === 'string') return printText(value)
    if (Array.isArray(value)) return value.map(printEvery)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, printEvery(own)]))
  }
  const printable = printEvery(paper) as PaperDocument
  return { ...printable, lettersMissing }
}

function breakLongWord(word: string): string {
  const parts = Array.from(letters.segment(word), ({ segment }) => segment)
  return parts
    .map((part, index) => (index > 0 && index % lettersTogether === 0 ? breakHere + part : part))
    .join('')
}
