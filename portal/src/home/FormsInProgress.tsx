import { groupByChild } from '@send/shared/involvements/group-by-child'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { TaskList } from '../design/TaskList.tsx'
import { dayAndTimeOf, keptDayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'
import { ChildHeading } from './ChildHeading.tsx'
import type { HomeFormsProps } from './home-items.ts'

/** The forms that were begun and not sent, by child; nothing where there are none. */
export function FormsInProgress({ submissions, everybody }: HomeFormsProps) {
  const { t, language } = usePortal()
  if (submissions.length === 0) return null
  return (
    <section aria-labelledby="in-progress">
      <h2 className="govuk-heading-m" id="in-progress">
        {t('portal.home.inProgress')}
      </h2>
      {groupByChild(submissions, everybody).map(({ key, child, sharesName, items }) => (
        <div key={key}>
          <ChildHeading child={child} sharesName={sharesName} />
          <TaskList
            tasks={items.map(({ submissionId, title, changedAt, keptUntil }) => ({
              key: submissionId,
              name: inLanguage(title, language),
              lang: otherLanguage(title, language),
              href: `/submissions/${submissionId}`,
              hint: t('portal.home.savedAndKept', {
                when: dayAndTimeOf(changedAt, language),
                day: keptDayOf(keptUntil, language),
              }),
              status: t('portal.status.inProgress'),
              tone: 'inProgress' as const,
            }))}
          />
        </div>
      ))}
    </section>
  )
}
