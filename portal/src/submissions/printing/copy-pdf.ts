import { redirect } from 'react-router'
import type { Route } from './+types/copy-pdf'
import { printContext } from '../../printer.ts'
import { visitorContext } from '../../visitor.ts'
import { getMySubmission } from '../mine.ts'
import { answerPrinted } from './answer-printed.ts'
import { describeCopy } from './describe-copy.ts'

/** A copy of a form that was sent as a PDF, always a download. A file cannot say what is wrong: pages do that for it. */
export async function loader(args: Route.LoaderArgs) {
  const { context, params, request } = args
  const page = `/submissions/${encodeURIComponent(params.submissionId)}`
  const submission = await getMySubmission(args).catch(() => undefined)
  // Whatever was refused, to a stranger too, is refused there in the same way and in words.
  if (!submission) return redirect(`${page}/copy`)
  const { receipt } = submission
  if (!receipt) return redirect(page)
  const { language } = context.get(visitorContext)
  const size = new URL(request.url).searchParams.get('size') === 'large' ? 'large' : 'standard'
  const printed = await context.get(printContext)(
    describeCopy({ ...submission, receipt }, { language, size }),
  )
  return answerPrinted(printed, { reference: receipt.reference, size, page: `${page}/copy` })
}
