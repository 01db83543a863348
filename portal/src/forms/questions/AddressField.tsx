import { addressParts } from '@send/shared/forms/questions/address'
import { FieldGroup } from '../../design/FieldGroup.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { frameProps, partProps } from './part-props.ts'
import type { FieldProps } from './field-props.ts'

/** An address in the United Kingdom, line by line. */
export function AddressField(props: FieldProps<'address'>) {
  const { answer, t } = props
  return (
    <FieldGroup {...frameProps(props)}>
      {addressParts.map((part) => (
        <TextInput
          key={part}
          {...partProps(props, part)}
          label={t(`portal.field.${part}`)}
          value={answer[part]}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          {...(part === 'postcode' ? { width: 10 } : part === 'town' ? { width: 20 } : {})}
        />
      ))}
    </FieldGroup>
  )
}
