import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'

const t = translator('en')

const fewestLetters = 2

type SchoolFieldProps = {
  schoolId: string
  /** The name of the school that is on record. */
  schoolName: string | null
  onChange: (schoolId: string) => void
}

/** The school of a person, found by a part of its name or by its URN. */
export function SchoolField({ schoolId, schoolName, onChange }: SchoolFieldProps) {
  const api = useApi()
  const [chosen, setChosen] = useState<{ id: string; name: string } | undefined>(undefined)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const asked = text.length >= fewestLetters && typed.trim() !== ''
  const found = useQuery(api.people.findSchools.queryOptions({ text }, { enabled: asked }))
  const schools = asked ? (found.data?.records ?? []) : []
  const name = chosen?.id === schoolId ? chosen.name : schoolName
  return (
    <Stack gap={4} maw={440}>
      <Group gap="sm">
        <Text size="xs" fw={500}>
          {t('personEntry.school')}:
        </Text>
        <Text size="xs">{schoolId === '' ? t('personEntry.noSchool') : name}</Text>
        {schoolId !== '' && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              onChange('')
              setTyped('')
            }}
          >
            {t('personEntry.removeSchool')}
          </Button>
        )}
      </Group>
      <TextInput
        size="xs"
        type="search"
        label={t('personEntry.findSchool')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter searches here; it does not send the details.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <output>
        {asked && found.data?.records.length === 0 && <Text size="xs">{t('personEntry.noSchoolFound')}</Text>}
      </output>
      {schools.length > 0 && (
        <Radio.Group
          size="xs"
          label={t('personEntry.schoolsFound')}
          value={schoolId}
          onChange={(id) => {
            setChosen(schools.find((school) => school.id === id))
            onChange(id)
          }}
        >
          <Stack gap={4} mt={4}>
            {schools.map(({ id, name, detail }) => (
              <Radio key={id} size="xs" value={id} label={[name, detail].filter(Boolean).join(', ')} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  )
}
