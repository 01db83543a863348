import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** A unique pupil number. */
export function UpnField({ answer, ...props }: FieldProps<'upn'>) {
  return (
    <OneLineBox
      {...props}
      value={answer}
      hint={props.t('portal.field.upnHint')}
      box={{ width: 20, autoComplete: 'off' }}
    />
  )
}
