import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { MergeDialog } from './MergeDialog.tsx'

const t = translator('en')

/** "Merge with another record…", for whoever may match. */
export function MergeRecords({ personId }: { personId: string }) {
  const mayMatch = useMay('matching', 'write')
  const [asking, setAsking] = useState(false)
  if (!mayMatch) return null
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        {t('merge.action')}
      </Button>
      {asking && <MergeDialog personId={personId} onClose={() => setAsking(false)} />}
    </>
  )
}
