import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { AddPerson } from './adding/AddPerson.tsx'
import type { Side } from './family/family-words.ts'
import type { ChosenRelative } from './family/FamilyRoom.tsx'
import { PersonRecord } from './PersonRecord.tsx'

const t = translator('en')

type PersonScreenProps = {
  personId: string
  /** The unfinished form that is opened at once. */
  fillingFirst?: string | undefined
  /** What going back is called, where it is not to the search for people. */
  backWords?: string | undefined
  onBack: () => void
}

/** A record of the family, and whose record it was opened from, to which one goes back. */
type Opened = { personId: string; from: string }

/** As what somebody is added to the records, and with whom. */
type Adding = { side: Side; name: string }

/**
 * The record of a person, those of the family that are opened from it one after the other, and the form that adds somebody
 * who is not on record yet.
 */
export function PersonScreen({ personId, fillingFirst, backWords, onBack }: PersonScreenProps) {
  const [trail, setTrail] = useState<readonly Opened[]>([])
  const [adding, setAdding] = useState<Adding | undefined>(undefined)
  const [chosen, setChosen] = useState<ChosenRelative | undefined>(undefined)
  // The first record is opened at its chronology, and whoever comes from or to the family stays with it.
  const [isAmongFamily, setIsAmongFamily] = useState(false)
  const last = trail.at(-1)
  const opened = last?.personId ?? personId
  if (adding)
    return (
      <AddRelativePerson
        backWords={t('family.backTo', { name: adding.name })}
        onAdded={(added) => {
          setChosen({ side: adding.side, personId: added })
          setAdding(undefined)
        }}
        onLeave={() => setAdding(undefined)}
      />
    )
  return (
    <PersonRecord
      key={opened}
      personId={opened}
      firstRoom={isAmongFamily ? 'family' : 'chronology'}
      fillingFirst={last ? undefined : fillingFirst}
      chosen={chosen}
      onAsked={() => setChosen(undefined)}
      backWords={last ? t('family.backTo', { name: last.from }) : backWords}
      onBack={() => {
        if (!last) return onBack()
        setChosen(undefined)
        setTrail(trail.slice(0, -1))
      }}
      onOpenPerson={(relative, { name }) => {
        setChosen(undefined)
        setIsAmongFamily(true)
        setTrail([...trail, { personId: relative, from: name }])
      }}
      onAddPerson={(side, { name }) => {
        setIsAmongFamily(true)
        setAdding({ side, name })
      }}
    />
  )
}

type AddRelativePersonProps = {
  backWords: string
  onAdded: (personId: string) => void
  onLeave: () => void
}

/** Adds somebody to the records; whoever is on record already and alike is looked at meanwhile. */
function AddRelativePerson({ backWords, onAdded, onLeave }: AddRelativePersonProps) {
  const [looking, setLooking] = useState<string | undefined>(undefined)
  const isBehind = looking !== undefined
  return (
    <>
      <div hidden={isBehind} style={{ height: '100%' }}>
        <AddPerson
          isBehind={isBehind}
          backWords={backWords}
          onLook={setLooking}
          onAdded={onAdded}
          onLeave={onLeave}
        />
      </div>
      {isBehind && (
        <PersonScreen
          personId={looking}
          backWords={t('newPerson.backToTyped')}
          onBack={() => setLooking(undefined)}
        />
      )}
    </>
  )
}
