import { usePortal } from '../../use-portal.ts'
import { dayAndTimeOf } from '../times.ts'
import type { OwnQuestion } from './own-question.ts'

/** What was asked about a form before, with what was answered; nothing where nothing was. */
export function AskedBefore({ questions }: { questions: OwnQuestion[] }) {
  const { t, language } = usePortal()
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="asked-before">
      <h2 className="govuk-heading-m" id="asked-before">
        {t('portal.question.earlier')}
      </h2>
      <dl className="govuk-body">
        {questions.map(({ questionId, question, answer, answeredAt }) => (
          <div key={questionId} className="govuk-!-margin-bottom-6">
            <dt className="govuk-!-font-weight-bold send-lines">{question}</dt>
            <dd className="govuk-!-margin-left-0 govuk-!-margin-top-1 send-lines">
              {answer ?? t('portal.question.withdrawn')}
            </dd>
            {answeredAt ? (
              <dd className="govuk-hint govuk-!-margin-left-0">
                {t('portal.question.answeredOn', { when: dayAndTimeOf(answeredAt, language) })}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  )
}
