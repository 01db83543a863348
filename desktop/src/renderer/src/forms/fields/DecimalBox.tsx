import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { CheckedBox } from './CheckedBox.tsx'

const t = translator('en')

type DecimalBoxProps = {
  label: string
  value: number | undefined
  min: number
  max: number
  /** Reads what was typed; undefined when it is no such number. */
  find: (typed: string) => number | undefined
  show: (value: number) => string
  onChange: (value: number | undefined) => void
}

/** A number with decimal places or a sum of money between two limits, or nothing. */
export function DecimalBox({ label, value, min, max, find, show, onChange }: DecimalBoxProps) {
  // While 1.0 is on its way to 1.05 it must not be drawn as 1: what was typed stays as long as it means the value.
  const [typed, setTyped] = useState('')
  const written = value === undefined ? '' : show(value)
  function take(text: string): boolean {
    const number = text.trim() === '' ? undefined : find(text)
    const kept = text.trim() === '' || (number !== undefined && number >= min && number <= max)
    if (kept) {
      setTyped(text)
      onChange(number)
    }
    return kept
  }
  return (
    <CheckedBox
      label={label}
      kept={typed !== '' && find(typed) === value ? typed : written}
      wrong={t('forms.decimalWrong', { min: show(min), max: show(max) })}
      take={take}
    />
  )
}
