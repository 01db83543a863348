import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** A number with decimal places, typed as text so that nothing typed is lost. */
export function DecimalField({ answer, ...props }: FieldProps<'decimal'>) {
  return (
    <OneLineBox
      {...props}
      value={answer}
      hint={props.t('portal.field.decimalHint')}
      box={{ width: 10, inputMode: 'decimal', maxLength: 40 }}
    />
  )
}
