import { useState } from 'react'

import { ConflictsScreen } from './conflicts/ConflictsScreen.tsx'
import { SuspenseScreen } from './SuspenseScreen.tsx'
import { UndoneMatchesScreen } from './undo/UndoneMatchesScreen.tsx'

/** Suspense, and behind it what is decided already: matches with conflicts, and those that were undone. */
export function SuspenseRoom() {
  const [shown, setShown] = useState<'waiting' | 'conflicts' | 'undone'>('waiting')
  const back = () => setShown('waiting')
  switch (shown) {
    case 'conflicts':
      return <ConflictsScreen onBack={back} />
    case 'undone':
      return <UndoneMatchesScreen onBack={back} />
    case 'waiting':
      return (
        <SuspenseScreen
          onShowUndone={() => setShown('undone')}
          onShowConflicts={() => setShown('conflicts')}
        />
      )
  }
}
