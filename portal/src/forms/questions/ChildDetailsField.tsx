import { DateInput } from '../../design/DateInput.tsx'
import { Radios } from '../../design/Radios.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** Who the child is: names, birth, sex, postcode and pupil number in one group. */
export function ChildDetailsField(props: FieldProps<'childDetails'>) {
  const { question, answer, problems, language, t, disabled } = props
  const help = helpText(question.help, language)
  const part = (name: string) => ({
    id: fieldId(question.id, name, props.idPrefix),
    name: `${question.id}.${name}`,
    error: problemOf(problems, name),
    errorPrefix: t('portal.error.prefix'),
    disabled,
  })
  const helpId = `${fieldId(question.id, undefined, props.idPrefix)}-help`
  return (
    <fieldset
      className="govuk-fieldset govuk-!-margin-bottom-6"
      aria-describedby={help ? helpId : undefined}
      id={fieldId(question.id, undefined, props.idPrefix)}
    >
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{questionLabel(props)}</legend>
      {help ? (
        <div id={helpId} className="govuk-hint send-lines">
          {help}
        </div>
      ) : null}
      <TextInput
        {...part('givenNames')}
        label={t('portal.child.givenNames')}
        value={answer.givenNames}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...part('familyName')}
        label={t('portal.child.familyName')}
        value={answer.familyName}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
      <DateInput
        {...part('dateOfBirth')}
        id={fieldId(question.id, undefined, `${props.idPrefix ?? ''}birth-`)}
        name={question.id}
        legend={t('portal.child.dateOfBirth')}
        labels={{ day: t('portal.forms.day'), month: t('portal.forms.month'), year: t('portal.forms.year') }}
        hint={t('portal.forms.dateHint')}
        value={answer.dateOfBirth}
      />
      <Radios
        {...part('sex')}
        legend={t('portal.child.sex')}
        inline
        options={[
          { value: 'female', label: t('values.female') },
          { value: 'male', label: t('values.male') },
        ]}
        value={answer.sex}
      />
      <TextInput
        {...part('postcode')}
        label={t('portal.child.postcode')}
        hint={t('portal.child.postcodeHint')}
        value={answer.postcode}
        width={10}
        maxLength={200}
        autoComplete="off"
      />
      <TextInput
        {...part('upn')}
        label={t('portal.child.upn')}
        hint={t('portal.child.upnHint')}
        value={answer.upn}
        width={20}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
    </fieldset>
  )
}
