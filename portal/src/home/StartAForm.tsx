import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import type { ServerOutputs } from '../api.ts'
import { usePortal } from '../use-portal.ts'

type StartAFormProps = {
  forms: ServerOutputs['forms']['listAvailable']['forms']
  citizenKind: CitizenKind | null | undefined
}

/** The forms that can be begun, and for citizens for whom they are. */
export function StartAForm({ forms, citizenKind }: StartAFormProps) {
  const { t, language } = usePortal()
  return (
    <section aria-labelledby="start">
      <h2 className="govuk-heading-m" id="start">
        {t('portal.home.startForm')}
      </h2>
      {citizenKind ? (
        <p className="govuk-body">
          {t(`portal.forms.for.${citizenKind}`)}{' '}
          <a className="govuk-link" href="/account/details#citizenKind">
            {t('portal.forms.for.change')}
          </a>
        </p>
      ) : null}
      {forms.length === 0 ? <p className="govuk-body">{t('portal.home.noForms')}</p> : null}
      <ul className="govuk-list">
        {forms.map((form) => (
          <li key={form.formId}>
            <a
              className="govuk-link"
              href={`/forms/${form.formId}`}
              lang={otherLanguage(form.title, language)}
            >
              {inLanguage(form.title, language)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
