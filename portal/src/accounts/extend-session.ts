import { data, redirect } from 'react-router'
import type { Route } from './+types/extend-session'
import { findMe } from '../api.ts'
import { visitorContext } from '../visitor.ts'
import { secondsUntil } from './seconds-until.ts'

/** A link cannot keep anybody signed in; it only leads home. */
export function loader() {
  return redirect('/')
}

/** Keeps the session alive by being asked, and says for how many seconds; 0 when it has ended. */
export async function action({ context }: Route.ActionArgs) {
  const me = await findMe(context.get(visitorContext))
  return data({ seconds: me?.secondStep ? secondsUntil(me.expiresAt) : 0 })
}
