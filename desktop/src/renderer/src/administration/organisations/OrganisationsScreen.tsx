import { Button, NativeSelect, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { OrganisationKind, organisationKinds } from '@send/shared/accounts/organisations'
import { covers } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import { FilterBox } from '../../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { OrganisationPane } from './OrganisationPane.tsx'
import own from './organisations.module.css'

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
  const [text] = useDebouncedValue(typed.trim(), 200)
  const [kind, setKind] = useState<OrganisationKind | undefined>(undefined)
  const [state, setState] = useState<(typeof states)[number] | undefined>('open')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [isAdding, setIsAdding] = useState(false)
  const filterBox = useRef<HTMLInputElement>(null)
  const me = useQuery(api.accounts.me.queryOptions({}))
  const mayChange = covers(me.data?.processes ?? [], 'portalAdministration', 'write')
  const filter = { text, ...(kind ? { kind } : {}), ...(state ? { state } : {}) }
  const list = useInfiniteQuery({
    queryKey: [...api.organisationsAdmin.list.queryKey(filter), 'pages'],
    queryFn: ({ pageParam }) =>
      apiClient.organisationsAdmin.list.query({ ...filter, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ organisations }) => organisations) ?? []
  const ids = rows.map(({ organisationId }) => organisationId)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    n: () => mayChange && setIsAdding(true),
    Escape: () => setOpened(undefined),
  })
  const isFiltered = text !== '' || kind !== undefined || state !== 'open'
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('orgs.title')}</h1>
        <FilterBox
          label={t('orgs.filter')}
          value={typed}
          onChange={setTyped}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        <NativeSelect
          size="xs"
          aria-label={t('orgs.kind')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('orgs.kind.any') },
            ...organisationKinds.map((value) => ({ value, label: t(`orgs.kind.${value}`) })),
          ]}
          onChange={(event) => setKind(OrganisationKind.safeParse(event.currentTarget.value).data)}
        />
        <NativeSelect
          size="xs"
          aria-label={t('orgs.state')}
          value={state ?? ''}
          data={[
            { value: '', label: t('orgs.state.any') },
            ...states.map((value) => ({ value, label: t(`orgs.state.${value}`) })),
          ]}
          onChange={(event) => setState(states.find((known) => known === event.currentTarget.value))}
        />
        {mayChange ? (
          <Button size="xs" aria-keyshortcuts="n" onClick={() => setIsAdding(true)}>
            {t('orgs.new')}
          </Button>
        ) : null}
      </div>
      <div />
      <div className={classes.scroll}>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Waiting what={t('orgs.title')} />}
        {list.data && rows.length === 0 && (
          <Empty
            title={t(isFiltered ? 'orgs.none' : 'orgs.empty')}
            hint={t(isFiltered ? 'orgs.noneHint' : 'orgs.emptyHint')}
          />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('orgs.list')}
            rows={rows}
            idOf={({ organisationId }) => organisationId}
            nameOf={({ name }) => name}
            nameHeading={t('orgs.column.name')}
            current={opened}
            onOpen={setOpened}
            columns={columns}
          />
        )}
        {list.hasNextPage ? (
          <div className={own.more}>
            <Button
              size="xs"
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('orgs.more')}
            </Button>
          </div>
        ) : null}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <OrganisationPane key={opened} organisationId={opened} mayChange={mayChange} />
        ) : (
          <Text size="sm">{t('orgs.choose')}</Text>
        )}
      </div>
      {isAdding ? <OrganisationForm onClose={() => setIsAdding(false)} onAdded={setOpened} /> : null}
    </div>
  )
}
