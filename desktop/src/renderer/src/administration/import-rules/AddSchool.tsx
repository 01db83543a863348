import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'

const t = translator('en')

const fewestLetters = 2

type AddSchoolProps = {
  /** The scopes that stand in the grid already. */
  known: readonly string[]
  onAdd: (school: { urn: string; name: string }) => void
}

/** Finds a school or setting that is to have rules of its own. */
export function AddSchool({ known, onAdd }: AddSchoolProps) {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const asked = text.length >= fewestLetters
  const answer = useQuery(api.importRules.findScopes.queryOptions({ text }, { enabled: asked }))
  const found = asked ? (answer.data?.found ?? []).filter(({ urn }) => !known.includes(urn)) : []
  return (
    <Stack gap="xs" mt="md" maw={520}>
      <TextInput
        size="xs"
        type="search"
        label={t('importRules.add')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {answer.error && <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
      <output>{asked && answer.data && found.length === 0 && t('importRules.noneFound')}</output>
      {found.map(({ urn, name }) => (
        <Group key={urn} gap="sm" justify="space-between">
          <span>
            {name}, {t('importRules.scopeHint.school', { urn })}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('importRules.addOne', { name })}
            onClick={() => {
              onAdd({ urn, name })
              setTyped('')
            }}
          >
            {t('importRules.addShort')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
