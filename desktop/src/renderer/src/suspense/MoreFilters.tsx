import { Button, Popover, Stack } from '@mantine/core'
import { suspenseSources } from '@send/shared/suspense/matching-settings'
import { holderFilters, type SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { translator } from '@send/shared/texts/translator'

import { FilterSelect } from '../administration/FilterSelect.tsx'
import type { Queue } from './queue-columns.tsx'

const t = translator('en')

const days = ['1', '3', '7', '14', '28'] as const

type MoreFiltersProps = {
  filter: SuspenseFilter
  schools: Queue['schools']
  onChange: (filter: SuspenseFilter) => void
}

/** The filters that are used now and then: who has a child, how long it waits, who sent it; how many are set is said outside. */
export function MoreFilters({ filter, schools, onChange }: MoreFiltersProps) {
  const { heldBy, waitingDays, source, school } = filter
  const count = [heldBy, waitingDays, source, school].filter((value) => value !== null).length
  return (
    <Popover position="bottom-start" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" variant={count > 0 ? 'filled' : 'default'}>
          {count > 0 ? t('suspense.filter.moreOf', { count }) : t('suspense.filter.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('suspense.filter.more')}>
        <Stack gap="xs" w={240}>
          <FilterSelect
            label={t('suspense.filter.heldBy')}
            any={t('suspense.filter.anyHolder')}
            values={holderFilters}
            wordOf={(who) => t(`suspense.filter.heldBy.${who}`)}
            value={heldBy ?? undefined}
            onChange={(who) => onChange({ ...filter, heldBy: who ?? null })}
          />
          <FilterSelect
            label={t('suspense.filter.waiting')}
            any={t('suspense.filter.anyWaiting')}
            values={days}
            wordOf={(number) => t('suspense.filter.waits', { count: Number(number) })}
            value={days.find((number) => Number(number) === waitingDays)}
            onChange={(number) => onChange({ ...filter, waitingDays: number ? Number(number) : null })}
          />
          <FilterSelect
            label={t('suspense.filter.source')}
            any={t('suspense.filter.anySource')}
            values={suspenseSources}
            wordOf={(known) => t(`suspense.source.${known}`)}
            value={source ?? undefined}
            onChange={(known) => onChange({ ...filter, source: known ?? null })}
          />
          <FilterSelect
            label={t('suspense.filter.school')}
            any={t('suspense.filter.anySchool')}
            values={schools.map(({ schoolId }) => schoolId)}
            wordOf={(id) => schools.find(({ schoolId }) => schoolId === id)?.name ?? ''}
            value={school ?? undefined}
            onChange={(id) => onChange({ ...filter, school: id ?? null })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
