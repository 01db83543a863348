import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import type { ServerOutputs } from '../api.ts'
import { minutesToFillIn } from '../submissions/time-to-fill-in.ts'
import { usePortal } from '../use-portal.ts'
import { firstSentence } from './first-sentence.ts'

type StartAFormProps = {
  forms: ServerOutputs['forms']['listAvailable']['forms']
  citizenKind: CitizenKind | null | undefined
}

type Form = StartAFormProps['forms'][number]

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
            <FormHint form={form} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a form is for, as its own words begin, and how long it takes. */
function FormHint({ form: { guidance, pageCount } }: { form: Form }) {
  const { t, language } = usePortal()
  return (
    <div className="govuk-hint govuk-!-margin-bottom-2">
      {guidance ? (
        <span lang={otherLanguage(guidance, language)}>{firstSentence(inLanguage(guidance, language))} </span>
      ) : null}
      {t('portal.before.time', { count: minutesToFillIn(pageCount) })}
    </div>
  )
}
