import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { findMe, serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'

export type OwnSteps = ServerOutputs['secondSteps']['overview']

/** One's own second steps; whoever is not signed in signs in first and comes back. */
export async function getOwnSteps({
  context,
  request,
}: {
  context: Readonly<RouterContextProvider>
  request: Request
}): Promise<OwnSteps> {
  const visitor = context.get(visitorContext)
  const { pathname } = new URL(request.url)
  if (!(await findMe(visitor))?.secondStep)
    throw redirect(`/sign-in?returnTo=${encodeURIComponent(pathname)}`)
  return fromServer(request, serverApi(visitor).secondSteps.overview.query({}))
}
