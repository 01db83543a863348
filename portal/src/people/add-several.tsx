import { mostAddedLines } from '@send/shared/suspense/added-children'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/add-several'
import { refusalId, serverApi } from '../api.ts'
import { KeptErrorPage } from '../accounts/KeptErrorPage.tsx'
import { fromServer, isSignInRefusal } from '../from-server.ts'
import { keptOf, type Kept } from '../submissions/kept.ts'
import { requireTile } from '../shown-face.ts'
import { isUuid } from '../uuid-shape.ts'
import { visitorContext } from '../visitor.ts'
import { AddSeveralForm } from './AddSeveralForm.tsx'
import { CheckedList } from './CheckedList.tsx'
import { readList, type ListProblem } from './read-list.ts'

const Count = z.coerce.number().int().min(1).max(mostAddedLines).optional().catch(undefined)

/** The schools of the visitor, and whom these have added. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireTile(context, 'addSeveral')
  const api = serverApi(context.get(visitorContext))
  const mine = await fromServer(request, api.addedChildren.listMine.query({}))
  const justAdded = Count.parse(new URL(request.url).searchParams.get('added') ?? undefined)
  return { ...mine, justAdded, idempotencyKey: newId() }
}

/** Shows what was read of a list; confirmed, adds it. Nothing of it is kept in between but in the page itself. */
export async function action({ context, request }: Route.ActionArgs) {
  const api = serverApi(context.get(visitorContext))
  const form = await request.formData()
  const pasted = form.get('pasted')
  const refuse = (status: number, problem: ListProblem) =>
    data({ problem, pasted: typeof pasted === 'string' ? pasted : '', checked: undefined }, { status })
  const given = await readList(form)
  if ('problem' in given) return refuse(422, given.problem)
  const { list, by } = given
  if (!isUuid(list.organisationId)) throw data(null, { status: 404 })
  const keep = keptOf({ page: 'addSeveral', fields: list }, new URL(request.url))
  const confirmed = Count.parse(form.get('confirmed') ?? undefined)
  const key = form.get('idempotencyKey')
  let changed = false
  if (confirmed !== undefined && typeof key === 'string' && isUuid(key)) {
    const adding = api.addedChildren.add.mutate({ ...list, confirmed, idempotencyKey: key })
    const done = await orKept(request, orChanged(adding), keep)
    if (done.outcome === 'added') return redirect(`/children/add-several?added=${done.added}`)
    changed = true
  }
  const read = await orKept(request, api.addedChildren.check.query(list), keep)
  if (read.outcome === 'notRead') return refuse(422, { part: by, key: `portal.list.why.${read.why}` })
  return data({ problem: undefined, pasted: '', checked: { ...list, ...read, changed } })
}

/** The list travels along when the session has ended, or when the server does not answer. */
async function orKept<Result>(request: Request, call: Promise<Result>, kept: Kept): Promise<Result> {
  try {
    return await call
  } catch (error) {
    const id = refusalId(error)
    if (isSignInRefusal(id)) throw data(kept, { status: 401 })
    if (id === 'unavailable') throw data(kept, { status: 503 })
    return fromServer(request, Promise.reject(error as Error))
  }
}

type Added = { outcome: 'added'; added: number } | { outcome: 'changed' }

/** A conflict is that something changed too. */
async function orChanged(adding: Promise<Added>): Promise<Added> {
  try {
    return await adding
  } catch (error) {
    if (refusalId(error) === 'conflict') return { outcome: 'changed' }
    throw error
  }
}

export default function AddSeveral({ loaderData, actionData }: Route.ComponentProps) {
  const { schools, added, justAdded, idempotencyKey } = loaderData
  if (actionData?.checked)
    return <CheckedList checked={actionData.checked} schools={schools} idempotencyKey={idempotencyKey} />
  return (
    <AddSeveralForm
      schools={schools}
      added={added}
      justAdded={actionData ? undefined : justAdded}
      problem={actionData?.problem}
      pasted={actionData?.pasted ?? ''}
    />
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
