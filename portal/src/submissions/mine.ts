import { validatePage } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { dateInLondon } from '@send/shared/values/plain-date'
import { data, redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { serverApi } from '../api.ts'
import type { ServerApi, ServerOutputs } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { visitorContext } from '../visitor.ts'
import type { PortalLanguage } from '../visitor.ts'

type Answered = ServerOutputs['submissions']['getMine']
export type MySubmission = Omit<Answered, 'definition'> & { definition: FormDefinition }

type PageArgs = {
  context: Readonly<RouterContextProvider>
  request: Request
  params: { submissionId: string }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A submission of the visitor. Who may read it later is not told to its sender, so that list is empty here. */
export async function askMine(api: ServerApi, submissionId: string): Promise<MySubmission> {
  const answered = await api.submissions.getMine.query({ submissionId })
  return { ...answered, definition: { ...answered.definition, accessList: { entries: [] } } }
}

/** The submission of this page, which must be the visitor's own; anybody else's is not found. */
export async function getMySubmission({ context, request, params }: PageArgs): Promise<MySubmission> {
  if (!uuid.test(params.submissionId)) throw data(null, { status: 404 })
  const api = serverApi(context.get(visitorContext))
  return fromServer(request, askMine(api, params.submissionId))
}

/** The submission of this page while it can still be answered; one that was sent says so instead. */
export async function getMyDraft(args: PageArgs): Promise<MySubmission> {
  const submission = await getMySubmission(args)
  if (submission.status !== 'inProgress') throw redirect(`/submissions/${submission.submissionId}?sent=1`)
  return submission
}

/** The answers, with every file question answered by the files that are there. */
export function answersWithFiles(submission: MySubmission): Answers {
  const answers: Answers = { ...submission.answers }
  for (const page of submission.definition.pages) {
    for (const question of listPageQuestions(page)) {
      if (question.type !== 'file') continue
      const own = submission.files.filter((file) => file.questionId === question.id)
      answers[question.id] = { fileIds: own.map((file) => file.fileId) }
    }
  }
  return answers
}

/** What is wrong with a page today, in the language of the visitor. */
export function pageProblems(page: Page, answers: Answers, language: PortalLanguage): Problem[] {
  return validatePage(page, answers, { language, today: dateInLondon(new Date()) })
}
