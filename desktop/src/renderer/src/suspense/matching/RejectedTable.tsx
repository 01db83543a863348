import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { probabilityInWords } from '../suspense-words.ts'
import classes from './matching.module.css'
import type { Preview } from './matching-words.ts'

const t = translator('en')

type RejectedTableProps = {
  preview: Preview
  onOpenCard: ((incomingChildId: string) => void) | undefined
}

/** Whom the settings would have matched by themselves although people said otherwise, each to be opened. */
export function RejectedTable({ preview, onOpenCard }: RejectedTableProps) {
  const { rejected, keptSince, sources } = preview
  if (keptSince === null) return <p className={classes.note}>{t('matching.noneKept')}</p>
  const found = sources.reduce((sum, { proposed }) => sum + proposed.rejected, 0)
  if (found === 0)
    return <p className={classes.note}>{t('matching.noneRejected', { since: dateInWords(keptSince) })}</p>
  return (
    <>
      <table className={classes.table}>
        <caption>{t('matching.rejectedTable', { since: dateInWords(keptSince) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matching.rejected.decided')}</th>
            <th scope="col">{t('matching.source')}</th>
            <th scope="col">{t('matching.rejected.probability')}</th>
            <th scope="col">{t('matching.rejected.said')}</th>
            <th scope="col">{t('matching.againstPresent')}</th>
            {onOpenCard && <th scope="col">{t('matching.rejected.card')}</th>}
          </tr>
        </thead>
        <tbody>
          {rejected.map((each, place) => (
            <tr key={`${each.incomingChildId} ${each.decidedAt} ${each.rejection}`}>
              <td>{dateInWords(each.decidedAt)}</td>
              <td>{t(`suspense.source.${each.source}`)}</td>
              <td>{probabilityInWords(each.probability)}</td>
              <td>{t(`matching.rejection.${each.rejection}`)}</td>
              <td>
                {each.isNew ? <StatusMark shape="warning" word={t('matching.isNew')} /> : t('matching.asNow')}
              </td>
              {onOpenCard && (
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('matching.openRejected', { number: place + 1 })}
                    onClick={() => onOpenCard(each.incomingChildId)}
                  >
                    {t('matching.open')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {found > rejected.length && (
        <p className={classes.note}>{t('matching.firstOf', { listed: rejected.length, found })}</p>
      )}
    </>
  )
}
