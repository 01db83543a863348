import { Button, Group, Title } from '@mantine/core'
import type { RecordUnit } from '@send/shared/people/record-units'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { CorrectPerson } from './CorrectPerson.tsx'
import { PersonHistory } from './PersonHistory.tsx'
import { SchoolNumbers } from './SchoolNumbers.tsx'
import { nameOfUnit, recordUnitInWords, type FullRecord } from './record-words.ts'
import classes from './record.module.css'

const t = translator('en')

/** In the order of the form. */
const shown = [
  'givenNames',
  'familyName',
  'formerFamilyName',
  'knownAs',
  'dateOfBirth',
  'sex',
  'address',
  'school',
  'upn',
  'nhsNumber',
  'uln',
  'externalId',
] as const satisfies readonly RecordUnit[]

/** Everything that the record of a person says and said, and the form to correct it. */
export function PersonDetails({ personId }: { personId: string }) {
  const api = useApi()
  const mayCorrect = useMay('people', 'write')
  const [isCorrecting, setIsCorrecting] = useState(false)
  const found = useQuery(api.people.getRecord.queryOptions({ personId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('details.title')} />
  const record = found.data
  if (isCorrecting)
    return <CorrectPerson personId={personId} record={record} onClose={() => setIsCorrecting(false)} />
  return (
    <>
      <Group gap="md" mb="xs">
        <Title order={2} size="h5">
          {t('details.now')}
        </Title>
        {mayCorrect && (
          <Button size="compact-xs" variant="default" onClick={() => setIsCorrecting(true)}>
            {t('details.correct')}
          </Button>
        )}
      </Group>
      <dl className={classes.facts}>
        {shown.map((unit) => (
          <Fact key={unit} unit={unit} record={record} />
        ))}
      </dl>
      <SchoolNumbers
        personId={personId}
        name={`${record.entry.givenNames} ${record.entry.familyName}`}
        numbers={record.numbers}
      />
      <PersonHistory earlier={record.earlier} />
    </>
  )
}

function Fact({ unit, record }: { unit: (typeof shown)[number]; record: FullRecord }) {
  const { entry, externalId, schoolName, since } = record
  const value = recordUnitInWords(unit, { ...entry, externalId }, schoolName)
  const date = since[unit]
  return (
    <>
      <dt>{nameOfUnit(unit)}</dt>
      <dd>{date && value !== '—' ? t('details.since', { value, date: dateInWords(date) }) : value}</dd>
    </>
  )
}
