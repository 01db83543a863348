import { redirect } from 'react-router'
import type { Route } from './+types/first-members'
import { serverApi } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'

/** Leads to the members of the visitor's organisation, or to where they can join one. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  const { memberships } = await fromServer(request, api.organisations.mine.query({}))
  const [first, ...others] = memberships.filter(({ state }) => state === 'active')
  throw redirect(
    first && others.length === 0 ? `/organisation/${first.organisationId}/members` : '/organisation',
  )
}
