import { useState } from 'react'

import { PeopleScreen } from './PeopleScreen.tsx'
import { PersonScreen } from './PersonScreen.tsx'

/** The search for people, and the record of the one that was opened. */
export function PeopleRoom() {
  const [personId, setPersonId] = useState<string | undefined>(undefined)
  if (personId === undefined) return <PeopleScreen onOpenPerson={setPersonId} />
  return <PersonScreen personId={personId} onBack={() => setPersonId(undefined)} />
}
