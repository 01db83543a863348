import { Button, Kbd, TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi } from '../api.ts'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../submissions/work-list/steady-list.ts'
import { useEnterFirst } from '../submissions/work-list/useEnterFirst.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import classes from '../submissions/work-list/work-list.module.css'
import { PeopleTable } from './PeopleTable.tsx'

const t = translator('en')

/** Below this many letters a search would list half the authority. */
const fewestLetters = 2

const nobody = { people: [], near: [] }

type PeopleScreenProps = { onOpenPerson: (personId: string) => void; onAdd: () => void }

/** Finds a person by any part of a name, UPN or postcode; J and K walk the results, Enter opens, A adds one who is not there. */
export function PeopleScreen({ onOpenPerson, onAdd }: PeopleScreenProps) {
  const api = useApi()
  const mayAdd = useMay('people', 'write')
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const [query] = useDebouncedValue(wanted, 200)
  const [current, setCurrent] = useState<string | undefined>(undefined)
  const searchBox = useRef<HTMLInputElement>(null)
  const asked = query.length >= fewestLetters
  const found = useQuery(
    api.people.search.queryOptions({ query }, { enabled: asked, placeholderData: keepPreviousData }),
  )

  const { people, near } = (asked && found.data) || nobody
  const ids = [...people, ...near].map((person) => person.personId)
  const open = current !== undefined && ids.includes(current) ? current : ids[0]
  const isCurrent = query === wanted && (!asked || (found.isSuccess && !found.isPlaceholderData))
  const enterFirst = useEnterFirst({ typed, isCurrent }, () => open && onOpenPerson(open))
  useScreenKeys({
    '/': () => searchBox.current?.focus(),
    j: () => setCurrent(stepInList(ids, current, 1)),
    k: () => setCurrent(stepInList(ids, current, -1)),
    Enter: () => open && onOpenPerson(open),
    a: () => mayAdd && onAdd(),
  })

  return (
    <div className={classes.peopleScreen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('people.title')}</h1>
        <TextInput
          ref={searchBox}
          size="xs"
          w={360}
          type="search"
          aria-label={t('people.search')}
          placeholder={`/ ${t('people.search')}`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') enterFirst()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        {mayAdd && (
          <Button size="xs" variant="default" aria-keyshortcuts="a" onClick={onAdd}>
            {t('newPerson.open')} <Kbd ml={8}>A</Kbd>
          </Button>
        )}
      </div>
      <div className={classes.scroll}>
        {!asked && <Empty title={t('people.start')} hint={t('people.startHint')} />}
        {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {asked && found.isPending && <Waiting what={t('people.list')} />}
        {asked && found.data && people.length + near.length === 0 && (
          <Empty title={t('people.none')} hint={t('people.noneHint')} />
        )}
        {people.length > 0 && (
          <PeopleTable caption={t('people.list')} people={people} current={current} onOpen={onOpenPerson} />
        )}
        {near.length > 0 && (
          <>
            <h2 className={classes.group}>
              {people.length > 0 ? t('people.nearAlso') : t('people.nearOnly')}
            </h2>
            <PeopleTable caption={t('people.near')} people={near} current={current} onOpen={onOpenPerson} />
          </>
        )}
      </div>
    </div>
  )
}
