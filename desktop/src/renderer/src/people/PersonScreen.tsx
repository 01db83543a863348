import { Button, NavLink, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { Chronology } from '../chronology/Chronology.tsx'
import { AdviceOfPerson } from '../involvements/advice/AdviceOfPerson.tsx'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { nameAndCalled, personName } from './person-words.ts'
import { ConflictsOfPerson } from '../suspense/conflicts/ConflictsOfPerson.tsx'
import { useConflictsOfPerson } from '../suspense/conflicts/useConflictsOfPerson.ts'
import { InactiveNote } from './InactiveNote.tsx'
import { PersonDetails } from './record/PersonDetails.tsx'
import { MergeRecords } from './merging/MergeRecords.tsx'
import { MergesOfPerson } from './merging/MergesOfPerson.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import classes from './people.module.css'

const t = translator('en')

/** So that nothing about one of two children of the same name is sent about the other. */
function nameWithBirth(person: Parameters<typeof personName>[0] & { dateOfBirth: string | null }): string {
  const name = personName(person)
  const { dateOfBirth } = person
  return dateOfBirth ? t('askForAdvice.born', { name, date: dateInWords(dateOfBirth) }) : name
}

/** The links of a record, in their order. */
const rooms = [
  { name: 'chronology', label: 'chronology.title' },
  { name: 'advice', label: 'adviceOfPerson.title' },
  { name: 'details', label: 'details.title' },
] as const
type Room = (typeof rooms)[number]['name'] | 'conflicts'

type PersonScreenProps = {
  personId: string
  /** The unfinished form that is opened at once. */
  fillingFirst?: string | undefined
  /** What going back is called, where it is not to the search for people. */
  backWords?: string | undefined
  onBack: () => void
}

/** One person: who it is, the links of the record, and the chronology. */
export function PersonScreen({ personId: opened, fillingFirst, backWords, onBack }: PersonScreenProps) {
  const api = useApi()
  const [room, setRoom] = useState<Room>('chronology')
  const found = useQuery(api.people.get.queryOptions({ personId: opened }))
  // The id of a record that was merged into another leads to that one.
  const personId = found.data?.person.personId ?? opened
  const conflicts = useConflictsOfPerson(personId)
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('people.identity')} />
  const { person } = found.data
  return (
    <div className={classes.person}>
      <header className={classes.header}>
        <Button size="compact-xs" variant="default" onClick={onBack}>
          {backWords ?? t('people.back')}
        </Button>{' '}
        <MergeRecords personId={personId} />
        <Title order={1} size="h4" my={4}>
          {nameAndCalled(person)}
        </Title>
        <PersonFacts person={person} />
        <InactiveNote person={person} />
        <MergesOfPerson personId={personId} />
      </header>
      <div className={classes.body}>
        <nav className={classes.links} aria-label={t('people.links')}>
          {rooms.map(({ name, label }) => (
            <NavLink
              key={name}
              component="button"
              active={room === name}
              aria-current={room === name ? 'page' : undefined}
              label={t(label)}
              onClick={() => setRoom(name)}
            />
          ))}
          {(conflicts.count > 0 || room === 'conflicts') && (
            <NavLink
              component="button"
              active={room === 'conflicts'}
              aria-current={room === 'conflicts' ? 'page' : undefined}
              label={<ConflictsMark count={conflicts.count} />}
              onClick={() => setRoom('conflicts')}
            />
          )}
        </nav>
        <div className={classes.content}>
          {room === 'chronology' && (
            <Chronology key={personId} personId={personId} fillingFirst={fillingFirst} onLeave={onBack} />
          )}
          {room === 'advice' && (
            <AdviceOfPerson person={{ personId, name: nameWithBirth(person) }} onLeave={onBack} />
          )}
          {room === 'details' && <PersonDetails key={personId} personId={personId} />}
          {room === 'conflicts' && <ConflictsOfPerson matches={conflicts.matches} />}
        </div>
      </div>
    </div>
  )
}

function ConflictsMark({ count }: { count: number }) {
  return count > 0 ? (
    <StatusMark shape="warning" word={t('importConflicts.count', { count })} />
  ) : (
    <StatusMark shape="done" word={t('importConflicts.noConflicts')} />
  )
}
