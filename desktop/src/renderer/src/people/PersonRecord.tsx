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
import type { Side } from './family/family-words.ts'
import { FamilyRoom, type ChosenRelative } from './family/FamilyRoom.tsx'
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
  { name: 'family', label: 'family.title' },
  { name: 'advice', label: 'adviceOfPerson.title' },
  { name: 'details', label: 'details.title' },
] as const
export type RecordRoom = (typeof rooms)[number]['name'] | 'conflicts'

type PersonRecordProps = {
  personId: string
  /** The room that is opened first. */
  firstRoom: RecordRoom
  /** The unfinished form that is opened at once. */
  fillingFirst: string | undefined
  /** Whoever was just added to the records to be recorded with this person. */
  chosen: ChosenRelative | undefined
  onAsked: () => void
  backWords: string | undefined
  onBack: () => void
  /** Opens the record of somebody of the family. */
  onOpenPerson: (personId: string, from: { name: string }) => void
  /** Leads to the form that adds somebody who is not on record, to be recorded with this person. */
  onAddPerson: (side: Side, from: { name: string }) => void
}

/** One person: who it is, the links of the record, and the chronology. */
export function PersonRecord({ personId: opened, firstRoom, onBack, ...props }: PersonRecordProps) {
  const api = useApi()
  const [room, setRoom] = useState<RecordRoom>(firstRoom)
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
          {props.backWords ?? t('people.back')}
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
            <Chronology
              key={personId}
              personId={personId}
              fillingFirst={props.fillingFirst}
              onLeave={onBack}
            />
          )}
          {room === 'family' && (
            <FamilyRoom
              key={personId}
              person={{ personId, name: personName(person), dateOfBirth: person.dateOfBirth }}
              chosen={props.chosen}
              onAsked={props.onAsked}
              onOpenPerson={(relative) => props.onOpenPerson(relative, { name: personName(person) })}
              onAddPerson={(side) => props.onAddPerson(side, { name: personName(person) })}
              onLeave={onBack}
            />
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
