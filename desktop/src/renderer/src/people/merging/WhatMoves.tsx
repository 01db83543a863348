import { sayKind, sayRecord } from '@send/shared/suspense/merging/describe-unmerge'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'

import type { MergePreview } from './useMerge.ts'

const t = translator('en')

/** What moves from one record to the other, and the papers that will stand together, each with its record. */
export function WhatMoves({ preview }: { preview: MergePreview }) {
  const { moves, forms, involvements } = preview
  const papers = [
    ...forms.map(({ reference, title, side }) => ({ paper: `${reference} ${title}`, side })),
    ...involvements.map(({ receivedOn, side }) => ({
      paper: t('merge.involvement', { received: formatDate(receivedOn, 'en', 'short') }),
      side,
    })),
  ]
  return (
    <>
      <section>
        <h3>{t('merge.moves')}</h3>
        {moves.length === 0 && <p>{t('merge.movesNothing')}</p>}
        <ul>
          {moves.map((move) => (
            <li key={move.kind}>{sayKind(move)}</li>
          ))}
        </ul>
      </section>
      {papers.length > 0 && (
        <section>
          <h3>{t('merge.papers')}</h3>
          <ul>
            {papers.map(({ paper, side }, place) => (
              // Two involvements may be called the same.
              // eslint-disable-next-line react/no-array-index-key
              <li key={place}>{t('merge.paperOf', { paper, record: sayRecord(preview[side]) })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
