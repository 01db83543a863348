import { useState } from 'react'

import { SuspenseScreen } from './SuspenseScreen.tsx'
import { UndoneMatchesScreen } from './undo/UndoneMatchesScreen.tsx'

/** Suspense, and behind it the matches that were undone. */
export function SuspenseRoom() {
  const [showsUndone, setShowsUndone] = useState(false)
  return showsUndone ? (
    <UndoneMatchesScreen onBack={() => setShowsUndone(false)} />
  ) : (
    <SuspenseScreen onShowUndone={() => setShowsUndone(true)} />
  )
}
