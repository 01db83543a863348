import { useState } from 'react'

import { FillForm } from '../chronology/internal-forms/FillForm.tsx'
import classes from '../chronology/on-behalf/on-behalf.module.css'
import { useScreenKeys } from './work-list/useScreenKeys.ts'
import { IncomingFormsScreen } from './IncomingFormsScreen.tsx'

/** The incoming forms, or one of them that an officer is entering for somebody. */
export function IncomingRoom() {
  const [filling, setFilling] = useState<string | undefined>(undefined)
  const leave = () => setFilling(undefined)
  if (filling) return <Filling key={filling} internalFormId={filling} onLeave={leave} />
  return <IncomingFormsScreen onFill={setFilling} />
}

function Filling({ internalFormId, onLeave }: { internalFormId: string; onLeave: () => void }) {
  useScreenKeys({ Escape: onLeave })
  return (
    <div className={classes.filled}>
      <FillForm internalFormId={internalFormId} onBack={onLeave} onCompleted={onLeave} />
    </div>
  )
}
