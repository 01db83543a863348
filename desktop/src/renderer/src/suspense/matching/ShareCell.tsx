import { TextInput } from '@mantine/core'
import { MatchingSetting, type SuspenseSource } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { readPercent } from './matching-words.ts'

const t = translator('en')

type ShareCellProps = {
  source: SuspenseSource
  value: number
  onChange: ((value: number) => void) | undefined
}

/** Of how many decisions in a hundred a second officer reviews. */
export function ShareCell({ source, value, onChange }: ShareCellProps) {
  const [typed, setTyped] = useState(String(value))
  if (!onChange) return t('matching.share', { share: value })
  const read = (text: string) => Math.round(readPercent(text) * 10_000) / 100
  const isWrong = !MatchingSetting.shape.reviewedShare.safeParse(value).success
  return (
    <TextInput
      size="xs"
      w={92}
      inputMode="numeric"
      aria-label={t('matching.reviewedShareOf', { source: t(`suspense.source.${source}`) })}
      rightSection="%"
      // What was discarded, or undone, is not what was typed last.
      value={Object.is(read(typed), value) ? typed : String(value)}
      error={isWrong ? t('matching.shareWrong') : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
    />
  )
}
