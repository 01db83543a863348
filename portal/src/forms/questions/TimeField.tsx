import { OneLineBox } from './OneLineBox.tsx'
import type { FieldProps } from './field-props.ts'

/** A time of day, typed as people write it. */
export function TimeField({ answer, ...props }: FieldProps<'time'>) {
  return <OneLineBox {...props} value={answer} hint={props.t('portal.field.timeHint')} box={{ width: 10 }} />
}
