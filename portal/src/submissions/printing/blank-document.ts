import type { Language } from '@send/shared/texts/language'
import type { CopyBlock, PrintSize } from './copy-document.ts'

/** Boxes for one letter each, with what they are for. */
export type LetterBoxes = { label: string | null; count: number }
/** Room to answer by hand; `label` is what of the answer goes there. */
export type AnswerSpace =
  | { kind: 'lines'; label: string | null; lines: number }
  | { kind: 'letters'; label: string | null; boxes: LetterBoxes[] }
  | { kind: 'ticks'; label: string | null; options: string[] }
  | { kind: 'words'; blocks: CopyBlock[] }

export type BlankQuestion = {
  question: string
  /** When it is to be answered at all. */
  onlyIf: string | null
  help: CopyBlock[]
  spaces: AnswerSpace[]
  /** Of a question that is answered for each of several things, a few copies of its questions. */
  copies: { title: string; questions: BlankQuestion[] }[]
}
type BlankPart = {
  title: string | null
  onlyIf: string | null
  guidance: CopyBlock[]
  questions: BlankQuestion[]
}
type BlankPage = { title: string; onlyIf: string | null; guidance: CopyBlock[]; parts: BlankPart[] }

type BlankWords = {
  caption: string
  how: string
  instructions: string[]
  received: string
  page: string
}

/** A form to be filled in by hand, with everything that stands on the paper. */
export type BlankDocument = {
  kind: 'blank'
  size: PrintSize
  language: Language
  formLanguage: Language
  title: string
  /** Which form in which version: it stands at the foot of each page. */
  name: string
  /** When the version was published, in seconds since 1970. */
  madeAt: number
  words: BlankWords
  guidance: CopyBlock[]
  receivedBoxes: LetterBoxes[]
  pages: BlankPage[]
  /** Where it is sent; null where the authority has named no address. */
  sendTo: { title: string; text: string; address: readonly string[] } | null
  /** What becomes of what somebody writes. */
  privacy: { title: string; parts: { title: string; text: string }[] }
}
