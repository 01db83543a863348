import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { AddPerson } from './adding/AddPerson.tsx'
import { PeopleScreen } from './PeopleScreen.tsx'
import { PersonScreen } from './PersonScreen.tsx'

const t = translator('en')

/** The search for people, the record of the one that was opened, and the form to add one. */
export function PeopleRoom() {
  const [personId, setPersonId] = useState<string | undefined>(undefined)
  const [isAdding, setIsAdding] = useState(false)
  const close = () => setPersonId(undefined)
  return (
    <>
      {isAdding && (
        // Kept while a record is looked at, with everything that was typed.
        <div hidden={personId !== undefined} style={{ height: '100%' }}>
          <AddPerson
            isBehind={personId !== undefined}
            onLook={setPersonId}
            onAdded={(added) => {
              setIsAdding(false)
              setPersonId(added)
            }}
            onLeave={() => setIsAdding(false)}
          />
        </div>
      )}
      {personId !== undefined && (
        <PersonScreen
          personId={personId}
          backWords={isAdding ? t('newPerson.backToTyped') : undefined}
          onBack={close}
        />
      )}
      {personId === undefined && !isAdding && (
        <PeopleScreen onOpenPerson={setPersonId} onAdd={() => setIsAdding(true)} />
      )}
    </>
  )
}
