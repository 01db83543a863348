import { Group, NumberInput, Text } from '@mantine/core'
import { KeepingPeriods, keepingLimits } from '@send/shared/submissions/keeping-periods'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../accounts/useMay.ts'
import { apiClient, useApi } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import list from '../submissions/work-list/work-list.module.css'
import classes from './administration.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UnsavedChange } from './UnsavedChange.tsx'
import { useUndoableChange } from './useUndoableChange.ts'

const t = translator('en')

/** For how long the authority keeps forms that nobody goes on with. */
export function KeepingPeriodsScreen() {
  const api = useApi()
  const periods = useQuery(api.submissions.getKeepingPeriods.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  return (
    <div className={list.pane}>
      <h1 className={list.heading}>{t('keeping.title')}</h1>
      <Text size="sm" my="xs" maw={720}>
        {t('keeping.intro')}
      </Text>
      {periods.error && <Failed error={periods.error} onRetry={() => void periods.refetch()} />}
      {!periods.data && !periods.error && <Waiting what={t('keeping.title')} />}
      {periods.data && (
        <PeriodsCard
          // Drawn afresh when a colleague or this officer has changed it.
          key={JSON.stringify(periods.data)}
          before={periods.data}
          mayChange={mayChange}
        />
      )}
    </div>
  )
}

function PeriodsCard({ before, mayChange }: { before: KeepingPeriods; mayChange: boolean }) {
  const change = useUndoableChange<KeepingPeriods>({
    before,
    nameOf: () => t('keeping.title'),
    save: ({ before: was, after: will }) =>
      apiClient.submissions.setKeepingPeriods.mutate({ before: was, after: will }),
  })
  const { after, setAfter } = change
  const isShorter = after.keepDays < before.keepDays
  const differs = after.keepDays !== before.keepDays || after.remindDays !== before.remindDays
  const isLate = after.remindDays >= after.keepDays
  const box = (name: keyof KeepingPeriods, { min, max }: { min: number; max: number }, error?: string) => (
    <NumberInput
      size="sm"
      w={280}
      label={t(`keeping.${name}`)}
      description={t(`keeping.${name}About`, { min, max })}
      styles={{ description: { color: 'var(--mantine-color-text)' } }}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      readOnly={!mayChange}
      error={error}
      value={after[name] || ''}
      onChange={(value) => setAfter({ ...after, [name]: Number(value) })}
    />
  )
  return (
    <section className={classes.policy} aria-label={t('keeping.title')}>
      <Group align="start" gap="lg">
        {box('keepDays', keepingLimits.keep)}
        {box('remindDays', keepingLimits.remind, isLate ? t('keeping.tooLate') : undefined)}
      </Group>
      {differs && (
        <div className={classes.unsaved}>
          <UnsavedChange
            ready={KeepingPeriods.safeParse(after).success}
            onSave={change.ask}
            onDiscard={change.discard}
          />
        </div>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('keeping.saveTitle')}
          sentence={t(isShorter ? 'keeping.saveShorter' : 'keeping.saveSentence', after)}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={isShorter}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </section>
  )
}
