import type { Reason } from '@send/shared/suspense/matching/explain-weight'
import { translator } from '@send/shared/texts/translator'

import list from '../submissions/work-list/work-list.module.css'
import classes from './suspense.module.css'
import {
  fullName,
  incomingValue,
  probabilityInWords,
  rarityInWords,
  recordValue,
  type Candidate,
  type Compared,
} from './suspense-words.ts'
import { WeightBar } from './WeightBar.tsx'

const t = translator('en')

/** The symbol beside each word, so that verdicts are told apart at a glance. */
const symbols = { agrees: '✓', close: '≈', differs: '≠', missing: '–' } as const

type ComparisonTableProps = {
  child: Compared
  candidate: Candidate
  /** What the side of the child is called, where it is not an incoming one. */
  heading?: string
}

/** The incoming child beside one candidate: every field with its verdict, weight and rarity, and the sum of all. */
export function ComparisonTable({
  child,
  candidate,
  heading = t('suspense.incoming'),
}: ComparisonTableProps) {
  const rows = candidate.reasons.filter(
    (reason) =>
      reason.shown !== 'missing' ||
      incomingValue(child, reason) !== '—' ||
      recordValue(candidate, reason) !== '—',
  )
  return (
    <table className={classes.comparison}>
      <caption className={list.caption}>
        {t('suspense.comparison', { name: fullName(candidate.person) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('suspense.fieldHeading')}</th>
          <th scope="col">{heading}</th>
          <th scope="col">{t('suspense.onRecord')}</th>
          <th scope="col">{t('suspense.verdictHeading')}</th>
          <th scope="col">{t('suspense.weightHeading')}</th>
          <th scope="col">{t('suspense.rarityHeading')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((reason) => (
          <tr key={reason.reason} data-shown={reason.shown}>
            <th scope="row">{t(`suspense.reason.${reason.reason}`)}</th>
            {reason.shown === 'counts' ? (
              <td colSpan={3}>{reason.words}</td>
            ) : (
              <>
                <td>{incomingValue(child, reason)}</td>
                <td>{recordValue(candidate, reason)}</td>
                <td>
                  <Verdict reason={reason} />
                </td>
              </>
            )}
            <td>
              <WeightBar weight={reason.weight} />
            </td>
            <td>{rarityInWords(reason)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('suspense.total', { percent: probabilityInWords(candidate.probability) })}
          </th>
          <td>
            <WeightBar weight={candidate.weight} />
          </td>
          <td>{t('suspense.totalHint')}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Agrees, close, differs or missing, and in which way: "close: one letter off". */
function Verdict({ reason: { shown, words } }: { reason: Reason }) {
  if (shown === 'counts') return null
  const way = words.slice(words.indexOf(': ') + 2)
  const plain = way === 'the same' || way === 'another' || way === 'missing'
  return (
    <span className={classes.verdict} data-shown={shown}>
      <span aria-hidden className={classes.symbol}>
        {symbols[shown]}
      </span>
      {t(`suspense.shown.${shown}`)}
      {!plain && `: ${way}`}
    </span>
  )
}
