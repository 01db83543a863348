import { groupByChild } from '@send/shared/involvements/group-by-child'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { SummaryList } from '../design/SummaryList.tsx'
import { dayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'
import { ChildHeading } from './ChildHeading.tsx'
import type { HomeFormsProps } from './home-items.ts'

/** The forms that were sent, by child, with their references. */
export function FormsSent({ submissions, everybody }: HomeFormsProps) {
  const { t, language } = usePortal()
  return (
    <section aria-labelledby="sent">
      <h2 className="govuk-heading-m" id="sent">
        {t('portal.home.sentForms')}
      </h2>
      {submissions.length === 0 ? <p className="govuk-body">{t('portal.home.nothingSent')}</p> : null}
      {groupByChild(submissions, everybody).map(({ key, child, sharesName, items }) => (
        <div key={key}>
          <ChildHeading child={child} sharesName={sharesName} />
          <SummaryList
            rows={items.map((submission) => ({
              key: submission.submissionId,
              name: inLanguage(submission.title, language),
              nameLang: otherLanguage(submission.title, language),
              value: t(submission.status === 'stopped' ? 'portal.stopped.home' : 'portal.home.sentOn', {
                reference: submission.reference ?? '',
                day: dayOf(submission.submittedAt ?? submission.changedAt, language),
              }),
              action: { href: `/submissions/${submission.submissionId}`, text: t('portal.home.view') },
            }))}
          />
        </div>
      ))}
    </section>
  )
}
