import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import classes from './matching.module.css'

const t = translator('en')

type Comparison = NonNullable<RouterOutputs['matchingModels']['compare']['comparison']>

/** The last model beside the one before, asked for by a button, because everybody who waits is weighed twice for it. */
export function ModelSection() {
  const api = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const found = useQuery(api.matchingModels.compare.queryOptions({}, { enabled: isAsked }))
  return (
    <section aria-labelledby="matching-models">
      <h2 id="matching-models" className={classes.heading}>
        {t('matching.models')}
      </h2>
      <p className={classes.note}>{t('matching.modelsIntro')}</p>
      {!isAsked && (
        <Button size="compact-sm" variant="default" mt={8} onClick={() => setIsAsked(true)}>
          {t('matching.compareModels')}
        </Button>
      )}
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {isAsked && found.isPending && <Waiting what={t('matching.models')} />}
      {found.data?.comparison === null && (
        <Empty title={t('matching.oneModel')} hint={t('matching.oneModelHint')} />
      )}
      {found.data?.comparison && <Compared comparison={found.data.comparison} />}
    </section>
  )
}

function Compared({ comparison: { older, newer, figures, waiting } }: { comparison: Comparison }) {
  const { found, weighed, changed } = waiting
  return (
    <>
      <ul className={classes.plainList}>
        {[newer, older].map((model) => (
          <li key={model.version}>
            {t('matching.model', { ...model, when: momentInWords(model.estimatedAt) })}
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('matching.weighedTwice', { found, weighed })}</p>
      {changed.length === 0 ? (
        <p className={classes.note}>{t('matching.nothingChanges')}</p>
      ) : (
        <ul className={classes.plainList}>
          {changed.map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              {t('matching.stateChanges', {
                count,
                from: t(`suspense.state.${from}`),
                to: t(`suspense.state.${to}`),
              })}
            </li>
          ))}
        </ul>
      )}
      <FiguresTable figures={figures} older={older.version} newer={newer.version} />
    </>
  )
}
