import { inLanguage } from '@send/shared/texts/language'
import type { FieldProps } from './field-props.ts'

/** A heading and a text to read; nothing to answer. */
export function GuidanceField({ question, language, idPrefix }: FieldProps<'guidance'>) {
  return (
    <section id={`${idPrefix ?? ''}${question.id}`} className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-m">{inLanguage(question.wording, language)}</h2>
      <p className="govuk-body send-lines">{inLanguage(question.text, language)}</p>
    </section>
  )
}
