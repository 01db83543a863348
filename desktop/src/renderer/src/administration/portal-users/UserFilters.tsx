import { NativeSelect } from '@mantine/core'
import type { RefObject } from 'react'

import { FilterBox } from '../../submissions/work-list/FilterBox.tsx'
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

type UserFiltersProps = {
  filter: UserFilter
  onChange: (filter: UserFilter) => void
  onEnter: () => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** Which portal users are shown. */
export function UserFilters({ filter, onChange, onEnter, inputRef }: UserFiltersProps) {
  const any = (label: string) => ({ value: '', label: `${label}: ${t('portalUsers.any')}` })
  return (
    <>
      <FilterBox
        label={t('portalUsers.filter')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
        onEnter={onEnter}
        inputRef={inputRef}
      />
      <NativeSelect
        size="xs"
        aria-label={t('portalUsers.filterKind')}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, kind: kinds.find((kind) => kind === value) })
        }
        data={[
          any(t('portalUsers.filterKind')),
          ...kinds.map((value) => ({ value, label: t(`portalUsers.kind.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('portalUsers.filterState')}
        value={filter.state ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, state: states.find((state) => state === value) })
        }
        data={[
          any(t('portalUsers.filterState')),
          ...states.map((value) => ({ value, label: t(`portalUsers.state.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('portalUsers.filterAccess')}
        value={filter.authenticated === undefined ? '' : filter.authenticated ? 'yes' : 'no'}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, authenticated: value === '' ? undefined : value === 'yes' })
        }
        data={[
          any(t('portalUsers.filterAccess')),
          { value: 'yes', label: t('portalUsers.access.yes') },
          { value: 'no', label: t('portalUsers.access.no') },
        ]}
      />
    </>
  )
}
