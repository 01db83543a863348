import { useState } from 'react'

import { extendRows, nothingSelected, toggleRow, type RowSelection } from './row-selection.ts'

/** Which of the rows that are shown are selected: a row that a filter hides is none of them. */
export function useSelection(
  shown: readonly string[],
): RowSelection & { selected: readonly string[]; selectAll: () => void; clear: () => void } {
  const [selection, setSelection] = useState(nothingSelected)
  return {
    selected: shown.filter((id) => selection.ids.has(id)),
    isSelected: (id) => selection.ids.has(id),
    toggle: (id) => setSelection((before) => toggleRow(before, id)),
    extendTo: (to, from) => setSelection((before) => extendRows(before, shown, { to, from })),
    selectAll: () => setSelection(({ anchor }) => ({ ids: new Set(shown), anchor })),
    clear: () => setSelection(nothingSelected),
  }
}
