import { Checkbox, Group, TextInput } from '@mantine/core'
import type { SuspenseSource } from '@send/shared/suspense/matching-settings'
import {
  AutomaticFrom,
  automaticProbability,
  leastAutomatic,
  mostAutomatic,
} from '@send/shared/suspense/matching/automatic-from'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { thresholdInWords } from '../suspense-words.ts'
import { percentTyped, readPercent } from './matching-words.ts'

const t = translator('en')

type ThresholdCellProps = {
  source: SuspenseSource
  value: AutomaticFrom
  onChange: ((value: AutomaticFrom) => void) | undefined
}

/** From which probability on a source is automatic, in per cent, or never. */
export function ThresholdCell({ source, value, onChange }: ThresholdCellProps) {
  const [typed, setTyped] = useState(() => percentTyped(value === 'never' ? automaticProbability : value))
  if (!onChange) return value === 'never' ? t('matching.never') : thresholdInWords(value)
  const name = t(`suspense.source.${source}`)
  // What was discarded, or undone, is not what was typed last.
  const shown = value !== 'never' && readPercent(typed) !== value ? percentTyped(value) : typed
  const isWrong = value !== 'never' && !AutomaticFrom.safeParse(value).success
  const limits = { least: thresholdInWords(leastAutomatic), most: thresholdInWords(mostAutomatic) }
  return (
    <Group gap="md" wrap="nowrap" align="start">
      <TextInput
        size="xs"
        w={92}
        inputMode="decimal"
        aria-label={t('matching.automaticFromOf', { source: name })}
        rightSection="%"
        value={shown}
        disabled={value === 'never'}
        error={isWrong ? t('matching.thresholdWrong', limits) : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          onChange(readPercent(event.currentTarget.value))
        }}
      />
      <Checkbox
        size="xs"
        mt={6}
        label={t('matching.never')}
        aria-label={t('matching.neverOf', { source: name })}
        checked={value === 'never'}
        onChange={(event) => onChange(event.currentTarget.checked ? 'never' : readPercent(typed))}
      />
    </Group>
  )
}
