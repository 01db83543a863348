import { FilterSelect } from '../FilterSelect.tsx'
import { t } from './portal-users-words.ts'

const kinds = ['citizen', 'professional'] as const
const states = ['open', 'disabled', 'closed'] as const

export type UserFilter = {
  text: string
  kind: (typeof kinds)[number] | undefined
  state: (typeof states)[number] | undefined
  authenticated: boolean | undefined
}

export const noFilter: UserFilter = {
  text: '',
  kind: undefined,
  state: undefined,
  authenticated: undefined,
}

type UserFiltersProps = { filter: UserFilter; onChange: (filter: UserFilter) => void }

/** Which portal users are shown, beside the words of the filter box. */
export function UserFilters({ filter, onChange }: UserFiltersProps) {
  const any = (label: string) => `${label}: ${t('portalUsers.any')}`
  const { authenticated } = filter
  return (
    <>
      <FilterSelect
        label={t('portalUsers.filterKind')}
        any={any(t('portalUsers.filterKind'))}
        values={kinds}
        wordOf={(value) => t(`portalUsers.kind.${value}`)}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <FilterSelect
        label={t('portalUsers.filterState')}
        any={any(t('portalUsers.filterState'))}
        values={states}
        wordOf={(value) => t(`portalUsers.state.${value}`)}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <FilterSelect
        label={t('portalUsers.filterAccess')}
        any={any(t('portalUsers.filterAccess'))}
        values={['yes', 'no']}
        wordOf={(value) => t(`portalUsers.access.${value}`)}
        value={authenticated === undefined ? undefined : authenticated ? 'yes' : 'no'}
        onChange={(value) =>
          onChange({ ...filter, authenticated: value === undefined ? undefined : value === 'yes' })
        }
      />
    </>
  )
}
