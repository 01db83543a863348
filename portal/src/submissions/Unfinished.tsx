import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { ButtonLink } from '../design/Button.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { TaskList } from '../design/TaskList.tsx'
import { usePortal } from '../use-portal.ts'
import { ChangedForm } from './ChangedForm.tsx'
import { FormTasks } from './FormTasks.tsx'
import { useFormLanguage } from './form-language.ts'
import { checkHref, listSteps, stepHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'
import { Activity } from './sharing/Activity.tsx'
import type { PageTask } from './task-states.ts'
import { dayAndTimeOf } from './times.ts'

export type UnfinishedProps = {
  submission: MySubmission
  openPageIds: string[]
  /** The pages as tasks, where the form is filled in so. */
  tasks: PageTask[] | undefined
  justSaved: boolean
}

/** The parts of a form that is not sent yet, and how to go on. */
export function Unfinished({ submission, openPageIds, tasks, justSaved }: UnfinishedProps) {
  const { t, language } = usePortal()
  const { definition, helping, place } = submission
  const inForm = useFormLanguage(definition)
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
      {helping ? (
        <InsetText>{t(`portal.shared.by.${helping.role}`, { name: helping.ownerName })}</InsetText>
      ) : null}
      {submission.keptUntil ? (
        <p className="govuk-body">
          {t('portal.unfinished.keptUntil', { day: formatDate(submission.keptUntil, language) })}
        </p>
      ) : null}
      {submission.moved ? <ChangedForm submission={submission} moved={submission.moved} /> : null}
      {definition.pages.length === 0 ? <p className="govuk-body">{t('portal.shared.nothing')}</p> : null}
      {tasks ? (
        <FormTasks submission={submission} tasks={tasks} />
      ) : (
        <FormParts submission={submission} openPageIds={openPageIds} />
      )}
      {submission.isShared ? <Activity submission={submission} /> : null}
      <p className="govuk-body">
        <a className="govuk-link" href={helping ? `${place.base}/leave` : `${place.base}/share`}>
          {t(helping ? 'portal.shared.leave' : 'portal.sharing.link')}
        </a>
      </p>
    </PageBody>
  )
}

/** The pages of a form in their order, and a button that goes on with the first that is open. */
function FormParts({ submission, openPageIds }: { submission: MySubmission; openPageIds: string[] }) {
  const { t } = usePortal()
  const { definition, place } = submission
  const inForm = useFormLanguage(definition)
  const steps = listSteps(place, definition)
  const next = steps.find((step) => openPageIds.includes(step.page.id))
  const check = place.isHelper ? undefined : checkHref(place)
  const goOn = next ? stepHref(place, next) : check
  return (
    <>
      <TaskList
        tasks={definition.pages.map((page) => {
          const open = openPageIds.includes(page.id)
          const step = steps.find((candidate) => candidate.page.id === page.id)
          return {
            key: page.id,
            name: inLanguage(page.title, inForm.language),
            lang: inForm.lang,
            href: step ? stepHref(place, step) : place.base,
            status: t(open ? 'portal.unfinished.toDo' : 'portal.unfinished.done'),
            tone: open ? ('notStarted' as const) : ('completed' as const),
          }
        })}
      />
      {goOn && submission.helping?.role !== 'view' ? (
        <ButtonLink href={goOn}>
          {t(next ? 'portal.unfinished.continue' : 'portal.unfinished.check')}
        </ButtonLink>
      ) : null}
    </>
  )
}
