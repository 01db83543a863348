import { Alert, List, Text } from '@mantine/core'
import { ruleTexts } from '@send/shared/suspense/matching/deterministic-rules'
import { automaticProbability, vetoes } from '@send/shared/suspense/matching/never-automatic'
import { translator } from '@send/shared/texts/translator'

import { probabilityInWords, type Candidate } from './suspense-words.ts'

const t = translator('en')

/** Why a candidate is proposed as it is: the rule that names it, and everything that speaks against doing it unseen. */
export function WhyNote({ candidate, isBest }: { candidate: Candidate; isBest: boolean }) {
  const { rule, decision, probability } = candidate
  const named = rule ? t('suspense.ruleDecided', { rule: ruleTexts[rule] }) : undefined
  if (decision === 'automatic')
    return (
      <Alert color="green" p="xs" my="xs">
        {[named, t('suspense.automatic')].filter(Boolean).join(' ')}
      </Alert>
    )
  const certain = probability >= automaticProbability
  const needed = {
    percent: probabilityInWords(probability),
    certain: probabilityInWords(automaticProbability),
  }
  const against = [
    ...(named ? [named] : []),
    ...(certain ? [] : [t('suspense.notCertain', needed)]),
    ...candidate.vetoes.map((veto) => vetoes[veto]),
  ]
  if (!isBest && !named) return null
  return (
    <Alert color="yellow" p="xs" my="xs">
      <Text size="sm" fw={600}>
        {t('suspense.notAutomatic')}
      </Text>
      <List size="sm">
        {against.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
