import { Button, Group, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { dateInWords, momentInWords } from '../submissions/work-list/date-words.ts'
import { fullName, type IncomingCard } from './suspense-words.ts'

const t = translator('en')

type RejectedListProps = {
  rejected: IncomingCard['rejected']
  /** Absent for who may not decide. */
  onTakeBack: ((person: { personId: string; name: string }) => void) | undefined
  busy: boolean
}

/** The people of whom somebody said that they are not the child, each to be taken back. */
export function RejectedList({ rejected, onTakeBack, busy }: RejectedListProps) {
  if (rejected.length === 0) return null
  return (
    <section aria-label={t('suspense.rejectedHeading')}>
      <Title order={3} size="h6" mt="md" mb={4}>
        {t('suspense.rejectedHeading')}
      </Title>
      {rejected.map(({ person, by, at }) => (
        <Group key={person.personId} gap="sm" mb={4}>
          <Text size="sm">
            {t('suspense.rejectedBy', {
              name: fullName(person),
              date: dateInWords(person.dateOfBirth),
              by,
              when: momentInWords(at),
            })}
          </Text>
          {onTakeBack && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              aria-label={t('suspense.takeBackOf', { person: fullName(person) })}
              onClick={() => onTakeBack({ personId: person.personId, name: fullName(person) })}
            >
              {t('suspense.takeBack')}
            </Button>
          )}
        </Group>
      ))}
    </section>
  )
}
