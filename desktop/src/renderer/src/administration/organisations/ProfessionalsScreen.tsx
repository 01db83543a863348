import { Button, NativeSelect, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { VerificationState, verificationStates } from '@send/shared/accounts/professional-verification'
import { translator } from '@send/shared/texts/translator'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { FilterBox } from '../../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import own from './organisations.module.css'
import { ProfessionalPane } from './ProfessionalPane.tsx'
import { UnverifyMany } from './UnverifyMany.tsx'
import { verificationShapes } from './verification-words.ts'

const t = translator('en')

type Item = RouterOutputs['organisationsAdmin']['listProfessionals']['professionals'][number]

const columns: readonly Column<Item>[] = [
  {
    heading: t('pros.column.state'),
    cell: ({ verification }) => (
      <StatusMark shape={verificationShapes[verification]} word={t(`pros.state.${verification}`)} />
    ),
  },
  { heading: t('pros.column.until'), cell: ({ expiresAt }) => dateInWords(expiresAt) },
  {
    heading: t('pros.column.organisations'),
    cell: ({ organisations }) => organisations.join(', ') || '—',
  },
  { heading: t('pros.column.email'), cell: ({ email }) => email },
  { heading: t('pros.column.registered'), cell: ({ registeredAt }) => dateInWords(registeredAt) },
]

/** Professionals with an account: verify them one by one; X chooses verified ones to un-verify together. */
export function ProfessionalsScreen() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const [verification, setVerification] = useState<VerificationState | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const filterBox = useRef<HTMLInputElement>(null)
  const filter = { text, ...(verification ? { verification } : {}) }
  const list = useInfiniteQuery({
    queryKey: [...api.organisationsAdmin.listProfessionals.queryKey(filter), 'pages'],
    queryFn: ({ pageParam }) =>
      apiClient.organisationsAdmin.listProfessionals.query({
        ...filter,
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ professionals }) => professionals) ?? []
  const ids = rows.map(({ userId }) => userId)
  const choosable = new Set(rows.filter((row) => row.verification === 'verified').map(({ userId }) => userId))
  // Whom a filter hides is not un-verified unseen.
  const chosenIds = ids.filter((id) => chosen.has(id) && choosable.has(id))
  function choose(userId: string | undefined) {
    if (userId === undefined || !choosable.has(userId)) return
    const next = new Set(chosen)
    if (!next.delete(userId)) next.add(userId)
    setChosen(next)
  }
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    x: () => choose(opened),
    Escape: () => setOpened(undefined),
  })
  const isFiltered = text !== '' || verification !== undefined
  const choice: Column<Item> = {
    heading: t('pros.column.select'),
    cell: ({ userId, name }) =>
      choosable.has(userId) ? (
        <input
          type="checkbox"
          className={own.choose}
          aria-label={t('pros.chooseOne', { name })}
          checked={chosen.has(userId)}
          onChange={() => choose(userId)}
        />
      ) : null,
  }
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('pros.title')}</h1>
        <FilterBox
          label={t('pros.filter')}
          value={typed}
          onChange={setTyped}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        <NativeSelect
          size="xs"
          aria-label={t('pros.verification')}
          value={verification ?? ''}
          data={[
            { value: '', label: t('pros.state.any') },
            ...verificationStates.map((value) => ({ value, label: t(`pros.state.${value}`) })),
          ]}
          onChange={(event) => setVerification(VerificationState.safeParse(event.currentTarget.value).data)}
        />
        <UnverifyMany userIds={chosenIds} onDone={() => setChosen(new Set())} />
      </div>
      <div />
      <div className={classes.scroll}>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Waiting what={t('pros.title')} />}
        {list.data && rows.length === 0 && (
          <Empty
            title={t(isFiltered ? 'pros.none' : 'pros.empty')}
            hint={t(isFiltered ? 'pros.noneHint' : 'pros.emptyHint')}
          />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('pros.list')}
            rows={rows}
            idOf={({ userId }) => userId}
            nameOf={({ name }) => name}
            nameHeading={t('pros.column.name')}
            current={opened}
            onOpen={setOpened}
            columns={[choice, ...columns]}
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
          <ProfessionalPane key={opened} userId={opened} />
        ) : (
          <Text size="sm">{t('pros.choose')}</Text>
        )}
      </div>
    </div>
  )
}
