import { Button, Group, Text, Title } from '@mantine/core'
import type { VerificationDecision } from '@send/shared/accounts/professional-verification'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { DecideForm } from './DecideForm.tsx'
import classes from './organisations.module.css'
import { decisionsFor, verificationShapes } from './verification-words.ts'

const t = translator('en')

const words = { verified: 'pros.verify', refused: 'pros.refuse', withdrawn: 'pros.withdraw' } as const

/** One professional: how they stand, what was decided before and why, and the next decision. */
export function ProfessionalPane({ userId }: { userId: string }) {
  const api = useApi()
  const found = useQuery(api.organisationsAdmin.getProfessional.queryOptions({ userId }))
  const [decision, setDecision] = useState<VerificationDecision | undefined>(undefined)
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('pros.title')} />
  const { name, email, jobTitle, verification, decisions } = found.data
  const basedOn = decisions[0]?.decisionId ?? null
  return (
    <>
      <Title order={2} size="h5">
        {name}
      </Title>
      <Group gap="md">
        <Text size="sm">{[jobTitle, email].filter(Boolean).join(', ')}</Text>
        <Text size="sm" component="span">
          <StatusMark shape={verificationShapes[verification]} word={t(`pros.state.${verification}`)} />
        </Text>
      </Group>
      <Group gap="xs" my="xs">
        {decisionsFor(verification).map((next) => (
          <Button key={next} size="compact-xs" variant="default" onClick={() => setDecision(next)}>
            {t(verification === 'verified' && next === 'verified' ? 'pros.verifyAgain' : words[next])}
          </Button>
        ))}
      </Group>
      <section className={classes.section}>
        <Title order={3} size="h6">
          {t('pros.history')}
        </Title>
        {decisions.length === 0 ? <Text size="sm">{t('pros.noHistory')}</Text> : null}
        <ul className={classes.list}>
          {decisions.map((past) => (
            <li key={past.decisionId} className={classes.decision}>
              <strong>{t(`pros.decision.${past.decision}`)}</strong>{' '}
              {t('pros.decisionBy', { by: past.by, when: momentInWords(past.decidedAt) })}
              {past.expiresAt ? `, ${t('pros.until')} ${dateInWords(past.expiresAt)}` : ''}
              <br />
              {t('pros.evidence')}: {past.evidence}
              <br />
              {t('administration.reason')}: {past.reason}
            </li>
          ))}
        </ul>
      </section>
      {decision ? (
        <DecideForm
          professional={{ userId, name, basedOn }}
          decision={decision}
          onClose={() => setDecision(undefined)}
        />
      ) : null}
    </>
  )
}
