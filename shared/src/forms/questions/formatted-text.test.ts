import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOnCpu } from '../../testing/cpu-time.ts'
import { readFormattedText } from './formatted-text.ts'
import type { FormattedBlock, FormattedPiece } from './formatted-text.ts'

/** A formatted text in one line of its own kind, so that tests can be read. */
function sketch(blocks: FormattedBlock[]): string {
  return blocks.map(sketchBlock).join(' ')
}

function sketchBlock(block: FormattedBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `¶${sketchPieces(block.pieces)}`
    case 'bulletedList':
      return `[${block.items.map((item) => `• ${sketch(item.blocks)}`).join(' ')}]`
    case 'numberedList':
      return `[${block.items.map((item) => `${item.number}: ${sketch(item.blocks)}`).join(' ')}]`
  }
}

function sketchPieces(pieces: FormattedPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'lineBreak') return '↵'
      return `${piece.kind}(${sketchPieces(piece.pieces)})`
    })
    .join('')
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

test('paragraphs, lines, lists, bold and italic are read', () => {
  expect(
    sketch(readFormattedText('He likes\nto **read** and _draw_.\n\nHe is _**brave**_, he **_is_**.')),
  ).toBe(
    '¶He likes↵to strong(read) and emphasis(draw). ¶He is emphasis(strong(brave)), he strong(emphasis(is)).',
  )
  expect(
    sketch(readFormattedText('At home:\n- he **sleeps**\n- he eats\n\nThen:\n\n1. school\n2. bed')),
  ).toBe('¶At home: [• ¶he strong(sleeps) • ¶he eats] ¶Then: [1: ¶school 2: ¶bed]')
  expect(sketch(readFormattedText('- a\n  - b\r\n  - c\n- d'))).toBe('[• ¶a [• ¶b • ¶c] • ¶d]')
  expect(readFormattedText('')).toEqual([])
  expect(readFormattedText(' \n\n ')).toEqual([])
})

test('the numbers of a list stay as they were typed', () => {
  expect(sketch(readFormattedText('3. three\n5. five\n5. again'))).toBe('[3: ¶three 5: ¶five 5: ¶again]')
  expect(sketch(readFormattedText('2019. A good year'))).toBe('[2019: ¶A good year]')
})

test.each([
  '[a link](https://example.org)',
  '![a picture](x.png)',
  '<https://example.org>',
  '# Heading',
  '> quoted',
  '`code` and ```more```',
  '~~~ code',
  '[x]: https://example.org',
  '***',
  '---',
  '<b>bold</b> <!-- x --> <script>alert(1)</script>',
  '&lt;b&gt; &amp; &#65;',
  'a \\* b \\_ c',
  '+ 5 hours',
  '1) first',
  '____ hours',
  '____a____',
  '****a****',
  'snake_case_name, __name__ and 2*3*4*5',
  '-5 degrees and **unfinished',
])('%s is shown as it was typed', (typed) => {
  expect(sketch(readFormattedText(typed))).toBe(`¶${typed}`)
})

test('lines below one another are not joined to a heading or a table', () => {
  expect(sketch(readFormattedText('Title\n=====\nText\n---'))).toBe('¶Title↵=====↵Text↵---')
  expect(sketch(readFormattedText('    far in\n\n| a | b |\n|---|---|'))).toBe('¶far in ¶| a | b |↵|---|---|')
})

test('what was typed is what is read: nothing but marks and spaces is ever missing, and nothing is added', () => {
  const part = fc.constantFrom(
    ...'a|b |Ŵy|*|**|_|__|\n|\n\n|- |* |1. |7) |+ |> |# |    |`|```|[|](|)|<b>|&amp;|\\|---\n|!|&#0;|🙂|\t|~~~'.split(
      '|',
    ),
  )
  const letters = (text: string) => text.replaceAll(/[\s*_]|[-\d.]/g, '')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const typed = parts.join('')
      const read = textOf(readFormattedText(typed))
      expect(letters(read)).toBe(letters(typed))
      expect(read.length).toBeLessThanOrEqual(typed.length)
    }),
    { numRuns: 500 },
  )
})

function textOf(blocks: FormattedBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return textOfPieces(block.pieces)
      return block.items.map((item) => textOf(item.blocks)).join('')
    })
    .join('')
}

function textOfPieces(pieces: FormattedPiece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.text : piece.kind === 'lineBreak' ? '' : textOfPieces(piece.pieces),
    )
    .join('')
}

const mostTyped = 20_000
const mostMilliseconds = 50
const filledWith = (part: string) => part.repeat(mostTyped / part.length)
const lines = (number: number, line: (index: number) => string) =>
  Array.from({ length: number }, (_, index) => line(index)).join('\n')

test.each([
  ['lists within lists in one line', filledWith('- ')],
  ['numbers within numbers', filledWith('1. ')],
  ['lists of all kinds within one another', filledWith('+ - * ')],
  ['a staircase of lists', lines(140, (index) => `${' '.repeat(2 * index)}- a`)],
  ['short staircases', lines(200, (index) => `${' '.repeat(2 * (index % 6))}- ${'a'.repeat(80)}`)],
  ['only stars', filledWith('*')],
  ['many stars around a letter', `${'*'.repeat(9000)}a${'*'.repeat(9000)}`],
  ['fewer stars around a letter', `${'*'.repeat(400)}a${'*'.repeat(399)}`],
  ['stars and underscores by turns', filledWith('*_')],
  ['as many by turns as are read', `${'*_'.repeat(100)}a${'_*'.repeat(100)}`],
  ['marks that never end', filledWith('*a ')],
  ['marks that never begin', filledWith('a* ')],
  ['marks that end late', `${filledWith('*a ').slice(0, 10_000)}${filledWith(' b*').slice(0, 10_000)}`],
  ['marks in threes', filledWith('a***b')],
  ['many items', lines(5000, () => '- a')],
  ['as many items as are read', lines(200, () => `- ${'a'.repeat(95)}`)],
  ['many paragraphs', filledWith('a\n\n')],
  ['brackets', filledWith('[a](')],
  ['tags', filledWith('<a b=')],
  ['empty lines', filledWith('\n')],
  ['spaces', filledWith(' ')],
])('%s take less than 50 ms and end in a flat tree', (_name, typed) => {
  let tree: FormattedBlock[] = []
  // The quickest of several: what the machine does besides is no fault of the text. On a busy one it takes more tries.
  let quickest = Infinity
  for (let tries = 0; tries < 5 || (tries < 40 && quickest >= mostMilliseconds); tries += 1) {
    const { result, milliseconds } = timeOnCpu(() => readFormattedText(typed))
    tree = result
    quickest = Math.min(quickest, milliseconds)
  }
  expect(quickest).toBeLessThan(mostMilliseconds)
  expect(() => JSON.stringify(tree)).not.toThrow()
  expect(textOf(tree).length).toBeLessThanOrEqual(typed.length)
  expect(depthOf(tree)).toBeLessThan(500)
})
