import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/tell-us'
import { KeptErrorPage } from '../accounts/KeptErrorPage.tsx'
import { refusalId, serverApi } from '../api.ts'
import { fromServer, isSignInRefusal } from '../from-server.ts'
import { requireTile } from '../shown-face.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { keptOf } from '../submissions/kept.ts'
import { TellUsForm } from './TellUsForm.tsx'
import { checkClaim, readTypedClaim, type ClaimProblem, type TypedClaim } from './read-claim.ts'

/** Only somebody signed in with both steps may tell us; the key makes a second press of the button harmless. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireTile(context, 'tellUs')
  const visitor = context.get(visitorContext)
  if (!context.get(answersWithPage))
    await fromServer(request, serverApi(visitor).childAccess.listMyClaims.query({}))
  return { idempotencyKey: newId() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const fields: Record<string, string> = {}
  for (const [name, value] of await request.formData()) if (typeof value === 'string') fields[name] = value
  const read = (name: string) => fields[name] ?? ''
  const typed = readTypedClaim(read)
  const { problems, claim } = checkClaim(typed, visitor.face, new Date())
  const refuse = (status: number, given: ClaimProblem[]) => data({ typed, problems: given }, { status })
  if (!claim) return refuse(422, problems)
  try {
    await serverApi(visitor).childAccess.claim.mutate({ idempotencyKey: read('idempotencyKey'), ...claim })
  } catch (error) {
    const id = refusalId(error)
    if (id === 'too-many-tries') return refuse(429, [{ part: 'relation', key: 'portal.claim.enough' }])
    if (id === 'unavailable') return refuse(503, [{ part: 'relation', key: 'portal.couldNotDo' }])
    // Nothing typed is lost: it travels with the sign-in form that is shown instead.
    if (isSignInRefusal(id))
      throw data(keptOf({ page: 'tellUs', fields }, new URL(request.url)), { status: 401 })
    return fromServer(request, Promise.reject(error as Error))
  }
  return redirect('/children?sent=1')
}

const nothingTyped: TypedClaim = {
  relation: '',
  givenNames: '',
  familyName: '',
  dateOfBirth: { day: '', month: '', year: '' },
  evidence: '',
}

export default function TellUs({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <TellUsForm
      typed={actionData?.typed ?? nothingTyped}
      problems={actionData?.problems ?? []}
      idempotencyKey={loaderData.idempotencyKey}
    />
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
