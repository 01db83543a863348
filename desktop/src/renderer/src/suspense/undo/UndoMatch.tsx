import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { UndoDialog } from './UndoDialog.tsx'

const t = translator('en')

type UndoMatchProps = {
  /** The child whose match may be undone; null of what came in through no match. */
  incomingChildId: string | null
  /** Beside words in a row of a table. */
  inRow?: boolean
  /** After the match was undone and the officer has read what came of it. */
  onUndone: (after: { personRemoved: boolean }) => void
}

/** "Undo this match…", for whoever may match. */
export function UndoMatch({ incomingChildId, inRow = false, onUndone }: UndoMatchProps) {
  const mayMatch = useMay('matching', 'write')
  const [asking, setAsking] = useState(false)
  if (!mayMatch || incomingChildId === null) return null
  return (
    <>
      <Button
        size="compact-sm"
        my={inRow ? 0 : 'xs'}
        variant="default"
        data-no-print
        onClick={() => setAsking(true)}
      >
        {t('undo.action')}
      </Button>
      {asking && (
        <UndoDialog
          incomingChildId={incomingChildId}
          onClose={() => setAsking(false)}
          onUndone={(after) => {
            setAsking(false)
            onUndone(after)
          }}
        />
      )}
    </>
  )
}
