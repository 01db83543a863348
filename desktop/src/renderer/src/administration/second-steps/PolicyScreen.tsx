import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import list from '../../submissions/work-list/work-list.module.css'
import classes from '../administration.module.css'
import { PolicyCard } from './PolicyCard.tsx'
import { t } from './second-steps-words.ts'

const kinds = ['citizen', 'professional'] as const

/** Which second steps each kind of portal user may use. */
export function PolicyScreen() {
  const api = useApi()
  const policy = useQuery(api.secondSteps.getPolicy.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  return (
    <div className={list.pane}>
      <h1 className={list.heading}>{t('secondSteps.title')}</h1>
      <Text size="sm" my="xs" maw={720}>
        {t('secondSteps.intro')}
      </Text>
      {policy.error && <Failed error={policy.error} onRetry={() => void policy.refetch()} />}
      {!policy.data && !policy.error && <Waiting what={t('secondSteps.title')} />}
      {policy.data && (
        <div className={classes.columns}>
          {kinds.map((kind) => (
            <PolicyCard
              // Drawn afresh when a colleague or this officer has changed it.
              key={JSON.stringify([kind, policy.data[kind].methods])}
              kind={kind}
              policy={policy.data[kind]}
              mayChange={mayChange}
            />
          ))}
        </div>
      )}
    </div>
  )
}
