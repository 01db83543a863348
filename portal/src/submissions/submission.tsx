import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import { redirect } from 'react-router'
import type { Route } from './+types/submission'
import { useOfRequest } from '../of-request.tsx'
import { visitorContext } from '../visitor.ts'
import { Progress } from './Progress.tsx'
import { Unfinished } from './Unfinished.tsx'
import { listSteps, stepHref } from './form-steps.ts'
import { getMySubmission, mySubmission, stateOf } from './mine.ts'
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
  const state = stateOf(submission)
  const open = submission.definition.pages.filter(
    (page) => validateAskedPage(state, page, language).length > 0,
  )
  return {
    openPageIds: open.map((page) => page.id),
    tasks: definition.flow === 'taskList' ? listPageTasks(submission) : undefined,
    justSaved: query.has('saved'),
    alreadySent: query.has('sent'),
  }
}

export default function Submission({ loaderData }: Route.ComponentProps) {
  const submission = useOfRequest(mySubmission)
  const { openPageIds, tasks, justSaved, alreadySent } = loaderData
  if (submission.status !== 'inProgress')
    return <Progress submission={submission} alreadySent={alreadySent} />
  return <Unfinished submission={submission} openPageIds={openPageIds} tasks={tasks} justSaved={justSaved} />
}
