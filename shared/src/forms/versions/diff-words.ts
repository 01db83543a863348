/** A stretch of words that both texts have, or only the one that is looked at. */
export type Stretch = { words: string; changed: boolean }

/** Longer texts are shown whole: two texts of a thousand words each are compared at most. */
const mostPairs = 1_000_000

/** Two texts word by word: each with the stretches that the other does not have marked. */
export function diffWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const [was, is] = [splitWords(before), splitWords(after)]
  if (was.length * is.length > mostPairs) return { before: whole(before), after: whole(after) }
  const lengths = commonLengths(was, is)
  const marked: { before: Stretch[]; after: Stretch[] } = { before: [], after: [] }
  let [row, column] = [0, 0]
  while (row < was.length || column < is.length) {
    const [older, newer] = [was[row], is[column]]
    if (older !== undefined && older === newer) {
      push(marked.before, older, false)
      push(marked.after, newer, false)
      row += 1
      column += 1
      continue
    }
    const goesOn = at(lengths, row + 1, column) >= at(lengths, row, column + 1)
    if (older !== undefined && (newer === undefined || goesOn)) {
      push(marked.before, older, true)
      row += 1
    } else if (newer !== undefined) {
      push(marked.after, newer, true)
      column += 1
    }
  }
  return marked
}

/** Words with the space behind them, so that put together they are the text again. */
function splitWords(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** The length of the longest common run of words from each pair of places to the ends. */
function commonLengths(was: readonly string[], is: readonly string[]): number[][] {
  const lengths = Array.from({ length: was.length + 1 }, () => Array.from({ length: is.length + 1 }, () => 0))
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      const length =
        was[row] === is[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1))
      const line = lengths[row]
      if (line) line[column] = length
    }
  }
  return lengths
}

function at(lengths: readonly number[][], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0
}

function push(stretches: Stretch[], words: string, changed: boolean): void {
  const last = stretches.at(-1)
  if (last?.changed === changed) last.words += words
  else stretches.push({ words, changed })
}

function whole(text: string): Stretch[] {
  return text === '' ? [] : [{ words: text, changed: true }]
}
