import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/check-answers'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { refusalId, serverApi } from '../api.ts'
import type { ServerApi, ServerOutputs } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { fromServer } from '../from-server.ts'
import { useOfRequest } from '../of-request.tsx'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import type { PortalLanguage } from '../visitor.ts'
import { AnswersRead } from './AnswersRead.tsx'
import { languageOfForm, useFormLanguage } from './form-language.ts'
import { listSteps, problemHref, stepHref } from './form-steps.ts'
import { NotSentFiles } from './NotSentFiles.tsx'
import { getMyDraft, getMySubmission, mySubmission, stateOf } from './mine.ts'

export async function loader(args: Route.LoaderArgs) {
  await getMyDraft(args)
  return { idempotencyKey: newId() }
}

/** Sends the form. What still stands in the way is said in the language of the page, each line leading to its place. */
export async function action(args: Route.ActionArgs) {
  const { context, params, request } = args
  const visitor = context.get(visitorContext)
  const idempotencyKey = (await readPosted(request))('idempotencyKey')
  const submission = await getMySubmission(args)
  const receipt = `/submissions/${params.submissionId}/received`
  if (submission.status !== 'inProgress') return redirect(receipt)
  const language = languageOfForm(submission.whole, visitor.language)
  const own = validateAskedForm(stateOf(submission), language)
  if (own.length > 0) return data({ problems: own }, { status: 422 })
  const input = { idempotencyKey, submissionId: params.submissionId, language }
  const result = await fromServer(request, sendOnce(serverApi(visitor), input))
  if (result.outcome === 'incomplete') {
    const problems: Problem[] = result.problems
    return data({ problems }, { status: 422 })
  }
  return redirect(receipt)
}

/** Sends the form; sent from another window in the same moment it has its receipt already. */
async function sendOnce(
  api: ServerApi,
  input: { idempotencyKey: string; submissionId: string; language: PortalLanguage },
): Promise<ServerOutputs['submissions']['submit'] | { outcome: 'alreadySent' }> {
  try {
    return await api.submissions.submit.mutate(input)
  } catch (error) {
    if (refusalId(error) === 'conflict') return { outcome: 'alreadySent' }
    throw error
  }
}

export default function CheckAnswers({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { idempotencyKey } = loaderData
  const submission = useOfRequest(mySubmission)
  const { lang } = useFormLanguage(submission.whole)
  const { submissionId, definition, place } = submission
  const last = listSteps(place, definition).at(-1)
  const problems = (actionData?.problems ?? []).map((problem) => ({
    href: problemHref(place, definition, problem),
    message: problem.message,
  }))
  return (
    <PageBody
      title={t('portal.check.title')}
      problems={problems}
      problemsLang={lang}
      back={last && definition.flow !== 'taskList' ? stepHref(place, last) : place.base}
    >
      <AnswersRead submission={submission} changeable />
      <NotSentFiles {...submission} />
      <h2 className="govuk-heading-m">{t('portal.check.declaration.heading')}</h2>
      <p className="govuk-body">{t('portal.check.declaration.text')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button>{t('portal.check.send')}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={`/submissions/${submissionId}?saved=1`}>
          {t('portal.forms.later')}
        </a>
      </p>
    </PageBody>
  )
}
