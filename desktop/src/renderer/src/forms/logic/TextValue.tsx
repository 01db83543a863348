import { translator } from '@send/shared/texts/translator'

import { CheckedBox } from '../fields/CheckedBox.tsx'

const t = translator('en')

/** The most letters that a condition compares with, as its schema says. */
const mostLetters = 500

type TextValueProps = { kept: string; onChange: (value: string, field: string) => void }

/** The words that an answer is compared with; there must be some. */
export function TextValue({ kept, onChange }: TextValueProps) {
  return (
    <CheckedBox
      label={t('logic.value')}
      kept={kept}
      wrong={t('logic.textNeeded')}
      take={(typed) => {
        if (typed === '' || typed.length > mostLetters) return false
        onChange(typed, 'value')
        return true
      }}
    />
  )
}
