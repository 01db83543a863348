import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import classes from './matching.module.css'
import { settingChangeInWords } from './matching-words.ts'

const t = translator('en')

type History = RouterOutputs['matchingSettings']['list']['history']

/** Who changed what of the settings and when, the newest first. */
export function SettingHistory({ history }: { history: History }) {
  return (
    <details className={classes.history}>
      <summary>{t('matching.history', { count: history.length })}</summary>
      {history.length === 0 ? (
        <p>{t('matching.historyEmpty')}</p>
      ) : (
        <ol className={classes.plainList}>
          {history.map(({ settingId, source, at, by, ...versions }) => (
            <li key={settingId}>
              {t('matching.historyLine', {
                when: momentInWords(at),
                by,
                what: settingChangeInWords(source, versions),
              })}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
