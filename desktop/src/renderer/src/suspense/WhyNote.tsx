import { Alert, List, Text } from '@mantine/core'
import { ruleTexts } from '@send/shared/suspense/matching/deterministic-rules'
import type { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import { vetoes } from '@send/shared/suspense/matching/vetoes'
import { translator } from '@send/shared/texts/translator'

import { probabilityInWords, thresholdInWords, type Candidate } from './suspense-words.ts'

const t = translator('en')

type WhyNoteProps = {
  candidate: Candidate
  isBest: boolean
  /** What counted for the source when the candidate was weighed. */
  automaticFrom: AutomaticFrom
}

/** Why a candidate is proposed as it is: the rule that names it, and everything that speaks against doing it unseen. */
export function WhyNote({ candidate, isBest, automaticFrom }: WhyNoteProps) {
  const { rule, decision, probability } = candidate
  const named = rule ? t('suspense.ruleDecided', { rule: ruleTexts[rule] }) : undefined
  if (decision === 'automatic')
    return (
      <Alert color="green" p="xs" my="xs">
        {[named, t('suspense.automatic')].filter(Boolean).join(' ')}
      </Alert>
    )
  // Where nothing is automatic, no probability would be enough: the veto says so.
  const tooLow =
    automaticFrom === 'never' || probability >= automaticFrom
      ? []
      : [
          t('suspense.notCertain', {
            percent: probabilityInWords(probability),
            certain: thresholdInWords(automaticFrom),
          }),
        ]
  const against = [...(named ? [named] : []), ...tooLow, ...candidate.vetoes.map((veto) => vetoes[veto])]
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
