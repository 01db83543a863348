import { filteredStates, questionFilters, type SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { translator } from '@send/shared/texts/translator'

import { FilterSelect } from '../administration/FilterSelect.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import type { Queue } from './queue-columns.tsx'
import { probabilityInWords } from './suspense-words.ts'

const t = translator('en')

const shares = ['0.5', '0.9', '0.99'] as const
const ages = ['5', '11', '16', '19', '25'] as const

type SuspenseFiltersProps = {
  filter: SuspenseFilter
  schools: Queue['schools']
  onChange: (filter: SuspenseFilter) => void
}

/** What the queue shows and in which order; all by keyboard. */
export function SuspenseFilters({ filter, schools, onChange }: SuspenseFiltersProps) {
  return (
    <>
      <FilterSelect
        label={t('suspense.filter.state')}
        any={t('suspense.filter.allStates')}
        values={filteredStates}
        wordOf={(state) => t(`suspense.state.${state}`)}
        value={filter.states[0]}
        onChange={(state) => onChange({ ...filter, states: state ? [state] : [] })}
      />
      <FilterSelect
        label={t('suspense.filter.question')}
        any={t('suspense.filter.anyQuestion')}
        values={questionFilters}
        wordOf={(question) => t(`suspense.question.${question}`)}
        value={filter.question ?? undefined}
        onChange={(question) => onChange({ ...filter, question: question ?? null })}
      />
      <FilterSelect
        label={t('suspense.filter.likelihood')}
        any={t('suspense.filter.anyLikelihood')}
        values={shares}
        wordOf={(share) => t('suspense.filter.atLeast', { percent: probabilityInWords(Number(share)) })}
        value={shares.find((share) => Number(share) === filter.atLeast)}
        onChange={(share) => onChange({ ...filter, atLeast: share ? Number(share) : 0 })}
      />
      <FilterSelect
        label={t('suspense.filter.age')}
        any={t('suspense.filter.anyAge')}
        values={ages}
        wordOf={(years) => t('suspense.filter.upTo', { years })}
        value={ages.find((years) => Number(years) === filter.ageLimit)}
        onChange={(years) => onChange({ ...filter, ageLimit: years ? Number(years) : null })}
      />
      <FilterSelect
        label={t('suspense.filter.order')}
        any={t('suspense.filter.longest')}
        values={['likeliest']}
        wordOf={() => t('suspense.filter.likeliest')}
        value={filter.order === 'likeliest' ? filter.order : undefined}
        onChange={(order) => onChange({ ...filter, order: order ?? 'longest' })}
      />
      <MoreFilters filter={filter} schools={schools} onChange={onChange} />
    </>
  )
}
