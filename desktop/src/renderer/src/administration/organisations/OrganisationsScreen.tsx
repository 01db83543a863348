import { organisationKinds, type OrganisationKind } from '@send/shared/accounts/organisations'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { FilterSelect } from '../FilterSelect.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { usePages } from '../usePages.ts'
import { OrganisationForm } from './OrganisationForm.tsx'
import { OrganisationPane } from './OrganisationPane.tsx'

const t = translator('en')

type Item = RouterOutputs['organisationsAdmin']['list']['organisations'][number]

const columns: readonly Column<Item>[] = [
  { heading: t('orgs.column.kind'), cell: ({ kind }) => t(`orgs.kind.${kind}`) },
  { heading: t('orgs.column.urn'), cell: ({ urn }) => urn ?? '—' },
  { heading: t('orgs.column.members'), cell: ({ members }) => members },
  { heading: t('orgs.column.leads'), cell: ({ leads }) => leads },
  { heading: t('orgs.column.waiting'), cell: ({ requestsWaiting }) => requestsWaiting || '—' },
  { heading: t('orgs.column.state'), cell: (item) => <State item={item} /> },
]

function State({ item: { closedAt, leads } }: { item: Item }) {
  if (closedAt) return <StatusMark shape="open" word={t('orgs.state.closed')} />
  if (leads === 0) return <StatusMark shape="warning" word={t('orgs.noLead')} />
  return <StatusMark shape="done" word={t('orgs.state.open')} />
}

const states = ['open', 'closed'] as const

/** The organisations of the authority, and the one that was opened; N adds one. */
export function OrganisationsScreen() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<OrganisationKind | undefined>(undefined)
  const [state, setState] = useState<(typeof states)[number] | undefined>('open')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [isAdding, setIsAdding] = useState(false)
  const mayChange = useMay('portalAdministration', 'write')
  const pages = usePages({
    typed,
    filterWith: (text) => ({ text, ...(kind ? { kind } : {}), ...(state ? { state } : {}) }),
    queryKey: (filter) => api.organisationsAdmin.list.queryKey(filter),
    load: (filter, after) => apiClient.organisationsAdmin.list.query({ ...filter, ...after }),
    rowsOf: ({ organisations }) => organisations,
  })
  const isFiltered = typed.trim() !== '' || kind !== undefined || state !== 'open'
  return (
    <>
      <ListFrame
        {...pages}
        title={t('orgs.title')}
        filter={{ label: t('orgs.filter'), value: typed, onChange: setTyped }}
        tools={
          <>
            <FilterSelect
              label={t('orgs.kind')}
              any={t('orgs.kind.any')}
              values={organisationKinds}
              wordOf={(value) => t(`orgs.kind.${value}`)}
              value={kind}
              onChange={setKind}
            />
            <FilterSelect
              label={t('orgs.state')}
              any={t('orgs.state.any')}
              values={states}
              wordOf={(value) => t(`orgs.state.${value}`)}
              value={state}
              onChange={setState}
            />
          </>
        }
        create={mayChange ? { word: t('orgs.new'), onCreate: () => setIsAdding(true) } : undefined}
        empty={
          isFiltered
            ? { title: t('orgs.none'), hint: t('orgs.noneHint') }
            : { title: t('orgs.empty'), hint: t('orgs.emptyHint') }
        }
        caption={t('orgs.list')}
        idOf={({ organisationId }) => organisationId}
        nameOf={({ name }) => name}
        nameHeading={t('orgs.column.name')}
        columns={columns}
        opened={opened}
        onOpen={setOpened}
        choose={t('orgs.choose')}
      >
        {opened && <OrganisationPane key={opened} organisationId={opened} mayChange={mayChange} />}
      </ListFrame>
      {isAdding ? <OrganisationForm onClose={() => setIsAdding(false)} onAdded={setOpened} /> : null}
    </>
  )
}
