import { isOverdueAdvice } from '@send/shared/involvements/advice-request'
import { groupByChild, type SeenChild } from '@send/shared/involvements/group-by-child'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { dateInLondon } from '@send/shared/values/plain-date'
import { TaskList, type Task } from '../design/TaskList.tsx'
import { dueDayInWords } from '../involvements/due-words.ts'
import { childInWords } from '../people/child-in-words.ts'
import { dayAndTimeOf, dayOf, keptDayOf, lastDayOf } from '../submissions/times.ts'
import { usePortal, type Portal } from '../use-portal.ts'
import { ChildHeading } from './ChildHeading.tsx'
import type { Advice, AskedQuestion, DueItem, ExpertTask, Submission } from './home-items.ts'

type WhatIsDueProps = {
  items: DueItem[]
  /** All the children of the page, to be told apart. */
  everybody: (SeenChild | null)[]
  /** Whether forms in progress follow, that can be gone on with. */
  hasForms: boolean
}

/** What needs doing now, by when and for whom: by child, the first due first. */
export function WhatIsDue({ items, everybody, hasForms }: WhatIsDueProps) {
  const portal = usePortal()
  const { t } = portal
  return (
    <section aria-labelledby="due">
      <h2 className="govuk-heading-m" id="due">
        {t('portal.home.due')}
      </h2>
      {items.length === 0 ? (
        <p className="govuk-body">
          {t(hasForms ? 'portal.home.nothingDueButForms' : 'portal.home.nothingDue')}
        </p>
      ) : null}
      {groupByChild(items, everybody).map(({ key, child, sharesName, items: together }) => (
        <div key={key}>
          <ChildHeading child={child} sharesName={sharesName} />
          <TaskList tasks={together.map((item) => taskOf(item, sharesName, portal))} />
        </div>
      ))}
    </section>
  )
}

function taskOf(item: DueItem, sharesName: boolean, portal: Portal): Task {
  switch (item.kind) {
    case 'advice':
      return adviceTask(item.advice, sharesName, portal)
    case 'task':
      return expertTask(item.task, portal)
    case 'ending':
      return endingTask(item.submission, portal)
    case 'question':
      return questionTask(item.question, portal)
  }
}

function adviceTask(advice: Advice, sharesName: boolean, { t, language }: Portal): Task {
  const { adviceRequestId, organisation, dueOn, state } = advice
  const isOverdue = isOverdueAdvice(advice, dateInLondon(new Date()))
  return {
    key: adviceRequestId,
    // Links are also read without their headings.
    name: t('portal.advice.title', { child: childInWords(advice, { sharesName, t, language }) }),
    href: `/advice/${adviceRequestId}`,
    hint: t('portal.advice.hint', { organisation, day: dueDayInWords(dueOn, t, language) }),
    status: t(isOverdue ? 'portal.advice.state.overdue' : `portal.advice.state.${state}`),
    tone: isOverdue ? 'overdue' : state === 'inProgress' ? 'inProgress' : 'notStarted',
  }
}

function expertTask({ personId, givenNames, familyName, until }: ExpertTask, { t, language }: Portal): Task {
  return {
    key: personId,
    name: t('portal.task.forChild', { child: `${givenNames} ${familyName}` }),
    href: `/children/${personId}`,
    hint: until ? t('portal.task.until', { day: lastDayOf(until, language) }) : undefined,
    status: t('portal.task.status'),
    tone: 'notStarted',
  }
}

function endingTask(submission: Submission, { t, language }: Portal): Task {
  const { submissionId, title, changedAt, keptUntil } = submission
  return {
    key: submissionId,
    name: inLanguage(title, language),
    lang: otherLanguage(title, language),
    href: `/submissions/${submissionId}`,
    hint: t('portal.home.endsSoon', {
      when: dayAndTimeOf(changedAt, language),
      day: keptDayOf(keptUntil, language),
    }),
    status: t('portal.home.endsSoonStatus'),
    tone: 'inProgress',
  }
}

function questionTask(question: AskedQuestion, { t, language }: Portal): Task {
  const { questionId, submissionId, reference, title, askedAt } = question
  return {
    key: questionId,
    name: t('portal.question.task'),
    href: `/submissions/${submissionId}`,
    hint: t('portal.question.taskHint', {
      form: inLanguage(title, language),
      reference: reference ?? '',
      day: dayOf(askedAt, language),
    }),
    status: t('portal.question.taskStatus'),
    tone: 'notStarted',
  }
}
