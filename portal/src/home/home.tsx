import type { Route } from './+types/home'
import { findMe, serverApi } from '../api.ts'
import { fromServer } from '../from-server.ts'
import { visitorContext } from '../visitor.ts'
import { SignedInHome } from './SignedInHome.tsx'
import { Welcome } from './Welcome.tsx'

/** Signed out: what this is. Signed in: what there is to do, what was sent, what can be started. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  if (!me?.secondStep) return { signedIn: false as const }
  const api = serverApi(visitor)
  const [mine, available] = await fromServer(
    request,
    Promise.all([api.submissions.listMine.query({}), api.forms.listAvailable.query({})]),
  )
  return { signedIn: true as const, submissions: mine.submissions, forms: available.forms }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  if (!loaderData.signedIn) return <Welcome />
  return <SignedInHome submissions={loaderData.submissions} forms={loaderData.forms} />
}
