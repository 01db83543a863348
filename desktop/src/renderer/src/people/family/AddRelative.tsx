import { Button, Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FindPerson } from '../../suspense/FindPerson.tsx'
import { personName } from '../person-words.ts'
import { pairOf, t, type Family, type Side, type Somebody } from './family-words.ts'
import { RelationshipDialog } from './RelationshipDialog.tsx'

/** More would be a list to search in. */
const mostProposed = 6

type AddRelativeProps = {
  person: Somebody
  side: Side
  /** Who was added to the records for this, and so is chosen already. */
  chosen: string | undefined
  /** Who lives at the address and is not recorded as family: they are the likeliest. */
  there: Family['household']
  onAddPerson: () => void
  onClose: () => void
}

/** Finds a parent, carer or child on record, or leads to the form that adds one, and asks what the two are to each other. */
export function AddRelative({ person, side, chosen, there, onAddPerson, onClose }: AddRelativeProps) {
  const api = useApi()
  const [otherId, setOtherId] = useState(chosen)
  const found = useQuery(
    api.people.get.queryOptions({ personId: otherId ?? '' }, { enabled: otherId !== undefined }),
  )
  if (otherId !== undefined && found.data) {
    const { person: other } = found.data
    const pair = pairOf(person, { ...other, name: personName(other) }, side)
    return <RelationshipDialog personId={person.personId} pair={pair} onClose={onClose} />
  }
  const words = {
    label: t(side === 'carers' ? 'family.findCarer' : 'family.findChild'),
    choose: t('family.choose'),
    chooseWhom: (name: string) => t('family.chooseWhom', { person: name }),
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(side === 'carers' ? 'family.addCarerTitle' : 'family.addChildTitle')}
      size="lg"
    >
      {otherId === undefined ? (
        <>
          <FindPerson
            words={words}
            except={person.personId}
            onMatch={({ personId }) => setOtherId(personId)}
          />
          <There people={there} onChoose={setOtherId} />
          <Group gap="sm" mt="md">
            <Text size="sm">{t('family.notOnRecord')}</Text>
            <Button size="compact-xs" variant="default" onClick={onAddPerson}>
              {t('newPerson.open')}
            </Button>
          </Group>
        </>
      ) : found.error ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Waiting what={t('people.identity')} />
      )}
    </Modal>
  )
}

function There({ people, onChoose }: { people: Family['household']; onChoose: (personId: string) => void }) {
  if (people.length === 0) return null
  return (
    <Group gap="xs" mt="md">
      <Text size="sm">{t('family.there')}</Text>
      {people.slice(0, mostProposed).map((person) => (
        <Button
          key={person.personId}
          size="compact-xs"
          variant="default"
          onClick={() => onChoose(person.personId)}
        >
          {t('family.proposed', { name: personName(person), born: dateInWords(person.dateOfBirth) })}
        </Button>
      ))}
    </Group>
  )
}
