import { fromMarkdown } from 'mdast-util-from-markdown'

/** Everything that a formatted text can be made of; there is no link, picture, heading or HTML among it. */
export type FormattedBlock =
  | { kind: 'paragraph'; pieces: FormattedPiece[] }
  | { kind: 'bulletedList'; items: FormattedItem[] }
  | { kind: 'numberedList'; items: (FormattedItem & { number: number })[] }
export type FormattedItem = { blocks: FormattedBlock[] }
export type FormattedPiece =
  | { kind: 'text'; text: string }
  | { kind: 'lineBreak' }
  | { kind: 'strong' | 'emphasis'; pieces: FormattedPiece[] }

type Tree = ReturnType<typeof fromMarkdown>
type FlowNode = Tree['children'][number]
type ListNode = Extract<FlowNode, { type: 'list' }>
type PhrasingNode = Extract<FlowNode, { type: 'paragraph' }>['children'][number]
type AnyNode = FlowNode | PhrasingNode | ListNode['children'][number]

/** What Markdown knows besides paragraphs, lists, bold and italic: it stays the letters that were typed. */
const switchedOff = [
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'hardBreakTrailing',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
]

// Far above what people write, and so low that the parser, which is quadratic in them, needs milliseconds.
const mostLines = 600
const mostItemLines = 200
const mostMarks = 400
const mostMarkLetters = 800
const mostNested = 3

const itemMark = String.raw`(?:[-*+]|\d{1,9}[.)])`
const itemLine = new RegExp(String.raw`^[ \t]*${itemMark}(?:\s|$)`, 'gm')
const nestedInOneLine = new RegExp(String.raw`^(?:[ \t]*${itemMark}(?=\s)){${mostNested}}`, 'm')
const farIndented = new RegExp(String.raw`^[ \t]{${mostNested * 4}}[ \t]*${itemMark}\s`, 'm')

/**
 * Reads a text with light marks: an empty line begins a paragraph, `- ` and `1. ` list items, `**bold**`, `_italic_`.
 * Everything else, and a text with more marks than anybody writes, comes back as the letters that were typed.
 */
export function readFormattedText(typed: string): FormattedBlock[] {
  const text = typed.replaceAll(/\r\n?/g, '\n')
  if (isExcessive(text)) return asTyped(text)
  const tree = fromMarkdown(text, { extensions: [{ disable: { null: switchedOff } }] })
  return blocksOf(tree.children, text)
}

function isExcessive(text: string): boolean {
  return (
    hasMore(text, /\n/g, mostLines) ||
    hasMore(text, itemLine, mostItemLines) ||
    hasMore(text, /\*+|_+/g, mostMarks) ||
    hasMore(text, /[*_]/g, mostMarkLetters) ||
    nestedInOneLine.test(text) ||
    farIndented.test(text)
  )
}

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0
  for (const _ of text.matchAll(pattern)) if (++count > most) return true
  return false
}

function asTyped(text: string): FormattedBlock[] {
  return text
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', pieces: linesOf(paragraph) }))
}

function blocksOf(nodes: FlowNode[], text: string): FormattedBlock[] {
  return nodes.flatMap((node): FormattedBlock[] => {
    if (node.type === 'paragraph') return [{ kind: 'paragraph', pieces: piecesOf(node.children, text) }]
    return node.type === 'list' ? listOf(node, text) : asTyped(typedOf(node, text))
  })
}

function listOf(list: ListNode, text: string): FormattedBlock[] {
  const marks = list.children.map((item) => /^(?:[-*]|(\d+)\.)(?=\s|$)/.exec(typedOf(item, text)))
  // `+ 5` and `1)` are how people also write a sum or a remark: nothing of it is taken away.
  if (marks.some((mark) => mark === null)) return asTyped(typedOf(list, text))
  const items = list.children.map((item) => ({ blocks: blocksOf(item.children, text) }))
  if (!list.ordered) return [{ kind: 'bulletedList', items }]
  // Numbers stay as they were typed: another sentence may speak of “number 5”.
  const numbered = items.map((item, index) => ({ ...item, number: Number(marks[index]?.[1]) }))
  return [{ kind: 'numberedList', items: numbered }]
}

function piecesOf(nodes: PhrasingNode[], text: string): FormattedPiece[] {
  return nodes.flatMap((node): FormattedPiece[] => {
    if (node.type === 'text') return linesOf(node.value)
    const typed = typedOf(node, text)
    // Four marks and more are a line to write on, such as `____`.
    if ((node.type !== 'strong' && node.type !== 'emphasis') || /^(?:\*{4}|_{4})/.test(typed)) {
      return linesOf(typed)
    }
    const pieces = piecesOf(node.children, text)
    const mark = node.type === 'strong' ? '**' : '_'
    if (typed.startsWith(mark)) return [{ kind: node.type, pieces }]
    // `2*3*4` and `__name__` mean what they say.
    const letters = { kind: 'text', text: typed.slice(0, mark.length) } as const
    return [letters, ...pieces, letters]
  })
}

function linesOf(text: string): FormattedPiece[] {
  return text
    .split('\n')
    .flatMap((line, index): FormattedPiece[] => [
      ...(index > 0 ? [{ kind: 'lineBreak' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ])
}

/** The letters that a part of the tree was read from. */
function typedOf({ position }: AnyNode, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
