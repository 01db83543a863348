import { isOpenAdvice } from '@send/shared/involvements/advice-request'
import type { SeenChild } from '@send/shared/involvements/group-by-child'
import { addDays, comparePlainDates, lastDayBefore, type PlainDate } from '@send/shared/values/plain-date'
import type { ServerOutputs } from '../api.ts'

export type Submission = ServerOutputs['submissions']['listMine']['submissions'][number]
export type Advice = ServerOutputs['advice']['listMine']['requests'][number]
export type AskedQuestion = ServerOutputs['senderQuestions']['listMine']['questions'][number]
export type ExpertTask = ServerOutputs['involvements']['listMyTasks']['tasks'][number]

export type DueItem = { child: SeenChild | null; dueOn: PlainDate | null } & (
  | { kind: 'advice'; advice: Advice }
  | { kind: 'task'; task: ExpertTask }
  | { kind: 'ending'; submission: Submission }
  | { kind: 'question'; question: AskedQuestion }
)

export type HomeFormsProps = {
  submissions: Submission[]
  /** All the children of the page, to be told apart. */
  everybody: (SeenChild | null)[]
}

/** Days before its end in which an unfinished form is something to do now. */
const endsSoonDays = 14

type Given = {
  submissions: readonly Submission[]
  questions: readonly AskedQuestion[]
  advice: readonly Advice[]
  tasks: readonly ExpertTask[]
  today: PlainDate
}

/**
 * What needs doing now, the first due first: requests for advice that nobody else works on, what is asked of an outside
 * expert, unfinished forms that are deleted soon, and questions about forms that were sent. Beside it the other unfinished forms; that of a request is not told twice.
 */
export function splitHome({ submissions, questions, advice, tasks, today }: Given) {
  const open = advice.filter(({ state, heldBy }) => isOpenAdvice(state) && heldBy?.isMe !== false)
  const begun = new Set(open.map(({ submissionId }) => submissionId))
  const unfinished = submissions.filter(
    ({ status, submissionId }) => status === 'inProgress' && !begun.has(submissionId),
  )
  const endsSoon = ({ keptUntil }: Submission) =>
    keptUntil !== null && comparePlainDates(keptUntil, addDays(today, endsSoonDays)) <= 0
  const due: DueItem[] = [
    ...open.map((request): DueItem => ({
      kind: 'advice',
      advice: request,
      child: childOf(request),
      dueOn: request.dueOn,
    })),
    ...tasks.map((task): DueItem => ({
      kind: 'task',
      task,
      child: { ...childOf(task), dateOfBirth: null },
      dueOn: task.until ? lastDayBefore(new Date(task.until)) : null,
    })),
    ...unfinished.filter(endsSoon).map((submission): DueItem => ({
      kind: 'ending',
      submission,
      child: submission.child,
      dueOn: submission.keptUntil,
    })),
    ...questions.map((question): DueItem => ({
      kind: 'question',
      question,
      child: question.child,
      dueOn: null,
    })),
  ]
  return {
    due: due.toSorted(byDay),
    inProgress: unfinished.filter((submission) => !endsSoon(submission)),
    sent: submissions.filter(({ status }) => status !== 'inProgress'),
  }
}

function childOf(seen: Omit<SeenChild, 'dateOfBirth'> & { dateOfBirth?: PlainDate | null }): SeenChild {
  const { personId, givenNames, familyName, dateOfBirth = null } = seen
  return { personId, givenNames, familyName, dateOfBirth }
}

function byDay(a: DueItem, b: DueItem): number {
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === b.dueOn ? 0 : a.dueOn === null ? 1 : -1
  return comparePlainDates(a.dueOn, b.dueOn)
}
