import { Text } from '@mantine/core'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import list from '../../submissions/work-list/work-list.module.css'
import { AgreementSection } from './AgreementSection.tsx'
import classes from './matching.module.css'
import { ModelSection } from './ModelSection.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { SettingsSection } from './SettingsSection.tsx'

const t = translator('en')

type MatchingScreenProps = { onReview: () => void; onOpenCard: (incomingChildId: string) => void }

/** What is automatic for each source, tried on past decisions; and how far a second officer agrees with the first. */
export function MatchingScreen({ onReview, onOpenCard }: MatchingScreenProps) {
  const [period, setPeriod] = useState<DecisionPeriod>({ from: null, to: null })
  const seesSettings = useMay('portalAdministration', 'read')
  const seesMatching = useMay('matching', 'read')
  return (
    <div className={classes.sections}>
      <div>
        <h1 className={list.heading}>{t('matching.title')}</h1>
        <Text size="sm" my="xs" maw={820}>
          {t('matching.intro')}
        </Text>
        <PeriodFields onChange={setPeriod} />
      </div>
      {seesSettings && <SettingsSection period={period} onOpenCard={seesMatching ? onOpenCard : undefined} />}
      {seesMatching && <AgreementSection period={period} onReview={onReview} onOpenCard={onOpenCard} />}
      {seesMatching && <ModelSection />}
    </div>
  )
}
