import { useState } from 'react'

import { compareLists, type ListChange } from './steady-list.ts'

type SteadyList<Row> = { rows: readonly Row[] | undefined; change: ListChange; showNewest: () => void }

/**
 * Keeps the drawn rows while polling brings newer ones, until the officer asks for them with `showNewest`
 * (or the screen does, after the officer's own action): a list never jumps under the cursor. While `fresh` is
 * false the rows come from an earlier visit: they are drawn, and so is what replaces them.
 */
export function useSteadyList<Row>(
  newest: readonly Row[] | undefined,
  fresh: boolean,
  idOf: (row: Row) => string,
): SteadyList<Row> {
  const [drawn, setDrawn] = useState<readonly Row[] | undefined>(undefined)
  // While opening and after an own action, the next rows that arrive are drawn at once.
  const [mode, setMode] = useState<'opening' | 'next' | 'still'>('opening')
  if (mode !== 'still' && newest && newest !== drawn) {
    setDrawn(newest)
    if (mode === 'next' || fresh) setMode('still')
  } else if (mode === 'opening' && newest && fresh) setMode('still')
  // Same rows in the same places: take them, so that changed words on a row are seen.
  const rows = drawn && newest ? sameRows(drawn, newest, idOf) : drawn
  const change = compareLists((rows ?? []).map(idOf), (newest ?? rows ?? []).map(idOf))
  function showNewest() {
    setDrawn(newest)
    setMode('next')
  }
  return { rows, change, showNewest }
}

function sameRows<Row>(
  drawn: readonly Row[],
  newest: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const byId = new Map(newest.map((row) => [idOf(row), row]))
  return drawn.map((row) => byId.get(idOf(row)) ?? row)
}
