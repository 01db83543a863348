import { Group, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi } from '../api.ts'
import { dateInWords, momentInWords } from '../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { ChronologyEntry } from './ChronologyEntry.tsx'
import classes from './chronology.module.css'
import { FillForm } from './internal-forms/FillForm.tsx'
import { StartForm } from './internal-forms/StartForm.tsx'
import { UnfinishedForms } from './internal-forms/UnfinishedForms.tsx'
import { StartOnBehalf } from './on-behalf/StartOnBehalf.tsx'
import { groupByMonth } from './group-by-month.ts'

const t = translator('en')

type ChronologyProps = { personId: string; fillingFirst?: string | undefined; onLeave: () => void }

/** What happened to a person, newest month first; an entry opens with all that was submitted. */
export function Chronology({ personId, fillingFirst, onLeave }: ChronologyProps) {
  const api = useApi()
  const list = useQuery(api.chronology.list.queryOptions({ personId }))
  const [current, setCurrent] = useState<string | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [filling, setFilling] = useState(fillingFirst)
  const mayComplete = useMay('completeForms', 'write')
  const months = groupByMonth(list.data?.entries ?? [])
  const ids = months.flatMap((month) => month.entries.map((entry) => entry.entryId))
  function walk(step: 1 | -1) {
    const next = stepInList(ids, current, step)
    setCurrent(next)
    if (opened) setOpened(next)
    else document.getElementById(`entry-${next}`)?.focus()
  }
  useScreenKeys({
    j: () => !filling && walk(1),
    k: () => !filling && walk(-1),
    Escape: () => {
      if (filling) setFilling(undefined)
      else if (opened) setOpened(undefined)
      else onLeave()
    },
  })

  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Waiting what={t('chronology.title')} />
  if (filling) {
    return (
      <FillForm
        key={filling}
        internalFormId={filling}
        onBack={() => setFilling(undefined)}
        onCompleted={(entryId) => {
          setFilling(undefined)
          setOpened(entryId)
        }}
      />
    )
  }
  if (opened) {
    return (
      <ChronologyEntry
        key={opened}
        entryId={opened}
        onBack={() => setOpened(undefined)}
        onLeave={onLeave}
        onAmend={setFilling}
        onOpenEntry={setOpened}
      />
    )
  }
  return (
    <section aria-label={t('chronology.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('chronology.title')}
        </Title>
        <Group gap="xs">
          <StartOnBehalf personId={personId} onStarted={setFilling} />
          {mayComplete ? <StartForm personId={personId} onStarted={setFilling} /> : null}
        </Group>
      </Group>
      {mayComplete ? <UnfinishedForms personId={personId} onOpen={setFilling} /> : null}
      {ids.length === 0 && <Empty title={t('chronology.empty')} hint={t('chronology.emptyHint')} />}
      {months.map((month) => (
        <section key={month.title} aria-label={month.title}>
          <Title order={3} size="h6" mt="sm">
            {month.title}
          </Title>
          <ul className={classes.entries}>
            {month.entries.map((entry) => (
              <li key={entry.entryId}>
                <button
                  id={`entry-${entry.entryId}`}
                  type="button"
                  className={classes.entry}
                  onClick={() => {
                    setCurrent(entry.entryId)
                    setOpened(entry.entryId)
                  }}
                >
                  <span>{dateInWords(entry.occurredOn)}</span>
                  <span className={classes.kind}>
                    <IconFileText aria-hidden size={14} />{' '}
                    {t(entry.channel ? `onBehalf.channel.${entry.channel}` : 'chronology.form')}
                  </span>
                  <strong>
                    {entry.title}
                    {entry.isReplaced ? ` (${t('filling.isReplaced')})` : ''}
                  </strong>
                  <span>{entry.reference}</span>
                  <span>
                    {t('chronology.added', { by: entry.addedBy, when: momentInWords(entry.addedAt) })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
