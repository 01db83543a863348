import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type OwnData = ServerOutputs['submissions']['exportMine']

/** The forms of a download with every question and answer. */
export function MyFormsRead({ submissions }: Pick<OwnData, 'submissions'>) {
  const { t, language } = usePortal()
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.data.forms')}</h2>
      {submissions.length === 0 ? <p className="govuk-body">{t('portal.data.noForms')}</p> : null}
      {submissions.map(({ title, reference, startedAt, submittedAt, answers }) => (
        <section key={startedAt}>
          <h3 className="govuk-heading-s">{title}</h3>
          <p className="govuk-body">
            {submittedAt
              ? t('portal.data.sent', { day: dayOf(submittedAt, language), reference: reference ?? '' })
              : t('portal.data.notSent')}
          </p>
          <SummaryList
            rows={answers.map(({ question, answer }, index) => ({
              key: String(index),
              name: question,
              value: answer || t('values.notAnswered'),
            }))}
          />
        </section>
      ))}
    </section>
  )
}
