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
  const put = `${mark}${text.slice(from, to)}${mark}`
  return { from, to, put, start: from + length, end: to + length }
}

function markLines(bulleted: boolean, { text, start, end }: Selected): MarkEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1
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
