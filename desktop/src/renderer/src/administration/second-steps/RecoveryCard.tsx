import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useState } from 'react'

import people from '../../people/people.module.css'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { DecideRecovery } from './DecideRecovery.tsx'
import { RecoveryMark } from './RecoveryMark.tsx'
import { t, type Recovery } from './second-steps-words.ts'

type RecoveryCardProps = { recovery: Recovery; mayDecide: boolean; onDecided: () => void }
const decisions = [
  ['approve', 'A'],
  ['refuse', 'R'],
] as const

/** One recovery with what is known of its owner; A approves, R refuses. */
export function RecoveryCard({ recovery, mayDecide, onDecided }: RecoveryCardProps) {
  const now = useNow()
  const [asking, setAsking] = useState<'approve' | 'refuse' | undefined>(undefined)
  const decides = mayDecide && recovery.state === 'waiting'
  useScreenKeys(decides ? { a: () => setAsking('approve'), r: () => setAsking('refuse') } : {})
  return (
    <section aria-label={recovery.name}>
      <Group gap="md" mb="xs">
        <Title order={2} size="h5">
          {recovery.name}
        </Title>
        <RecoveryMark recovery={recovery} now={now} />
      </Group>
      <dl className={people.facts}>
        {factsOf(recovery).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" mt="xs" maw={720}>
        {t(recovery.state === 'waiting' ? 'recoveries.known' : 'recoveries.runs')}
      </Text>
      {decides && (
        <Group gap="sm" mt="sm">
          {decisions.map(([decision, key]) => (
            <Button
              key={decision}
              size="xs"
              variant={decision === 'approve' ? 'filled' : 'default'}
              aria-keyshortcuts={key.toLowerCase()}
              rightSection={
                <Kbd size="xs" aria-hidden>
                  {key}
                </Kbd>
              }
              onClick={() => setAsking(decision)}
            >
              {t(`recoveries.${decision}`)}
            </Button>
          ))}
        </Group>
      )}
      {asking && (
        <DecideRecovery
          recovery={recovery}
          decision={asking}
          onClose={() => setAsking(undefined)}
          onDecided={onDecided}
        />
      )}
    </section>
  )
}

function factsOf(recovery: Recovery): (readonly [string, string])[] {
  const { decidedBy, decidedAt, opensAt, expiresAt, reason } = recovery
  return [
    [t('recoveries.kind'), t(`recoveries.kind.${recovery.kind}`)],
    [t('recoveries.email'), recovery.email],
    [t('recoveries.phone'), recovery.phone ?? '—'],
    [t('recoveries.registered'), dateInWords(recovery.registeredAt)],
    [t('recoveries.asked'), momentInWords(recovery.askedAt)],
    ...(decidedAt && opensAt && expiresAt
      ? [
          [t('recoveries.approvedBy'), `${decidedBy ?? '—'}, ${momentInWords(decidedAt)}`] as const,
          [t('recoveries.opens'), momentInWords(opensAt)] as const,
          [t('recoveries.closes'), momentInWords(expiresAt)] as const,
          [t('administration.reason'), reason ?? '—'] as const,
        ]
      : []),
  ]
}
