import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { ButtonLink } from '../design/Button.tsx'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { TaskList } from '../design/TaskList.tsx'
import { usePortal } from '../use-portal.ts'
import { ChangedForm } from './ChangedForm.tsx'
import { useFormLanguage } from './form-language.ts'
import { listSteps, stepHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'
import { dayAndTimeOf } from './times.ts'

export type UnfinishedProps = { submission: MySubmission; openPageIds: string[]; justSaved: boolean }

/** The parts of a form that is not sent yet, and how to go on. */
export function Unfinished({ submission, openPageIds, justSaved }: UnfinishedProps) {
  const { t, language } = usePortal()
  const { submissionId, definition } = submission
  const inForm = useFormLanguage(definition)
  const steps = listSteps(definition)
  const next = steps.find((step) => openPageIds.includes(step.page.id))
  const saved = dayAndTimeOf(submission.changedAt, language)
  return (
    <PageBody title={inLanguage(definition.title, inForm.language)} lang={inForm.lang} back="/">
      {justSaved ? (
        <NotificationBanner title={t('portal.success')}>
          {t('portal.unfinished.saved', { when: saved })}
        </NotificationBanner>
      ) : (
        <p className="govuk-body">{t('portal.home.saved', { when: saved })}</p>
      )}
      {submission.keptUntil ? (
        <p className="govuk-body">
          {t('portal.unfinished.keptUntil', { day: formatDate(submission.keptUntil, language) })}
        </p>
      ) : null}
      {submission.moved ? <ChangedForm submission={submission} moved={submission.moved} /> : null}
      <TaskList
        tasks={definition.pages.map((page) => {
          const open = openPageIds.includes(page.id)
          const step = steps.find((candidate) => candidate.page.id === page.id)
          return {
            key: page.id,
            name: inLanguage(page.title, inForm.language),
            lang: inForm.lang,
            href: step ? stepHref(submissionId, step) : `/submissions/${submissionId}`,
            status: t(open ? 'portal.unfinished.toDo' : 'portal.unfinished.done'),
            open,
          }
        })}
      />
      <ButtonLink href={next ? stepHref(submissionId, next) : `/submissions/${submissionId}/check`}>
        {t(next ? 'portal.unfinished.continue' : 'portal.unfinished.check')}
      </ButtonLink>
    </PageBody>
  )
}
