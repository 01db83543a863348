import { Fieldset, Group, Radio, Text, TextInput } from '@mantine/core'
import type { ChangesTold, ChangeTold, PersonEntry } from '@send/shared/people/person-entry'
import { datedUnits, type ChangingUnit } from '@send/shared/people/record-units'
import { translator } from '@send/shared/texts/translator'

import { nameOfUnit, recordUnitInWords, type FullRecord } from './record-words.ts'
import { isSinceRight } from './told-changes.ts'

const t = translator('en')

type ChangeQuestionsProps = {
  record: FullRecord
  entry: PersonEntry
  today: string
  /** The units that were changed and said something before. */
  units: readonly ChangingUnit[]
  told: ChangesTold
  onTell: (unit: ChangingUnit, told: ChangeTold) => void
}

/** Of each value that is changed: was the earlier one right in its time, and since when does the new one hold? */
export function ChangeQuestions({ record, entry, today, units, told, onTell }: ChangeQuestionsProps) {
  return units.map((unit) => {
    const { kind, since } = told[unit] ?? { kind: 'changed' }
    const before = recordUnitInWords(unit, record.entry, record.schoolName)
    const isDated = (datedUnits as readonly ChangingUnit[]).includes(unit)
    const keepsFormer =
      unit === 'familyName' && kind === 'changed' && entry.formerFamilyName === record.entry.formerFamilyName
    return (
      <Fieldset key={unit} p="xs" mb="sm" legend={t('details.how', { what: nameOfUnit(unit), before })}>
        <Group gap="md">
          {(['changed', 'wrong'] as const).map((each) => (
            <Radio
              key={each}
              size="xs"
              name={`how-${unit}`}
              label={t(`details.how.${each}`)}
              checked={kind === each}
              onChange={() => onTell(unit, { kind: each })}
            />
          ))}
        </Group>
        {isDated && kind === 'changed' && (
          <TextInput
            size="xs"
            type="date"
            mt="xs"
            maw={220}
            max={today}
            label={t('details.sinceWhen')}
            error={!isSinceRight(since, entry.dateOfBirth, today) && t('details.sinceWrong')}
            value={since ?? ''}
            onChange={(event) => {
              const day = event.currentTarget.value
              onTell(unit, day === '' ? { kind } : { kind, since: day })
            }}
          />
        )}
        {keepsFormer && (
          <Text size="xs" mt="xs">
            {t('details.formerKept', { name: record.entry.familyName })}
          </Text>
        )}
      </Fieldset>
    )
  })
}
