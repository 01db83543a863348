import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** An NHS number. */
export function NhsNumberField({ answer, ...props }: FieldProps<'nhsNumber'>) {
  return (
    <OneLineBox
      {...props}
      value={answer}
      hint={props.t('portal.field.nhsNumberHint')}
      box={{ width: 20, inputMode: 'numeric', autoComplete: 'off' }}
    />
  )
}
