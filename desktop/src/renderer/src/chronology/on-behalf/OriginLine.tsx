import type { RouterOutputs } from '../../api.ts'
import classes from './on-behalf.module.css'
import { originInWords, signatureInWords } from './origin-words.ts'

type OriginLineProps = { origin: RouterOutputs['chronology']['getEntry']['origin'] }

/** Where a form came from that an officer entered, and who signed it; nothing of what was sent on a portal. */
export function OriginLine({ origin }: OriginLineProps) {
  if (!origin) return null
  return (
    <p className={classes.origin}>
      {originInWords(origin, origin.enteredBy)} {signatureInWords(origin)}
    </p>
  )
}
