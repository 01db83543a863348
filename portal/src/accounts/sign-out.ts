import { redirect } from 'react-router'
import type { Route } from './+types/sign-out'
import { serverApi } from '../api.ts'
import { endedSessionCookie } from '../host/cookies.ts'
import { visitorContext } from '../visitor.ts'

/** A link cannot sign anybody out; it only leads home. */
export function loader() {
  return redirect('/')
}

/** Ends the session at the server and forgets it here, even when the server has ended it already. */
export async function action({ context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  if (visitor.token)
    await serverApi(visitor)
      .accounts.signOut.mutate({})
      .catch(() => undefined)
  return redirect('/', { headers: { 'set-cookie': endedSessionCookie(visitor.face) } })
}
