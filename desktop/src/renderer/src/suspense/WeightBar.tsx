import classes from './suspense.module.css'
import { bitsInWords } from './suspense-words.ts'

/** Bits that fill the bar; few weights are beyond. */
const longest = 16

/** A weight as a bar and as a number: filled for the match, hollow against it. */
export function WeightBar({ weight }: { weight: number }) {
  const share = Math.min(Math.abs(weight) / longest, 1)
  return (
    <span className={classes.weight}>
      <span className={classes.track} aria-hidden>
        {weight !== 0 && (
          <span
            className={classes.bar}
            data-against={weight < 0 || undefined}
            style={{ inlineSize: `${Math.max(share * 100, 3)}%` }}
          />
        )}
      </span>
      <span className={classes.bits}>{bitsInWords(weight)}</span>
    </span>
  )
}
