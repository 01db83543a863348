import { NativeSelect } from '@mantine/core'
import type { Operand } from '@send/shared/forms/conditions/operand'
import { FiniteNumber } from '@send/shared/forms/conditions/operand'
import { translator } from '@send/shared/texts/translator'

import { CheckedBox } from '../fields/CheckedBox.tsx'
import type { Asking, OfferedOperand } from './asking.ts'

const t = translator('en')

type NumberValueProps = {
  /** The question whose answer is compared; not with itself. */
  asked: OfferedOperand
  value: number | Operand
  asking: Asking
  onChange: (value: number | Operand, field?: string) => void
}

/** The number that an answer is compared with: typed, or the answer to another question. */
export function NumberValue({ asked, value, asking, onChange }: NumberValueProps) {
  const other = typeof value === 'number' ? undefined : asking.find(value)
  const numbers = asking.offered.filter(({ type, key }) => type === 'number' && key !== asked.key)
  const listed = other && !numbers.includes(other) ? [other, ...numbers] : numbers
  return (
    <>
      {listed.length === 0 ? null : (
        <NativeSelect
          size="xs"
          aria-label={t('logic.compareWith')}
          value={other?.key ?? ''}
          data={[
            { value: '', label: t('logic.aNumber') },
            ...listed.map(({ key, label }) => ({ value: key, label: t('logic.answerTo', { words: label }) })),
          ]}
          onChange={(event) => {
            const chosen = listed.find(({ key }) => key === event.currentTarget.value)
            onChange(chosen?.operand ?? 0)
          }}
        />
      )}
      {typeof value === 'number' ? (
        <CheckedBox
          label={t('logic.value')}
          numeric
          kept={String(value)}
          wrong={t('logic.numberNeeded')}
          take={(typed) => {
            const number = FiniteNumber.safeParse(typed.trim() === '' ? undefined : Number(typed))
            if (number.success) onChange(number.data, 'than')
            // “1.” on the way to “1.5” is kept as typed.
            return number.success && String(number.data) === typed
          }}
        />
      ) : null}
    </>
  )
}
