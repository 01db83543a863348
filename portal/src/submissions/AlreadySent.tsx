import type { Answers } from '@send/shared/forms/answers'
import { displayAnswer } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import type { MySubmission } from './mine.ts'

/** Says that a form is sent and closed, and shows what was typed too late, so that it can be copied. */
export function AlreadySent({
  submission,
  page,
  typed,
}: {
  submission: MySubmission
  page: Page
  typed: Answers
}) {
  const { t, language } = usePortal()
  const { submissionId, definition, counted } = submission
  const late = listPageQuestions(page)
    .map((question) => ({
      key: question.id,
      name: inLanguage(question.wording, language),
      nameLang: otherLanguage(question.wording, language),
      value: displayAnswer(question, typed[question.id], language),
      sent: displayAnswer(question, counted[question.id], language),
    }))
    .filter((row) => row.value !== '' && row.value !== row.sent)
  return (
    <PageBody
      title={t('portal.alreadySent.title')}
      caption={
        <span lang={otherLanguage(definition.title, language)}>{inLanguage(definition.title, language)}</span>
      }
      back="/"
    >
      <p className="govuk-body">{t('portal.alreadySent.text')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/submissions/${submissionId}/received`}>
          {t('portal.progress.receipt')}
        </a>
      </p>
      {late.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{t('portal.alreadySent.typed')}</h2>
          <SummaryList
            rows={late.map(({ key, name, nameLang, value }) => ({ key, name, nameLang, value }))}
          />
        </>
      ) : null}
    </PageBody>
  )
}
