import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/submission'
import { serverApi } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { useOfRequest } from '../of-request.tsx'
import { requireUuid } from '../uuid-shape.ts'
import { visitorContext } from '../visitor.ts'
import { Progress } from './Progress.tsx'
import { Unfinished } from './Unfinished.tsx'
import { listSteps, stepHref } from './form-steps.ts'
import { getMySubmission, mySubmission, stateOf } from './mine.ts'
import { answeredWords, answerPosted } from './questions/answer-posted.ts'
import { askActivity } from './sharing/form-activity.ts'
import { listPageTasks } from './task-states.ts'

/** A form of mine: its parts while it is not sent, how it is going afterwards. */
export async function loader(args: Route.LoaderArgs) {
  const submission = await getMySubmission(args)
  const query = new URL(args.request.url).searchParams
  const { language } = args.context.get(visitorContext)
  const { definition } = submission
  const steps = listSteps(submission.place, definition)
  const first = steps[0]
  if (submission.status === 'inProgress' && query.has('begin') && first && definition.flow !== 'taskList') {
    throw redirect(stepHref(submission.place, first))
  }
  await askActivity(args, submission)
  const { submissionId } = submission
  const asked =
    submission.status === 'inProgress'
      ? { questions: [] }
      : await fromServer(
          args.request,
          serverApi(args.context.get(visitorContext)).senderQuestions.getMine.query({ submissionId }),
        )
  const state = stateOf(submission)
  const open = submission.definition.pages.filter(
    (page) => validateAskedPage(state, page, language).length > 0,
  )
  return {
    openPageIds: open.map((page) => page.id),
    tasks: definition.flow === 'taskList' ? listPageTasks(submission) : undefined,
    justSaved: query.has('saved'),
    alreadySent: query.has('sent'),
    questions: asked.questions,
    answered: answeredWords.find((word) => word === query.get('answer')),
    idempotencyKey: newId(),
  }
}

/** Answers a question about a form that was sent. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const submissionId = requireUuid(params.submissionId)
  const answered = await answerPosted(request, context.get(visitorContext))
  if (typeof answered !== 'string') return data(answered, { status: 422 })
  return redirect(`/submissions/${submissionId}?answer=${answered}`)
}

export default function Submission({ loaderData, actionData }: Route.ComponentProps) {
  const submission = useOfRequest(mySubmission)
  const { openPageIds, tasks, justSaved, ...progress } = loaderData
  if (submission.status !== 'inProgress') {
    const { alreadySent, questions, answered, idempotencyKey } = progress
    const asked = { alreadySent, questions, answered, idempotencyKey }
    return <Progress submission={submission} {...asked} unanswered={actionData} />
  }
  return <Unfinished submission={submission} openPageIds={openPageIds} tasks={tasks} justSaved={justSaved} />
}
