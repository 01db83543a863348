import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi, type RouterOutputs } from '../api.ts'
import { BeingEntered } from '../chronology/on-behalf/BeingEntered.tsx'
import { PrintBlankForm } from '../chronology/on-behalf/PrintBlankForm.tsx'
import { StartOnBehalf, useMayEnter } from '../chronology/on-behalf/StartOnBehalf.tsx'
import { IncomingForm } from './IncomingForm.tsx'
import { dateInWords } from './work-list/date-words.ts'
import { FilterBox } from './work-list/FilterBox.tsx'
import { NewsBar } from './work-list/NewsBar.tsx'
import { Empty, Failed, Waiting } from './work-list/ScreenStates.tsx'
import { StatusMark } from './work-list/StatusMark.tsx'
import { neighbourOf, stepInList } from './work-list/steady-list.ts'
import { useScreenKeys } from './work-list/useScreenKeys.ts'
import { useSteadyList } from './work-list/useSteadyList.ts'
import { When } from './work-list/When.tsx'
import classes from './work-list/work-list.module.css'
import { WorkTable, type Column } from './work-list/WorkTable.tsx'

const t = translator('en')

type IncomingRow = RouterOutputs['chronology']['listIncoming']['forms'][number]

const columns: readonly Column<IncomingRow>[] = [
  {
    heading: t('incoming.column.child'),
    cell: (form) => `${form.childName}, ${dateInWords(form.childDateOfBirth)}`,
  },
  { heading: t('incoming.column.form'), cell: (form) => form.formTitle },
  { heading: t('incoming.column.from'), cell: (form) => senderInWords(form) },
  {
    heading: t('incoming.column.settled'),
    cell: ({ settled }) => (
      <StatusMark
        shape={settled ? 'done' : 'waiting'}
        word={settled ? t('incoming.settled') : t('incoming.notSettled')}
      />
    ),
  },
  {
    heading: t('incoming.column.submitted'),
    cell: (form) => (form.origin ? dateInWords(form.origin.receivedOn) : <When at={form.submittedAt} />),
  },
]

/** Who sent it on the portal, or from whom it came otherwise. */
function senderInWords({ origin, submitterEmail }: IncomingRow): string {
  if (!origin) return submitterEmail
  return t('onBehalf.senderOf', { name: origin.fromName, channel: t(`onBehalf.channel.${origin.channel}`) })
}

/** Submitted forms that wait for an officer; the open one is read, then approved on to the chronology. */
export function IncomingFormsScreen({ onFill }: { onFill: (internalFormId: string) => void }) {
  const api = useApi()
  const list = useQuery(api.chronology.listIncoming.queryOptions({}, { refetchInterval: 15_000 }))
  const steady = useSteadyList(list.data?.forms, list.isFetchedAfterMount, (form) => form.submissionId)
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const mayEnter = useMayEnter()
  const filterBox = useRef<HTMLInputElement>(null)

  const rows = (steady.rows ?? []).filter((form) =>
    [form.reference, form.childName, form.formTitle, senderInWords(form)]
      .join(' ')
      .toLowerCase()
      .includes(filter.trim().toLowerCase()),
  )
  const ids = rows.map((form) => form.submissionId)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => setOpened(undefined),
  })
  function openNext(handledId: string) {
    setOpened(neighbourOf(ids, handledId))
    steady.showNewest()
  }

  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('incoming.title')}</h1>
        <FilterBox
          label={t('casework.filter')}
          value={filter}
          onChange={setFilter}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        <Text size="xs" ml="auto">
          {t('casework.keys')}
        </Text>
        <PrintBlankForm />
        <StartOnBehalf onStarted={onFill} />
      </div>
      <NewsBar change={steady.change} onShow={steady.showNewest} />
      <div className={classes.scroll}>
        {mayEnter ? <BeingEntered onOpen={onFill} /> : null}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {!steady.rows && !list.error && <Waiting what={t('incoming.title')} />}
        {steady.rows?.length === 0 && <Empty title={t('incoming.empty')} hint={t('incoming.emptyHint')} />}
        {steady.rows !== undefined && steady.rows.length > 0 && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('incoming.list')}
            rows={rows}
            idOf={(form) => form.submissionId}
            nameOf={(form) => form.reference}
            nameHeading={t('incoming.column.reference')}
            current={opened}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <IncomingForm key={opened} submissionId={opened} onHandled={() => openNext(opened)} />
        ) : (
          <Text size="sm">{t('incoming.choose')}</Text>
        )}
      </div>
    </div>
  )
}
