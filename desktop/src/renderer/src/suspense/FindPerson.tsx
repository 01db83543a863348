import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { inactiveInWords } from '../people/inactive-words.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { Failed } from '../submissions/work-list/ScreenStates.tsx'
import type { ChosenPerson } from './SettleDialog.tsx'
import { fullName } from './suspense-words.ts'

const t = translator('en')

const fewestLetters = 2
const mostShown = 5

const toMatch = {
  label: t('suspense.find'),
  choose: t('suspense.match'),
  chooseWhom: (person: string) => t('suspense.matchWith', { person }),
}

type FindPersonProps = {
  /** What is done with the one who is found; to match a child unless said. */
  words?: typeof toMatch
  /** Who is not offered. */
  except?: string
  onMatch: (person: ChosenPerson) => void
}

/** Finds a person by any part of a name, UPN or postcode: whom no rule proposed, to match by hand, or another record. */
export function FindPerson({ words = toMatch, except, onMatch }: FindPersonProps) {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 200)
  const asked = query.length >= fewestLetters
  const found = useQuery(api.people.search.queryOptions({ query, limit: mostShown }, { enabled: asked }))
  const all = asked && found.data ? [...found.data.people, ...found.data.near] : []
  const people = all.filter(({ personId }) => personId !== except)
  return (
    <Stack gap="xs" mt="md" maw={520}>
      <TextInput
        size="xs"
        type="search"
        // In a dialog it has the focus.
        data-autofocus
        label={words.label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <output>{asked && found.data && people.length === 0 && t('people.none')}</output>
      {people.map((person) => (
        <Group key={person.personId} gap="sm" justify="space-between">
          <span>
            {fullName(person)}, {dateInWords(person.dateOfBirth)}, {person.postcode ?? '—'}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.chooseWhom(fullName(person))}
            onClick={() =>
              onMatch({
                personId: person.personId,
                name: fullName(person),
                inactive: inactiveInWords(person),
              })
            }
          >
            {words.choose}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
