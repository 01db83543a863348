import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCsv } from './read-csv.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'send-csv-'))))
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Buffer) {
  const file = path.join(folder, 'file.csv')
  await writeFile(file, content)
  const { records } = await openCsv(file, ['id', 'name'], ['id'])
  const found = []
  for await (const { line, values, problem } of records) found.push([line, values.id, values.name, problem])
  return found
}

const text = 'id,name\r\n1,Zoë O’Neill\r\n'

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ['Windows-1252', Buffer.from(text.replace('ë', '\xEB').replace('’', '\x92'), 'latin1')],
])('%s is read as it was written', async (_name, bytes) => {
  expect(await read(bytes)).toEqual([[2, '1', 'Zoë O’Neill', undefined]])
})

test.each([
  ['semicolons', 'ID;Name\n1;a, b\n', [[2, '1', 'a, b', undefined]]],
  ['tabs', 'id\tname\n1\ta\n', [[2, '1', 'a', undefined]]],
  [
    'old line ends and blanks',
    ' id , name \r1 , a \r\r2,b',
    [
      [2, '1', 'a', undefined],
      [4, '2', 'b', undefined],
    ],
  ],
  [
    'a cell of two lines',
    'id,name\n1,"a\nb"\n2,c\n',
    [
      [2, '1', 'a\nb', undefined],
      [4, '2', 'c', undefined],
    ],
  ],
  [
    'quotes within',
    'id,name\n1,"say ""a"""\n2,O"Neill\n',
    [
      [2, '1', 'say "a"', undefined],
      [3, '2', 'O"Neill', undefined],
    ],
  ],
  ['columns in another order', 'name,other,id\na,x,1\n', [[2, '1', 'a', undefined]]],
])('%s are understood', async (_name, content, records) => {
  expect(await read(content)).toEqual(records)
})

test('a quote that is never closed spoils its own line alone', async () => {
  const others = Array.from({ length: 300 }, (_, place) => `${place + 2},b`)
  const found = await read(`id,name\n1,"a\n${others.join('\n')}\n`)
  expect(found).toHaveLength(301)
  expect(found[0]).toEqual([2, '1', 'a', 'a quotation mark is never closed'])
  expect(found.slice(1).every(([, , name, problem]) => name === 'b' && problem === undefined)).toBe(true)
})

test('a line with too many or too few values is given, with what is wrong', async () => {
  expect(await read('id,name\n1,a,b\n2\n')).toEqual([
    [2, '1', 'a', 'it has 3 values, and the heading has 2'],
    [3, '2', '', 'it has 1 values, and the heading has 2'],
  ])
})

test.each([
  ['', 'The file is empty.'],
  ['name\na\n', 'The heading lacks id.'],
  ['id,id\n1,2\n', 'The heading names id twice.'],
])('%j is refused with a sentence', async (content, sentence) => {
  await expect(read(content)).rejects.toThrow(sentence)
})

test('of a million lines every one is given, and they are never all in the memory', async () => {
  const file = path.join(folder, 'long.csv')
  await writeFile(file, `id,name\n${'1,Somebody\n'.repeat(1_000_000)}`)
  const before = process.memoryUsage().heapUsed
  let [count, most] = [0, 0]
  for await (const record of (await openCsv(file, ['id'], ['id'])).records) {
    count += record.values.id === '1' ? 1 : 0
    if (count % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  expect(count).toBe(1_000_000)
  expect(most).toBeLessThan(200_000_000) // bytes
})
