import { expect, it } from 'vitest'

import { extendRows, nothingSelected, toggleRow } from './row-selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e']
const selected = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].toSorted()

it('selects a row and takes it back', () => {
  const one = toggleRow(nothingSelected, 'b')
  expect(selected(one)).toEqual(['b'])
  expect(selected(toggleRow(one, 'b'))).toEqual([])
})

it('selects a range from the row that was selected last, up and down, beside what is selected', () => {
  const some = toggleRow(toggleRow(nothingSelected, 'a'), 'd')
  expect(selected(extendRows(some, shown, { to: 'e' }))).toEqual(['a', 'd', 'e'])
  const up = extendRows(some, shown, { to: 'b' })
  expect(selected(up)).toEqual(['a', 'b', 'c', 'd'])
  expect(selected(extendRows(up, shown, { to: 'e' }))).toEqual(shown)
})

it('begins a range where the focus was when nothing is selected, or what was is not shown any more', () => {
  expect(selected(extendRows(nothingSelected, shown, { to: 'c', from: 'b' }))).toEqual(['b', 'c'])
  expect(selected(extendRows(nothingSelected, shown, { to: 'c' }))).toEqual(['c'])
  const gone = toggleRow(nothingSelected, 'z')
  expect(selected(extendRows(gone, shown, { to: 'd', from: 'c' }))).toEqual(['c', 'd', 'z'])
})
