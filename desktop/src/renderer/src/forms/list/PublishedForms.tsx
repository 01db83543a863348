import { Alert, Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { Empty, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FilterChoice } from './FilterChoice.tsx'
import { InternalList } from './InternalList.tsx'
import {
  internalFilters,
  portalFilters,
  type InternalFilter,
  type InternalRow,
  type ListedForm,
  type PortalFilter,
} from './listed-forms.ts'
import { PublishedList } from './PublishedList.tsx'

const t = translator('en')

export type Filters = { portal: PortalFilter; internal: InternalFilter }

type PublishedFormsProps = {
  filters: Filters
  onFilter: (filters: Filters) => void
  portalForms: readonly ListedForm[]
  internalRows: readonly InternalRow[]
  current: string | undefined
  onEdit: (form: ListedForm) => void
  onOpenVersions: (form: ListedForm) => void
}

/** What is published: the forms of the portals, and the internal ones where there are any. */
export function PublishedForms(props: PublishedFormsProps) {
  const { filters, onFilter, portalForms, internalRows, ...shared } = props
  const api = useApi()
  const list = useQuery(api.forms.list.queryOptions({}))
  const hasInternal = list.data?.forms.some(({ family }) => family === 'internal')
  const nothing = (filter: PortalFilter | InternalFilter) => (
    <Empty
      title={t('forms.filterEmpty', { state: t(`forms.filter.${filter}`) })}
      hint={t('forms.filterEmptyHint')}
    />
  )
  const ready = !list.error && list.data !== undefined
  return (
    <>
      <section aria-labelledby="forms-published">
        <FilterChoice
          heading={t('forms.published')}
          id="forms-published"
          label={t('forms.filterPortal')}
          filters={portalFilters}
          filter={filters.portal}
          onChange={(portal) => onFilter({ ...filters, portal })}
        />
        {list.error && (
          <Alert
            variant="default"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('forms.publishedOffline')}
            m="sm"
            role="alert"
          >
            <Text size="sm" mb="xs">
              {list.error.message} {t('forms.publishedOfflineHint')}
            </Text>
            <Button size="xs" variant="default" loading={list.isFetching} onClick={() => void list.refetch()}>
              {t('casework.retry')}
            </Button>
          </Alert>
        )}
        {list.isPending && <Waiting what={t('forms.published')} />}
        {ready &&
          (portalForms.length === 0 && filters.portal !== 'all' ? (
            nothing(filters.portal)
          ) : (
            <PublishedList forms={portalForms} {...shared} />
          ))}
      </section>
      {ready && hasInternal && (
        <section aria-labelledby="forms-internal">
          <FilterChoice
            heading={t('forms.internal')}
            id="forms-internal"
            label={t('forms.filterInternal')}
            filters={internalFilters}
            filter={filters.internal}
            onChange={(internal) => onFilter({ ...filters, internal })}
          />
          {internalRows.length === 0 ? (
            nothing(filters.internal)
          ) : (
            <InternalList rows={internalRows} {...shared} />
          )}
        </section>
      )}
    </>
  )
}
