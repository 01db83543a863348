import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { fullName } from '../suspense-words.ts'
import classes from './background.module.css'

const t = translator('en')

type Background = RouterOutputs['suspense']['getBackground']

/** Whom the candidate was taken for before, its forms, and what was decided about this child and undone. */
export function HistoryList({ matches, forms, undone }: Pick<Background, 'matches' | 'forms' | 'undone'>) {
  const lines = [
    ...undone.map(({ undoneMatchId, at, ...words }) => ({
      key: undoneMatchId,
      words: t('suspense.history.undone', { ...words, when: momentInWords(at) }),
    })),
    ...matches.map((match) => ({ key: `${match.incomingChildId} ${match.at}`, words: matchInWords(match) })),
    ...(forms ?? []).map(({ entryId, title, reference, occurredOn }) => ({
      key: entryId,
      words: t('suspense.history.form', { title, reference, date: dateInWords(occurredOn) }),
    })),
  ]
  return (
    <section className={classes.history} aria-label={t('suspense.history.title')}>
      <h3>{t('suspense.history.title')}</h3>
      {lines.length === 0 ? (
        t('suspense.history.none')
      ) : (
        <ul>
          {lines.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function matchInWords(match: Background['matches'][number]): string {
  const words = t(`suspense.history.${match.decision}`, {
    child: fullName(match),
    born: dateInWords(match.dateOfBirth),
    source: t(`suspense.source.${match.source}`),
    by: match.by || t('suspense.history.byRule'),
    when: momentInWords(match.at),
  })
  return match.stands ? words : `${words} · ${t('suspense.history.takenBack')}`
}
