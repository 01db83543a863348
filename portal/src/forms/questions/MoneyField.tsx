import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** A sum of money in pounds. */
export function MoneyField({ answer, ...props }: FieldProps<'money'>) {
  return (
    <OneLineBox
      {...props}
      value={answer.typed}
      box={{ width: 10, inputMode: 'decimal', prefix: '£', maxLength: 40 }}
    />
  )
}
