import { Text } from '@mantine/core'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import classes from './matching.module.css'
import { SettingHistory } from './SettingHistory.tsx'
import { SettingsCard } from './SettingsCard.tsx'

const t = translator('en')

type SettingsSectionProps = {
  period: DecisionPeriod
  /** None for whoever may not look at matching. */
  onOpenCard: ((incomingChildId: string) => void) | undefined
}

/** What is settled for each source, what it would have done with past decisions, and who changed it when. */
export function SettingsSection({ period, onOpenCard }: SettingsSectionProps) {
  const api = useApi()
  const list = useQuery(api.matchingSettings.list.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  return (
    <section aria-labelledby="matching-settings">
      <h2 id="matching-settings" className={classes.heading}>
        {t('matching.settings')}
      </h2>
      <Text size="sm" mb="xs" maw={820}>
        {t('matching.settingsIntro')}
      </Text>
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting what={t('matching.settings')} />}
      {list.data && (
        <>
          <SettingsCard
            // Drawn afresh when a colleague or this officer has changed it.
            key={JSON.stringify(list.data.settings)}
            before={list.data.settings}
            period={period}
            mayChange={mayChange}
            onOpenCard={onOpenCard}
          />
          <SettingHistory history={list.data.history} />
        </>
      )}
    </section>
  )
}
