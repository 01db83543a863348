import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { fullName } from '../suspense-words.ts'
import classes from './matching.module.css'
import type { Results } from './matching-words.ts'

const t = translator('en')

type Disagreement = Results['disagreements'][number]
type DisagreementTableProps = {
  disagreements: readonly Disagreement[]
  onOpenCard: (incomingChildId: string) => void
}

/** Where the two officers differ, for a third look: the card tells more, and undoes the match. */
export function DisagreementTable({ disagreements, onOpenCard }: DisagreementTableProps) {
  if (disagreements.length === 0) return <p className={classes.note}>{t('matching.noDisagreement')}</p>
  return (
    <table className={classes.table}>
      <caption>{t('matching.disagreementTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matching.child')}</th>
          <th scope="col">{t('matching.source')}</th>
          <th scope="col">{t('matching.first')}</th>
          <th scope="col">{t('matching.second')}</th>
          <th scope="col">{t('matching.stands')}</th>
          <th scope="col">{t('matching.thirdLook')}</th>
        </tr>
      </thead>
      <tbody>
        {disagreements.map((each) => (
          <tr key={each.reviewId}>
            <th scope="row">{fullName(each)}</th>
            <td>{t(`suspense.source.${each.source}`)}</td>
            <td>{saidInWords(each.first)}</td>
            <td>{saidInWords(each.second)}</td>
            <td>
              {each.undoneAt ? (
                <StatusMark
                  shape="done"
                  word={t('matching.undone', { when: momentInWords(each.undoneAt) })}
                />
              ) : (
                <StatusMark shape="warning" word={t('matching.standing')} />
              )}
            </td>
            <td>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('matching.openCardOf', { child: fullName(each) })}
                onClick={() => onOpenCard(each.incomingChildId)}
              >
                {t('matching.open')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function saidInWords({ by, at, named }: Disagreement['first']): string {
  const what = named ? fullName(named) : t('matching.noneOfThese')
  return t('matching.saidBy', { what, by, when: dateInWords(at) })
}
