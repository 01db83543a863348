import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { rows } from './rows.ts'

test('a row or an option that is not there is one sentence with those that are', () => {
  expect(() => readOptions(['submissions.acept'], rows)).toThrow(
    /^There is no row “submissions\.acept”\. The rows are: submissions\.accept, .+\.$/,
  )
  expect(() => readOptions(['--fast'], rows)).toThrow('“--fast” is no option: there are --json and --keep.')
})

test('all rows are measured and kept; single rows and lines of JSON are kept only when asked', () => {
  expect(readOptions([], rows)).toEqual({ rows, json: false, keep: true })
  expect(readOptions(['--json'], rows)).toMatchObject({ json: true, keep: false })
  expect(readOptions(['drafts.save'], rows)).toMatchObject({ rows: [{ id: 'drafts.save' }], keep: false })
  expect(readOptions(['drafts.save', '--json', '--keep'], rows)).toMatchObject({ json: true, keep: true })
})

test('every row has an id of its own', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})
