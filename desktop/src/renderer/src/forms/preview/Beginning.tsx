import type { FormDefinition } from '@send/shared/forms/form-definition'
import { inLanguage, type Language } from '@send/shared/texts/language'

type BeginningProps = { definition: FormDefinition; language: Language }

/** How a form begins: what it is called and what it is for. */
export function Beginning({ definition, language }: BeginningProps) {
  const { title, guidance } = definition
  return (
    <>
      <h1 className="govuk-heading-l">{inLanguage(title, language)}</h1>
      {guidance ? <p className="govuk-body send-lines">{inLanguage(guidance, language)}</p> : null}
    </>
  )
}
