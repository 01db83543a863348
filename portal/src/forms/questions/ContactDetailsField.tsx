import { FieldGroup } from '../../design/FieldGroup.tsx'
import { Radios } from '../../design/Radios.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { frameProps, partProps } from './part-props.ts'
import type { FieldProps } from './field-props.ts'

/** How somebody can be reached, and how best. */
export function ContactDetailsField(props: FieldProps<'contactDetails'>) {
  const { answer, t } = props
  const box = { maxLength: 300, spellCheck: false, autoComplete: 'off' } as const
  const frame = frameProps(props)
  return (
    <FieldGroup {...frame} hint={frame.hint ?? t('portal.field.oneIsEnough')}>
      <TextInput
        {...partProps(props, 'phone')}
        {...box}
        type="tel"
        width={20}
        label={t('portal.field.phone')}
        value={answer.phone}
      />
      <TextInput
        {...partProps(props, 'email')}
        {...box}
        type="email"
        label={t('portal.field.email')}
        value={answer.email}
      />
      <Radios
        {...partProps(props, 'preferred')}
        legend={t('portal.field.preferred')}
        inline
        options={[
          { value: 'phone', label: t('portal.field.byPhone') },
          { value: 'email', label: t('portal.field.byEmail') },
        ]}
        value={answer.preferred}
      />
    </FieldGroup>
  )
}
