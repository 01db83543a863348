import { Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { findUkDate } from '../../audit/audit-words.ts'

const t = translator('en')

/** Which decisions are counted; a field that is empty, or no day yet, limits nothing. */
export function PeriodFields({ onChange }: { onChange: (period: DecisionPeriod) => void }) {
  const [typed, setTyped] = useState({ from: '', to: '' })
  const tell = useDebouncedCallback((next: typeof typed) => {
    onChange({ from: findUkDate(next.from) ?? null, to: findUkDate(next.to) ?? null })
  }, 300)
  const box = (name: keyof typeof typed) => (
    <TextInput
      size="xs"
      w={140}
      label={t(`matching.period.${name}`)}
      placeholder={t('audit.filter.dateHint')}
      value={typed[name]}
      error={
        typed[name].trim().length >= 8 && !findUkDate(typed[name]) ? t('audit.filter.dateWrong') : undefined
      }
      onChange={(event) => {
        const next = { ...typed, [name]: event.currentTarget.value }
        setTyped(next)
        tell(next)
      }}
    />
  )
  return (
    <Group gap="md" align="start">
      {box('from')}
      {box('to')}
    </Group>
  )
}
