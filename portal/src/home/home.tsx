import { dateInLondon } from '@send/shared/values/plain-date'
import { data } from 'react-router'
import type { Route } from './+types/home'
import { findMe, refusalId, serverApi } from '../api.ts'
import { fromServer, isSignInRefusal } from '../from-server.ts'
import { visitorContext } from '../visitor.ts'
import type { Visitor } from '../visitor.ts'
import { SignedInHome } from './SignedInHome.tsx'
import { Welcome } from './Welcome.tsx'

/** Signed out: what this is. Signed in: what there is to do, what was sent, what can be started. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  // Somebody with a session is only a stranger when the server says so, not when it says nothing.
  if (!me && visitor.token) await requireAnswer(visitor)
  if (!me?.secondStep) return { signedIn: false as const }
  const api = serverApi(visitor)
  const [mine, shared, available, linked, told, asked, professional, account] = await fromServer(
    request,
    Promise.all([
      api.submissions.listMine.query({}),
      api.sharedForms.listMine.query({}),
      api.forms.listAvailable.query({}),
      api.involvements.listMyChildren.query({}),
      api.childAccess.listMyClaims.query({}),
      api.senderQuestions.listMine.query({}),
      visitor.face === 'professional' ? readProfessional(api) : undefined,
      visitor.face === 'citizen' ? api.ownAccount.get.query({}) : undefined,
    ]),
  )
  const { submissions } = mine
  const citizen = account && { kind: account.citizenKind }
  return {
    signedIn: true as const,
    today: dateInLondon(new Date()),
    submissions,
    shared: shared.forms,
    available,
    items: linked.children,
    claims: told.claims,
    questions: asked.questions,
    professional,
    citizen,
  }
}

/** What only professionals have on their page: where they belong, and what they are asked for. */
async function readProfessional(api: ReturnType<typeof serverApi>) {
  const [organisations, { tasks }, { requests: advice }] = await Promise.all([
    api.organisations.mine.query({}),
    api.involvements.listMyTasks.query({}),
    api.advice.listMine.query({}),
  ])
  return { organisations, tasks, advice }
}

async function requireAnswer(visitor: Visitor): Promise<void> {
  try {
    await serverApi(visitor).accounts.me.query({})
  } catch (error) {
    if (!isSignInRefusal(refusalId(error))) throw data(null, { status: 503 })
  }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  if (!loaderData.signedIn) return <Welcome />
  const { signedIn: _, ...home } = loaderData
  return <SignedInHome {...home} />
}
