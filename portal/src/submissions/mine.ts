import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { frozen } from '@send/shared/values/frozen'
import { dateInLondon } from '@send/shared/values/plain-date'
import { createRecentlyUsed } from '@send/shared/values/recently-used'
import { createContext, data, redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { serverApi } from '../api.ts'
import type { ServerApi, ServerOutputs } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { visitorContext } from '../visitor.ts'

type Answered = ServerOutputs['submissions']['getMine']
/**
 * A submission with two views of its form: `definition` holds what is asked with the answers so far, `whole` the hidden
 * parts too, whose answers are kept while the form is not sent. Of the answers, `counted` are those that would be sent.
 */
export type MySubmission = Answered & {
  definition: FormDefinition
  whole: FormDefinition
  counted: Answers
}

type PageArgs = {
  context: Readonly<RouterContextProvider>
  request: Request
  params: { submissionId: string }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The submission of the page that is drawn, for `useOfRequest`. */
export const mySubmission = createContext<MySubmission>()

/** Published versions never change: the last asked-for ones are kept by the process, for everybody. */
const forms = createRecentlyUsed<FormDefinition>(200)

/** A submission of the visitor. Who may read it later is not told to its sender, so that list is empty here. */
export async function askMine(api: ServerApi, submissionId: string): Promise<MySubmission> {
  const answered = await api.submissions.getMine.query({ submissionId })
  const whole = await askForm(api, answered)
  // A new version was published between the two questions.
  if (!whole) return askMine(api, submissionId)
  const state = stateOf({ ...answered, whole })
  return { ...answered, whole, definition: askedForm(state), counted: listCountedAnswers(state) }
}

async function askForm(api: ServerApi, asked: Answered): Promise<FormDefinition | undefined> {
  const known = forms.get(`${asked.formId} ${asked.version}`)
  if (known) return known
  const { formId, version, definition } = await api.submissions.getMyForm.query({
    submissionId: asked.submissionId,
  })
  const whole = frozen({ ...definition, accessList: { entries: [] } })
  forms.set(`${formId} ${version}`, whole)
  return version === asked.version ? whole : undefined
}

/** The submission of this page, which must be the visitor's own; anybody else's is not found. */
export async function getMySubmission({ context, request, params }: PageArgs): Promise<MySubmission> {
  if (!uuid.test(params.submissionId)) throw data(null, { status: 404 })
  const api = serverApi(context.get(visitorContext))
  const submission = await fromServer(request, askMine(api, params.submissionId))
  context.set(mySubmission, submission)
  return submission
}

/** The submission of this page while it can still be answered; one that was sent says so instead. */
export async function getMyDraft(args: PageArgs): Promise<MySubmission> {
  const submission = await getMySubmission(args)
  if (submission.status !== 'inProgress') throw redirect(`/submissions/${submission.submissionId}?sent=1`)
  return submission
}

/** The answers, with every file question answered by the files that are there. */
export function answersWithFiles(submission: Omit<MySubmission, 'definition' | 'counted'>): Answers {
  const answers: Answers = { ...submission.answers }
  for (const page of submission.whole.pages) {
    for (const question of listPageQuestions(page)) {
      if (question.type !== 'file') continue
      const own = submission.files.filter((file) => file.questionId === question.id && file.counts)
      answers[question.id] = { fileIds: own.map((file) => file.fileId) }
    }
  }
  return answers
}

/** What follows from the answers of a submission: today, or on the day on which it was received. */
export function stateOf(
  submission: Omit<MySubmission, 'definition' | 'counted'>,
  typed: Answers = {},
): FormState {
  const today = submission.receipt?.receivedOn ?? dateInLondon(new Date())
  return evaluateForm(submission.whole, { ...answersWithFiles(submission), ...typed }, { today })
}
