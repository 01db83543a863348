import { inLanguage } from '@send/shared/texts/language'
import { Checkbox } from '../../design/Checkbox.tsx'
import { FieldGroup } from '../../design/FieldGroup.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { frameProps, partProps } from './part-props.ts'
import type { FieldProps } from './field-props.ts'

/** A statement, a box to tick, and a name typed as a signature. */
export function DeclarationField(props: FieldProps<'declaration'>) {
  const { question, answer, language, t } = props
  return (
    <FieldGroup {...frameProps(props)}>
      <p className="govuk-body send-lines">{inLanguage(question.statement, language)}</p>
      <Checkbox
        {...partProps(props, 'agreed')}
        label={t('portal.field.agree')}
        checked={answer.agreed === 'yes'}
      />
      <TextInput
        {...partProps(props, 'name')}
        label={t('portal.field.fullName')}
        hint={t('portal.field.fullNameHint')}
        value={answer.name}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
    </FieldGroup>
  )
}
