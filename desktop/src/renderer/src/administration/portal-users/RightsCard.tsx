import { Button, Group, Text, Title } from '@mantine/core'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { t, type YoungPerson } from './portal-users-words.ts'
import { DecideRightsDialog, type RightsQuestion } from './DecideRightsDialog.tsx'

/** One young person, whose the rights are, and each parent about whom is to be decided. */
export function RightsCard({ person }: { person: YoungPerson }) {
  const [asking, setAsking] = useState<RightsQuestion | undefined>(undefined)
  const { compulsorySchoolAgeEnds: ends, childName: name, carers } = person
  const dates = { name, day: dateInWords(ends), next: dateInWords(addDays(ends, 1)) }
  const changed = ends < dateInLondon(useNow())
  return (
    <section aria-label={name}>
      <Title order={2} size="h5">
        {name}
      </Title>
      <Text size="sm" mb="sm">
        {t(changed ? 'rights.sentence.since' : 'rights.sentence.before', dates)}
      </Text>
      {carers.map((carer) => (
        <Group key={carer.childAccessId} gap="sm" mb="xs">
          <Text size="sm" fw={600} miw={180}>
            {carer.name}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('rights.continueFor', { name: carer.name })}
            onClick={() => setAsking({ carer, decision: 'continue' })}
          >
            {t('rights.continue')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('rights.endFor', { name: carer.name })}
            onClick={() => setAsking({ carer, decision: 'end' })}
          >
            {t('rights.end')}
          </Button>
        </Group>
      ))}
      {asking && (
        <DecideRightsDialog
          {...asking}
          personName={name}
          changed={changed}
          changesOn={addDays(ends, 1)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  )
}
