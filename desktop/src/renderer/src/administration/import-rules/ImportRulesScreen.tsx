import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import list from '../../submissions/work-list/work-list.module.css'
import { RulesCard } from './RulesCard.tsx'

const t = translator('en')

/** What incoming records may change on the record of whom they are matched to. */
export function ImportRulesScreen() {
  const api = useApi()
  const rules = useQuery(api.importRules.list.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  return (
    <div className={list.pane}>
      <h1 className={list.heading}>{t('importRules.title')}</h1>
      <Text size="sm" mt="xs" fw={600}>
        {t('importRules.what')}
      </Text>
      <Text size="sm" mb="xs" maw={820}>
        {t('importRules.intro')}
      </Text>
      {rules.error && <Failed error={rules.error} onRetry={() => void rules.refetch()} />}
      {!rules.data && !rules.error && <Waiting what={t('importRules.title')} />}
      {rules.data && (
        <RulesCard
          // Drawn afresh when a colleague or this officer has changed it.
          key={JSON.stringify(rules.data)}
          before={rules.data.scopes}
          mayChange={mayChange}
        />
      )}
    </div>
  )
}
