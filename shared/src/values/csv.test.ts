import { expect, test } from 'vitest'
import { restoreCsvCell, writeCsvLine } from './csv.ts'

const hostile = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '"=1+1',
  "'=1+1",
  '\'"=1+1',
  '  =1+1',
  '""""-1',
]

test.each(hostile)(
  'A-10: %j cannot be run by a spreadsheet, and reading it back gives the same text',
  (text) => {
    const cell = readCells(writeCsvLine([text]))[0]!
    expect(cell).toMatch(/^'/)
    expect(restoreCsvCell(cell)).toBe(text)
  },
)

test.each(['Smith, "Jo"', "O'Neill", "'quoted'", '', 'two\r\nlines', 'a=b', '14 Feb 2014'])(
  'A-10: harmless text %j stays as it is',
  (text) => {
    const cell = readCells(writeCsvLine([text]))[0]!
    expect(cell).toBe(text)
    expect(restoreCsvCell(cell)).toBe(text)
  },
)

test('commas, quotes and line ends stay within their cell', () => {
  const cells = ['a,b', 'c"d', 'e\r\nf', '']
  expect(readCells(writeCsvLine(cells))).toEqual(cells)
})

/** A reader of one line as RFC 4180 has it. */
function readCells(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
}
