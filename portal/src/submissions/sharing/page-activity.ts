import { createContext } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'
import type { MySubmission } from '../mine.ts'

export type PageActivity = ServerOutputs['sharedForms']['openPage']

const alone: PageActivity = { others: [], changes: [], comments: [] }

/** What others do on the page that is drawn, for `useOfRequest`. */
export const pageActivity = createContext<PageActivity>(alone)

type PageArgs = {
  context: Readonly<RouterContextProvider>
  request: Request
  params: { submissionId: string; pageId: string }
}

/** Notes that the visitor has the page open, and what others do there; of a form that was never shared there is nothing. */
export async function openActivity(
  { context, request, params: { submissionId, pageId } }: PageArgs,
  { isShared, status }: MySubmission,
): Promise<void> {
  if (!isShared || status !== 'inProgress') return
  const { sharedForms } = serverApi(context.get(visitorContext))
  context.set(pageActivity, await fromServer(request, sharedForms.openPage.mutate({ submissionId, pageId })))
}
