/** The text of one record with the number of its first line; `open` when a quote in it is never closed. */
export type RecordText = { line: number; text: string; open: boolean }

/** A cell may hold line breaks, but not so many: a quote still open then was never closed. */
const mostLines = 100

/**
 * Splits text into records, each a line or more. A quote that is never closed spoils its own line alone: the next
 * line begins a record again, so that no file is swallowed by one mark.
 */
export async function* splitRecords(
  pieces: AsyncIterable<string>,
  delimiter: () => string,
): AsyncGenerator<RecordText> {
  let waiting: { line: number; text: string }[] = []
  let inside = false

  function* take(line: number, text: string): Generator<RecordText> {
    waiting.push({ line, text })
    inside = endsInside(text, delimiter(), inside)
    if (!inside) yield close(false)
    else if (waiting.length >= mostLines) yield* giveUp()
  }

  /** Lets the first line go as it is and begins anew with the next. */
  function* giveUp(): Generator<RecordText> {
    const [first, ...others] = waiting
    if (!first) return
    waiting = []
    inside = false
    yield { ...first, open: true }
    for (const other of others) yield* take(other.line, other.text)
  }

  function close(open: boolean): RecordText {
    const [first] = waiting
    const text = waiting.map((each) => each.text).join('\n')
    waiting = []
    return { line: first?.line ?? 0, text, open }
  }

  let number = 0
  for await (const line of splitLines(pieces)) {
    number += 1
    yield* take(number, line)
  }
  while (waiting.length > 0) yield* giveUp()
}

async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    // A carriage return at the end may be half of a line end.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text
    const lines = whole.split(/\r\n|\n|\r/)
    rest = `${lines.pop() ?? ''}${text.slice(whole.length)}`
    yield* lines
  }
  const last = rest.replace(/\r$/, '')
  if (last !== '') yield last
}

/** Whether a line ends within quotes; a quote opens at the beginning of a cell alone. */
function endsInside(line: string, delimiter: string, inside: boolean): boolean {
  if (!line.includes('"')) return inside
  let [quoted, begins] = [inside, !inside]
  for (let place = 0; place < line.length; place += 1) {
    const letter = line[place]
    if (quoted && letter === '"') {
      if (line[place + 1] === '"') place += 1
      else quoted = false
    } else if (!quoted && letter === '"' && begins) quoted = true
    begins = !quoted && letter === delimiter
  }
  return quoted
}
