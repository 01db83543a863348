import { createContext } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'
import type { MySubmission } from '../mine.ts'

type FormActivity = ServerOutputs['sharedForms']['getActivity']

const alone: FormActivity = { changes: [], comments: [] }

/** What was done in the form of the page that is drawn, for `useOfRequest`. */
export const formActivity = createContext<FormActivity>(alone)

/** Asks who changed what in a form in progress; of one that was never shared there is nothing to tell. */
export async function askActivity(
  { context, request }: { context: Readonly<RouterContextProvider>; request: Request },
  { isShared, status, submissionId }: MySubmission,
): Promise<void> {
  if (!isShared || status !== 'inProgress') return
  const { sharedForms } = serverApi(context.get(visitorContext))
  context.set(formActivity, await fromServer(request, sharedForms.getActivity.query({ submissionId })))
}
