import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** A telephone number, kept as it is typed. */
export function PhoneField({ answer, ...props }: FieldProps<'phone'>) {
  return <OneLineBox {...props} value={answer} box={{ type: 'tel', width: 20, autoComplete: 'off' }} />
}
