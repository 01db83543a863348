import { findQuestion } from '@send/shared/forms/form-definition'
import { validateAnswer } from '@send/shared/forms/answers'
import { dateInLondon } from '@send/shared/values/plain-date'
import { data, redirect } from 'react-router'
import type { Route } from './+types/file-page'
import { readPosted } from '../accounts/posted-fields.ts'
import { refusalId, serverApi } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { afterUpload, parseSent, Then } from '../host/after-upload.ts'
import { findNotice, shownNoticeCookie } from '../host/notice.ts'
import { useOfRequest } from '../of-request.tsx'
import { visitorContext } from '../visitor.ts'
import { FilePageBody } from './FilePageBody.tsx'
import { languageOfForm } from './form-language.ts'
import { nextHref } from './form-steps.ts'
import { getMyDraft, mySubmission } from './mine.ts'

/** The files of one question; `then` says where to go once the files that were sent are in. */
export async function loader(args: Route.LoaderArgs) {
  const { request, params, context } = args
  const { language } = context.get(visitorContext)
  const submission = await getMyDraft(args)
  const question = findQuestion(submission.definition, params.questionId)
  if (question?.type !== 'file') {
    if (findQuestion(submission.whole, params.questionId)?.type !== 'file') throw data(null, { status: 404 })
    // Hidden by other answers meanwhile: the list of parts leads on.
    throw redirect(`/submissions/${submission.submissionId}`)
  }
  const query = new URL(request.url).searchParams
  const files = submission.files.filter((file) => file.questionId === question.id)
  const refused = findNotice(request.headers.get('cookie'))?.refused ?? []
  const { submissionId } = submission
  const then = query.get('then')
  const fromCheck = query.get('from') === 'check'
  if (then === 'later') throw redirect(`/submissions/${submissionId}?saved=1`)
  const answer = { fileIds: files.filter((file) => file.counts).map((file) => file.fileId) }
  const problems = validateAnswer(question, answer, {
    language: languageOfForm(submission.whole, language),
    today: dateInLondon(new Date()),
  })
  if (then === 'next' && problems.length === 0) {
    const next = nextHref(submission.place, submission.definition, question.id)
    throw redirect(fromCheck ? `/submissions/${submissionId}/check` : next)
  }
  const shown = {
    question,
    files,
    refused,
    fromCheck,
    problems: then === 'next' ? problems : [],
    signedOut: query.has('signedOut'),
    nothingChosen: query.get('added') === '0' && refused.length === 0,
  }
  return refused.length > 0 ? data(shown, { headers: { 'set-cookie': shownNoticeCookie() } }) : data(shown)
}

/** Removes one file, or what arrived of one, or says what became of files that were sent piece by piece. Files come in by other ways. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const posted = await readPosted(request)
  const [fileId, uploadId, sent] = [posted('fileId'), posted('uploadId'), posted('sent')]
  const { submissionId, questionId } = params
  if (sent) return goOn(request, `/submissions/${submissionId}/files/${questionId}`, sent)
  const api = serverApi(context.get(visitorContext))
  const remove = () =>
    uploadId
      ? api.submissions.cancelUpload.mutate({ uploadId })
      : api.submissions.removeFile.mutate({ submissionId, fileId })
  await fromServer(request, unlessGone(remove))
  const { search } = new URL(request.url)
  return redirect(`/submissions/${submissionId}/files/${questionId}${search}`)
}

function goOn(request: Request, page: string, sent: string) {
  const query = new URL(request.url).searchParams
  const [then, fromCheck] = [Then.parse(query.get('then')), query.get('from') === 'check']
  const { place, cookie } = afterUpload(page, parseSent(sent), { then, fromCheck })
  return redirect(place, cookie ? { headers: { 'set-cookie': cookie } } : undefined)
}

/** A file that is gone already, by a second press or in another window, is as gone as it should be. */
async function unlessGone(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove()
  } catch (error) {
    const id = refusalId(error)
    if (id !== 'not-found' && id !== 'bad-input' && id !== 'conflict') throw error
  }
}

export default function FilePage({ loaderData }: Route.ComponentProps) {
  return <FilePageBody {...loaderData} submission={useOfRequest(mySubmission)} />
}
