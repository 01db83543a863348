import { Button, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { useApi } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { accessInWords, insiderInWords, outsiderInWords, ownAccessInWords } from './access-words.ts'
import { ChangeAccess } from './ChangeAccess.tsx'
import classes from './chronology.module.css'

const t = translator('en')

type AccessInWordsProps = { entryId: string; reference: string }

/** Who can see a form on the chronology and why, in words; whoever administers it changes it from here. */
export function AccessInWords({ entryId, reference }: AccessInWordsProps) {
  const api = useApi()
  const headingId = useId()
  const explained = useQuery(api.chronology.explainAccess.queryOptions({ entryId }))
  const [changing, setChanging] = useState(false)
  const { data } = explained
  return (
    <section aria-labelledby={headingId}>
      <Title id={headingId} order={3} size="h6" mt="xs">
        {t('chronology.access')}
      </Title>
      {explained.error && <Failed error={explained.error} onRetry={() => void explained.refetch()} />}
      {explained.isPending && <Waiting what={t('chronology.access')} />}
      {data && (
        <>
          <ul className={classes.access}>
            {accessInWords(data.entries).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Text size="sm">{ownAccessInWords(data.me)}</Text>
          <details className={classes.people}>
            <summary>{t('chronology.people', { count: data.canSee.length })}</summary>
            <ul className={classes.access}>
              {data.canSee.map((insider) => (
                <li key={insider.userId}>{insiderInWords(insider)}</li>
              ))}
              {data.cannotSee.map((outsider) => (
                <li key={outsider.userId}>{outsiderInWords(outsider)}</li>
              ))}
            </ul>
          </details>
          {data.change && (
            <Button size="compact-xs" variant="default" my={4} onClick={() => setChanging(true)}>
              {t('chronology.change')}
            </Button>
          )}
          {data.change && changing && (
            <ChangeAccess
              entryId={entryId}
              reference={reference}
              own={data.change.own}
              subjects={data.change.subjects}
              onClose={() => setChanging(false)}
            />
          )}
        </>
      )}
    </section>
  )
}
