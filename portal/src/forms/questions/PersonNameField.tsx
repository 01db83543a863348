import { FieldGroup } from '../../design/FieldGroup.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { frameProps, partProps } from './part-props.ts'
import type { FieldProps } from './field-props.ts'

/** The name of a person in two boxes. */
export function PersonNameField(props: FieldProps<'personName'>) {
  const { answer, t } = props
  const box = { maxLength: 200, spellCheck: false, autoComplete: 'off' } as const
  return (
    <FieldGroup {...frameProps(props)}>
      <TextInput
        {...partProps(props, 'givenNames')}
        {...box}
        label={t('portal.field.givenNames')}
        value={answer.givenNames}
      />
      <TextInput
        {...partProps(props, 'familyName')}
        {...box}
        label={t('portal.field.familyName')}
        value={answer.familyName}
      />
    </FieldGroup>
  )
}
