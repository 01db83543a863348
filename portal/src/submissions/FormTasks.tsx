import { inLanguage } from '@send/shared/texts/language'
import { TaskList } from '../design/TaskList.tsx'
import { usePortal } from '../use-portal.ts'
import { useFormLanguage } from './form-language.ts'
import { checkHref, listSteps, stepHref } from './form-steps.ts'
import type { FormPlace } from './form-place.ts'
import type { MySubmission } from './mine.ts'
import type { PageTask } from './task-states.ts'

/** The parts of a form in any order, with how far each has come; sending comes when all are done. */
export function FormTasks({ submission, tasks }: { submission: MySubmission; tasks: PageTask[] }) {
  const { t } = usePortal()
  const { definition, place } = submission
  const inForm = useFormLanguage(definition)
  const steps = listSteps(place, definition)
  const hrefOf = (pageId: string) => {
    const step = steps.find((candidate) => candidate.page.id === pageId)
    return step && stepHref(place, step)
  }
  const done = tasks.filter(({ state }) => state === 'completed').length
  const isReady = tasks.every(({ state, isOptional }) => state === 'completed' || isOptional)
  return (
    <>
      <p className="govuk-body">{t('portal.tasks.done', { done, count: tasks.length })}</p>
      <TaskList
        tasks={tasks.map(({ page, state, isOptional }) => ({
          key: page.id,
          name: inLanguage(page.title, inForm.language),
          lang: inForm.lang,
          href: state === 'cannotStartYet' ? undefined : hrefOf(page.id),
          hint: isOptional
            ? t('portal.tasks.optional')
            : state === 'cannotStartYet'
              ? t('portal.tasks.depends')
              : undefined,
          status: t(`portal.tasks.${state}`),
          tone: state,
        }))}
      />
      {place.isHelper ? null : <SendTask place={place} isReady={isReady} />}
    </>
  )
}

/** The last task, which is its owner’s alone. */
function SendTask({ place, isReady }: { place: FormPlace; isReady: boolean }) {
  const { t } = usePortal()
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.tasks.send')}</h2>
      <TaskList
        tasks={[
          {
            key: 'check',
            name: t('portal.tasks.check'),
            href: isReady ? checkHref(place) : undefined,
            hint: isReady ? undefined : t('portal.tasks.checkLater'),
            status: t(isReady ? 'portal.tasks.notStarted' : 'portal.tasks.cannotStartYet'),
            tone: isReady ? 'notStarted' : 'cannotStartYet',
          },
        ]}
      />
    </>
  )
}
