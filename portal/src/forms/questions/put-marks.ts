/** A text with the part of it that is selected. */
export type Selected = { text: string; start: number; end: number }

/** What takes the place of the letters from `from` to `to`, and what of it is selected then. */
export type MarkEdit = { from: number; to: number; put: string; start: number; end: number }

export type Mark = 'bold' | 'italic' | 'bullets' | 'numbers'

const around = { bold: '**', italic: '_' } as const

/** Puts a mark around or before what is selected, or takes it away where it stands already. */
export function putMark(mark: Mark, selected: Selected): MarkEdit {
  return mark === 'bold' || mark === 'italic'
    ? wrap(around[mark], selected)
    : markLines(mark === 'bullets', selected)
}

function wrap(mark: string, { text, start, end }: Selected): MarkEdit {
  const { length } = mark
  if (
    text.slice(start - length, start) === mark &&
    text.slice(end, end + length) === mark &&
    start >= length
  ) {
    const put = text.slice(start, end)
    return { from: start - length, to: end + length, put, start: start - length, end: end - length }
  }
  // A mark that stands beside a space means nothing: spaces selected with a word stay outside.
  const inner = text.slice(start, end)
  const word = inner.trim() || inner
  const from = start + inner.indexOf(word)
  const to = from + word.length
  const lines = word.split('\n').map((line, index) => bareLine(line, index > 0 || isLineStart(text, from)))
  const marked = lines.every(({ bare }) => bare === '' || isMarked(mark, bare))
  // A mark goes neither over the end of a line nor around the beginning of an item of a list.
  if (word.trim() !== '' && (marked || lines.length > 1 || lines[0]?.item)) {
    const put = lines
      .map(({ item, bare }) => item + (marked ? unmark(mark, bare) : addMark(mark, bare)))
      .join('\n')
    return { from, to, put, start: from, end: from + put.length }
  }
  const put = `${mark}${word}${mark}`
  return { from, to, put, start: from + length, end: to + length }
}

function isLineStart(text: string, place: number): boolean {
  return place === 0 || text[place - 1] === '\n'
}

/** A line without the letters that make it an item of a list, and those letters. */
function bareLine(line: string, isWhole: boolean): { item: string; bare: string } {
  const item = isWhole ? (/^\s*(?:(?:[-*]|\d+\.)\s+)?/.exec(line)?.[0] ?? '') : ''
  return { item, bare: line.slice(item.length).trimEnd() }
}

function isMarked(mark: string, bare: string): boolean {
  return bare.length > 2 * mark.length && bare.startsWith(mark) && bare.endsWith(mark)
}

function unmark(mark: string, bare: string): string {
  return bare.slice(mark.length, bare.length - mark.length)
}

function addMark(mark: string, bare: string): string {
  return bare === '' || isMarked(mark, bare) ? bare : `${mark}${bare}${mark}`
}

function markLines(bulleted: boolean, { text, start, end }: Selected): MarkEdit {
  const from = text.slice(0, start).lastIndexOf('\n') + 1
  const until = text.indexOf('\n', Math.max(start, end - 1))
  const to = until === -1 ? text.length : until
  const lines = text.slice(from, to).split('\n')
  const own = bulleted ? /^- / : /^\d+\. /
  const marked = lines.every((line) => own.test(line))
  const put = lines
    .map((line, index) => {
      const bare = line.replace(/^(?:- |\d+\. )/, '')
      return marked ? bare : `${bulleted ? '- ' : `${index + 1}. `}${bare}`
    })
    .join('\n')
  return { from, to, put, start: lines.length > 1 ? from : from + put.length, end: from + put.length }
}
