import { isActiveOn } from '@send/shared/forms/lookup-table'
import { inLanguage } from '@send/shared/texts/language'
import { Radios } from '../../design/Radios.tsx'
import { Select } from '../../design/Select.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** So many entries are easier to take in as buttons than behind a list that opens. */
const mostButtons = 8

/** One entry of a look-up table: those of today, and the one that was chosen before. */
export function LookupField(props: FieldProps<'lookup'>) {
  const { question, answer, problems, language, t, today } = props
  const options = question.entries
    .filter((entry) => today === undefined || entry.code === answer || isActiveOn(entry, today))
    .map(({ code, description }) => ({ value: code, label: inLanguage(description, language) }))
  const common = {
    id: fieldId(question.id, undefined, props.idPrefix),
    name: question.id,
    options,
    hint: helpText(question.help, language),
    error: problemOf(problems),
    errorPrefix: t('portal.error.prefix'),
    value: answer,
    disabled: props.disabled,
  }
  return options.length > 0 && options.length <= mostButtons ? (
    <Radios {...common} legend={questionLabel(props)} strong />
  ) : (
    <Select {...common} label={questionLabel(props)} empty={t('portal.field.choose')} />
  )
}
