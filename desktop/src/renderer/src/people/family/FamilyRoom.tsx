import { notifications } from '@mantine/notifications'
import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { personName } from '../person-words.ts'
import { AddRelative } from './AddRelative.tsx'
import { ContactsSection } from './ContactsSection.tsx'
import { EndDialog } from './EndDialog.tsx'
import { meanwhileInWords, pairOf, t, type FamilyMember, type Side, type Somebody } from './family-words.ts'
import { FamilySections } from './FamilySections.tsx'
import { OpenPerson } from './MergedNotice.tsx'
import { RelationshipDialog } from './RelationshipDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useRelationship } from './useSaying.ts'

/** Somebody who was added to the records so as to be recorded with a person, and as what. */
export type ChosenRelative = { side: Side; personId: string }

type FamilyRoomProps = {
  person: Somebody
  /** Whoever was just added for this: then it is asked at once what they are to the person. */
  chosen: ChosenRelative | undefined
  /** It was asked, and is not asked again. */
  onAsked: () => void
  onOpenPerson: (personId: string) => void
  onAddPerson: (side: Side) => void
  onLeave: () => void
}

type Asking =
  | { what: 'add'; side: Side; chosen?: string }
  | { what: 'correct' | 'end' | 'remove'; side: Side; member: FamilyMember }

/** The family, the household and the contacts of a person; N adds a parent or carer. */
export function FamilyRoom({ person, chosen, onAsked, ...props }: FamilyRoomProps) {
  const api = useApi()
  const mayChange = useMay('people', 'write')
  const today = dateInLondon(useNow())
  const { personId } = person
  const found = useQuery(api.family.get.queryOptions({ personId }))
  const [asking, setAsking] = useState<Asking | undefined>(
    chosen && { what: 'add', side: chosen.side, chosen: chosen.personId },
  )
  function close() {
    onAsked()
    setAsking(undefined)
  }
  const undo = useUndoOfEnd()
  const add = (side: Side) => mayChange && setAsking({ what: 'add', side })
  useScreenKeys({ n: () => add('carers'), Escape: props.onLeave })
  const failed = found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return failed ?? <Waiting what={t('family.title')} />
  return (
    // What is typed in a dialog stays, also where the record is not there any more.
    <OpenPerson value={props.onOpenPerson}>
      {failed}
      <FamilySections
        person={person}
        family={found.data}
        today={today}
        mayChange={mayChange}
        contacts={
          <ContactsSection personId={personId} contacts={found.data.contacts} mayChange={mayChange} />
        }
        acts={{
          onOpen: props.onOpenPerson,
          onAdd: add,
          onCorrect: (side, member) => setAsking({ what: 'correct', side, member }),
          onEnd: (side, member) => setAsking({ what: 'end', side, member }),
        }}
      />
      {asking?.what === 'add' && (
        <AddRelative
          person={person}
          side={asking.side}
          chosen={asking.chosen}
          there={found.data.household}
          onAddPerson={() => props.onAddPerson(asking.side)}
          onClose={close}
        />
      )}
      {asking && asking.what !== 'add' && (
        <AboutMember person={person} asking={asking} onAsk={setAsking} onUndo={undo} onClose={close} />
      )}
    </OpenPerson>
  )
}

type AboutMemberProps = {
  person: Somebody
  asking: Exclude<Asking, { what: 'add' }>
  onAsk: (asking: Asking) => void
  onUndo: ReturnType<typeof useUndoOfEnd>
  onClose: () => void
}

function AboutMember({ person, asking, onAsk, onUndo, onClose }: AboutMemberProps) {
  const { what, side, member } = asking
  const pair = pairOf(person, { ...member, name: personName(member) }, side)
  const shared = { personId: person.personId, pair, member, onClose }
  switch (what) {
    case 'correct':
      return <RelationshipDialog {...shared} onRemove={() => onAsk({ what: 'remove', side, member })} />
    case 'end':
      return (
        <EndDialog
          {...shared}
          onUndo={(version, before) =>
            onUndo({
              personId: pair.child.personId,
              relationshipId: member.relationshipId,
              version,
              entry: before,
            })
          }
        />
      )
    case 'remove':
      return <RemoveDialog pair={pair} member={member} onClose={onClose} />
  }
}

type Undo = { personId: string; relationshipId: string; version: number; entry: RelationshipEntry }

function useUndoOfEnd(): (undo: Undo) => void {
  const { correct } = useRelationship({
    onDone: () => notifications.show({ message: t('administration.undone') }),
    onRefused: () => notifications.show({ color: 'yellow', message: t('family.undoRefused') }),
    onMeanwhile: (told) => notifications.show({ color: 'yellow', message: meanwhileInWords(told) }),
  })
  return correct
}
