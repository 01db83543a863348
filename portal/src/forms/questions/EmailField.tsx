import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** An e-mail address. */
export function EmailField({ answer, ...props }: FieldProps<'email'>) {
  return <OneLineBox {...props} value={answer} box={{ type: 'email', autoComplete: 'off' }} />
}
