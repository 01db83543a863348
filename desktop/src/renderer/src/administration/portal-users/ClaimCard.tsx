import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useState } from 'react'

import { personName } from '../../people/person-words.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { CandidateChoice } from './CandidateChoice.tsx'
import type { Child } from './ChooseChild.tsx'
import { DecideClaimDialog } from './DecideClaimDialog.tsx'
import own from './portal-users.module.css'
import { relationInWords, t, type Claim } from './portal-users-words.ts'
import type { May } from './ViewBar.tsx'

type ClaimCardProps = { claim: Claim; may: May; onDecided: () => void }

/** One claim beside the children on record who may be meant; A accepts for the chosen one, R refuses. */
export function ClaimCard({ claim, may, onDecided }: ClaimCardProps) {
  const [child, setChild] = useState<Child | undefined>(undefined)
  const [asking, setAsking] = useState<'accept' | 'refuse' | undefined>(undefined)
  useScreenKeys({ a: () => setAsking('accept'), r: () => setAsking('refuse') })
  return (
    <section aria-label={claim.userName}>
      <Title order={2} size="h5" mb={4}>
        {t('claims.heading', {
          name: claim.userName,
          relation: relationInWords(claim.relation),
          child: personName(claim),
        })}
      </Title>
      <Text size="sm">
        {t('claims.email')}: {claim.userEmail}. {t('claims.column.born')}: {dateInWords(claim.dateOfBirth)}.
      </Text>
      <Text size="sm" fw={600} mt="xs">
        {t('claims.evidence')}
      </Text>
      <Text size="sm" className={own.words ?? ''} mb="xs">
        {claim.evidence}
      </Text>
      {may.find ? (
        <CandidateChoice claim={claim} chosen={child} onChoose={setChild} />
      ) : (
        <Text size="sm">{t('portalUsers.needsPeople')}</Text>
      )}
      <Group gap="sm" mt="sm">
        <Button
          size="xs"
          aria-keyshortcuts="a"
          onClick={() => setAsking('accept')}
          rightSection={
            <Kbd size="xs" aria-hidden>
              A
            </Kbd>
          }
        >
          {t('claims.accept')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-keyshortcuts="r"
          onClick={() => setAsking('refuse')}
          rightSection={
            <Kbd size="xs" aria-hidden>
              R
            </Kbd>
          }
        >
          {t('claims.refuse')}
        </Button>
      </Group>
      {asking && (
        <DecideClaimDialog
          claim={claim}
          decision={asking}
          child={child}
          onClose={() => setAsking(undefined)}
          onDecided={onDecided}
        />
      )}
    </section>
  )
}
