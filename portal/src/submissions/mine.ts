import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { frozen } from '@send/shared/values/frozen'
import { PageId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { createRecentlyUsed } from '@send/shared/values/recently-used'
import { createContext, data, redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { refusalId, serverApi } from '../api.ts'
import type { ServerApi, ServerOutputs } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { requireUuid } from '../uuid-shape.ts'
import { visitorContext } from '../visitor.ts'
import { placeOfRequest } from './form-place.ts'
import type { FormPlace } from './form-place.ts'
import { helpOverStatus } from './sharing/help-over.ts'
import type { HelpOver } from './sharing/help-over.ts'

type Answered = ServerOutputs['submissions']['getMine']
/** How somebody helps with a form that is not theirs. */
type Helping = Pick<ServerOutputs['sharedForms']['get'], 'role' | 'ownerName'>
/**
 * A submission with two views of its form: `definition` holds what is asked with the answers so far, `whole` the hidden
 * parts too, whose answers are kept while the form is not sent. Of the answers, `counted` are those that would be sent.
 */
export type MySubmission = Answered & {
  definition: FormDefinition
  whole: FormDefinition
  counted: Answers
  place: FormPlace
  /** Null of the owner. */
  helping: Helping | null
}

type PageArgs = {
  context: Readonly<RouterContextProvider>
  request: Request
  params: { submissionId: string; pageId?: string }
}

/** The submission of the page that is drawn, for `useOfRequest`. */
export const mySubmission = createContext<MySubmission>()

/** Published versions never change: the last asked-for ones are kept by the process, for everybody. */
const forms = createRecentlyUsed<FormDefinition>(200)

/** The form of a place, as its owner or a helper may see it; with what is offered on one page of it. */
export function askForm(api: ServerApi, place: FormPlace, pageId?: string): Promise<MySubmission> {
  return place.isHelper ? askShared(api, place) : askMine(api, place, pageId)
}

/** A submission of the visitor. Who may read it later is not told to its sender, so that list is empty here. */
async function askMine(api: ServerApi, place: FormPlace, pageId: string | undefined): Promise<MySubmission> {
  const { submissionId } = place
  const answered = await api.submissions.getMine.query({ submissionId, ...(pageId ? { pageId } : {}) })
  const whole = await askDefinition(api, answered)
  // A new version was published between the two questions.
  if (!whole) return askMine(api, place, pageId)
  const state = stateOf({ ...answered, whole })
  const asked = { definition: askedForm(state), counted: listCountedAnswers(state) }
  return { ...answered, whole, ...asked, place, helping: null }
}

/** A form that the visitor helps with: `whole` has the pages that are open to them, and says nothing of the others. */
async function askShared(api: ServerApi, place: FormPlace): Promise<MySubmission> {
  const { submissionId } = place
  const shared = await api.sharedForms.get.query({ submissionId })
  const { definition: whole, role, ownerName, pageIds: _, ...answered } = shared
  const offered = { offers: [], sources: {} }
  const notOfHelpers = { keptUntil: null, moved: null, receipt: null, isShared: true, ...offered }
  const fileLimits = { fileMegabytes: 0, formMegabytes: 0 }
  const open = {
    ...answered,
    ...notOfHelpers,
    unfinishedFiles: [],
    fileLimits,
    status: 'inProgress' as const,
    whole,
  }
  const state = stateOf(open)
  const asked = { definition: askedForm(state), counted: listCountedAnswers(state) }
  return { ...open, ...asked, place, helping: { role, ownerName } }
}

async function askDefinition(api: ServerApi, asked: Answered): Promise<FormDefinition | undefined> {
  const known = forms.get(`${asked.formId} ${asked.version}`)
  if (known) return known
  const { formId, version, definition } = await api.submissions.getMyForm.query({
    submissionId: asked.submissionId,
  })
  const whole = frozen({ ...definition, accessList: { entries: [] } })
  forms.set(`${formId} ${version}`, whole)
  return version === asked.version ? whole : undefined
}

/** Who helped with a form and does so no longer is told why; to anybody else it is not found. */
async function sayHelpIsOver(
  { sharedForms }: ServerApi,
  { isHelper, submissionId }: FormPlace,
  error: unknown,
): Promise<never> {
  if (!isHelper || refusalId(error) !== 'not-found') throw error
  const { why, ownerName } = await sharedForms.findEnded.query({ submissionId })
  const over: HelpOver = { why, ownerName }
  throw data(over, { status: helpOverStatus })
}

/** The submission of this page, which must be the visitor's own or shared with them; any other is not found. */
export async function getMySubmission({ context, request, params }: PageArgs): Promise<MySubmission> {
  requireUuid(params.submissionId)
  const api = serverApi(context.get(visitorContext))
  const place = placeOfRequest(request, params.submissionId)
  const pageId = PageId.safeParse(params.pageId).data
  const asked = askForm(api, place, pageId).catch((error: unknown) => sayHelpIsOver(api, place, error))
  const submission = await fromServer(request, asked)
  context.set(mySubmission, submission)
  return submission
}

/** The submission of this page while it can still be answered; one that was sent says so instead. */
export async function getMyDraft(args: PageArgs): Promise<MySubmission> {
  const submission = await getMySubmission(args)
  if (submission.status !== 'inProgress') throw redirect(`${submission.place.base}?sent=1`)
  return submission
}

/** A submission before it is known what its answers ask. */
type Answering = Omit<MySubmission, 'definition' | 'counted' | 'place' | 'helping'>

/** The answers, with every file question answered by the files that are there. */
export function answersWithFiles(submission: Answering): Answers {
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
export function stateOf(submission: Answering, typed: Answers = {}): FormState {
  const today = submission.receipt?.receivedOn ?? dateInLondon(new Date())
  return evaluateForm(submission.whole, { ...answersWithFiles(submission), ...typed }, { today })
}
