import type { Language } from '@send/shared/texts/language'

/** In which letters a copy is set: 12 points, or 18 for large print. */
export type PrintSize = 'standard' | 'large'

/** A stretch of words; `language` where it is another than that of what stands around it. */
type CopyText = { kind: 'text'; text: string; language?: Language }
export type CopyPiece =
  CopyText | { kind: 'lineBreak' } | { kind: 'strong' | 'emphasis'; pieces: CopyPiece[] }
/** What an answer is made of; a paragraph may run from right to left. */
export type CopyBlock =
  | { kind: 'paragraph'; rightToLeft: boolean; pieces: CopyPiece[] }
  | { kind: 'bulletedList'; items: { blocks: CopyBlock[] }[] }
  | { kind: 'numberedList'; items: { number: number; blocks: CopyBlock[] }[] }

type CopyRow = { question: string; answer: CopyBlock[] }
type CopyPart = { title: string | null; rows: CopyRow[] }
type CopyPage = { title: string; parts: CopyPart[] }

/** Words around the form, in the language of its reader; `{page}` and `{pages}` are put in when it is set. */
type CopyWords = { caption: string; sent: string; page: string; notShown: string }

/** Everything that is on the paper, and nothing else: what makes a PDF of it knows no form and nobody. */
export type CopyDocument = {
  kind: 'copy'
  size: PrintSize
  language: Language
  formLanguage: Language
  title: string
  reference: string
  /** When the form was sent, in seconds since 1970: a copy that is made again is the same file. */
  madeAt: number
  words: CopyWords
  pages: CopyPage[]
}
