import type { FormattedBlock, FormattedPiece } from '@send/shared/forms/questions/formatted-text'
import type { Language } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import { fileStateInWords } from '../file-state-in-words.ts'
import type { OwnFile } from '../list-answers-read.ts'
import type { CopyBlock, CopyPiece } from './copy-document.ts'

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Lines of words as paragraphs: an empty line begins a new one, and lines that are indented stay so. */
export function blocksOfWords(words: string): CopyBlock[] {
  return words
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraphOf(linesOf(paragraph)))
}

/** A formatted answer as it is set on paper. */
export function blocksOfFormatted(blocks: FormattedBlock[]): CopyBlock[] {
  return blocks.map((block): CopyBlock => {
    switch (block.kind) {
      case 'paragraph':
        return paragraphOf(block.pieces)
      case 'bulletedList':
        return {
          kind: block.kind,
          items: block.items.map((item) => ({ blocks: blocksOfFormatted(item.blocks) })),
        }
      case 'numberedList':
        return {
          kind: block.kind,
          items: block.items.map(({ number, blocks: own }) => ({ number, blocks: blocksOfFormatted(own) })),
        }
    }
  })
}

/** The files of a question by name, each with what was said of it; its state is in the language of the reader. */
export function blocksOfFiles(files: OwnFile[], t: Translate, language: Language): CopyBlock[] {
  const items = files.map((file) => {
    const state = fileStateInWords(file, true, t)
    const pieces: CopyPiece[] = [{ kind: 'text', text: file.name }]
    if (file.description) pieces.push({ kind: 'lineBreak' }, ...linesOf(file.description))
    if (state) pieces.push({ kind: 'lineBreak' }, { kind: 'text', text: state.words, language })
    return { blocks: [paragraphOf(pieces)] }
  })
  return [{ kind: 'bulletedList', items }]
}

function linesOf(text: string): FormattedPiece[] {
  return text.split(/\r?\n/).flatMap((line, index): FormattedPiece[] => {
    // Spaces at the beginning of a line would not be set.
    const shown = line.replace(/^[ \t]+/, (spaces) => '\u00a0'.repeat(spaces.length)).trimEnd()
    const own: FormattedPiece[] = shown === '' ? [] : [{ kind: 'text', text: shown }]
    return index === 0 ? own : [{ kind: 'lineBreak' }, ...own]
  })
}

/** The first letter says in which direction a paragraph is read, as browsers have it with `dir="auto"`. */
function paragraphOf(pieces: CopyPiece[]): CopyBlock {
  const first = /\p{L}/u.exec(wordsOf(pieces))?.[0] ?? ''
  return { kind: 'paragraph', rightToLeft: rightToLeftLetter.test(first), pieces }
}

function wordsOf(pieces: CopyPiece[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text
        case 'lineBreak':
          return '\n'
        case 'strong':
        case 'emphasis':
          return wordsOf(piece.pieces)
      }
    })
    .join('')
}
