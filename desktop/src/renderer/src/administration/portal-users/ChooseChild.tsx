import { Radio, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { personName } from '../../people/person-words.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import { t } from './portal-users-words.ts'

const fewestLetters = 2
const mostShown = 6

export type Child = { personId: string; name: string }

type ChooseChildProps = { chosen: Child | undefined; onChoose: (child: Child) => void; takesFocus?: boolean }

/** Finds a child on record by any part of a name, date of birth, UPN or postcode, and chooses one. */
export function ChooseChild({ chosen, onChoose, takesFocus }: ChooseChildProps) {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 200)
  const asked = query.length >= fewestLetters
  const found = useQuery(api.people.search.queryOptions({ query, limit: mostShown }, { enabled: asked }))
  const people = asked && found.data ? [...found.data.people, ...found.data.near] : []
  return (
    <Stack gap="xs" maw={520}>
      <TextInput
        size="xs"
        type="search"
        data-autofocus={takesFocus || undefined}
        label={t('portalUsers.findChild')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter searches here; it does not confirm the dialog around.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <output>{asked && found.data && people.length === 0 && t('portalUsers.noChild')}</output>
      {people.length > 0 && (
        <Radio.Group
          size="xs"
          label={t('portalUsers.foundChildren')}
          value={chosen?.personId ?? ''}
          onChange={(personId) => {
            const person = people.find((one) => one.personId === personId)
            if (person) onChoose({ personId, name: personName(person) })
          }}
        >
          <Stack gap={4} mt={4}>
            {people.map((person) => (
              <Radio
                key={person.personId}
                size="xs"
                value={person.personId}
                label={[
                  personName(person),
                  dateInWords(person.dateOfBirth),
                  person.postcode ?? '—',
                  person.schoolName ?? '—',
                ].join(', ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  )
}
