import { findWholeNumber } from '@send/shared/forms/questions/whole-number'
import { translator } from '@send/shared/texts/translator'

import { CheckedBox } from './CheckedBox.tsx'

const t = translator('en')

type NumberBoxProps<Value> = {
  label: string
  hint?: string
  value: Value
  min: number
  max: number
  onChange: (value: Value) => void
}

/** A whole number between two limits. */
export function NumberBox({ value, onChange, ...props }: NumberBoxProps<number>) {
  return (
    <OptionalNumberBox
      {...props}
      needed
      value={value}
      onChange={(number) => number !== undefined && onChange(number)}
    />
  )
}

/** A whole number between two limits, or nothing. */
export function OptionalNumberBox(props: NumberBoxProps<number | undefined> & { needed?: boolean }) {
  const { label, hint, value, min, max, needed, onChange } = props
  function take(typed: string): boolean {
    if (typed.trim() === '' && !needed) {
      onChange(undefined)
      return true
    }
    const number = findWholeNumber(typed)
    if (number === undefined || number < min || number > max) return false
    onChange(number)
    return true
  }
  return (
    <CheckedBox
      label={label}
      {...(hint ? { hint } : {})}
      numeric
      kept={value === undefined ? '' : String(value)}
      wrong={t('forms.numberWrong', { min, max })}
      take={take}
    />
  )
}
