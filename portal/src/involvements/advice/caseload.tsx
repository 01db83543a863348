import { CaseloadView, CaseState } from '@send/shared/involvements/caseload'
import { data, redirect } from 'react-router'
import type { Route } from './+types/caseload'
import { PageBody } from '../../PageBody.tsx'
import { requireUuid } from '../../uuid-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi, type ServerApi } from '../../api.ts'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { fromServer } from '../../from-server.ts'
import { requireTile } from '../../shown-face.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { CaseloadFilter } from './CaseloadFilter.tsx'
import { CaseloadList } from './CaseloadList.tsx'
import { CaseloadViews } from './CaseloadViews.tsx'

const done = ['hidden', 'shown'] as const
const mostLetters = 200

type Filter = { view: CaseloadView; text: string; state: CaseState | undefined }

/** The children with whom the visitor works, all of one view. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireTile(context, 'caseload')
  const { searchParams } = new URL(request.url)
  const view = CaseloadView.catch('active').parse(searchParams.get('view'))
  const what = searchParams.get('done')
  const filter: Filter = { view, text: '', state: undefined }
  // A filtered list comes with the answer to what was posted.
  const list = context.get(answersWithPage)
    ? undefined
    : await fromServer(request, readList(serverApi(context.get(visitorContext)), filter))
  return { filter, list, done: done.find((known) => known === what) }
}

/** Filters the list, which stays out of the address because a name is typed; or hides a child and shows it again. */
export async function action({ context, request }: Route.ActionArgs) {
  const api = serverApi(context.get(visitorContext))
  const read = await readPosted(request)
  const view = CaseloadView.catch('active').parse(new URL(request.url).searchParams.get('view'))
  const intent = read('intent')
  if (intent === 'filter') {
    context.set(answersWithPage, true)
    const state = CaseState.safeParse(read('state')).data
    const filter: Filter = { view, text: read('text').trim().slice(0, mostLetters), state }
    return { filter, list: await fromServer(request, readList(api, filter)) }
  }
  if (intent !== 'hide' && intent !== 'show') throw data(null, { status: 404 })
  const personId = requireUuid(read('personId'))
  await fromServer(request, api.advice.setHidden.mutate({ personId, hidden: intent === 'hide' }))
  return redirect(`/caseload?view=${view}&done=${intent === 'hide' ? 'hidden' : 'shown'}`)
}

function readList(api: ServerApi, { view, text, state }: Filter) {
  return api.advice.listCaseload.query({ view, text, ...(state ? { state } : {}) })
}

export default function Caseload({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { filter } = actionData ?? loaderData
  const list = actionData?.list ?? loaderData.list
  const isFiltered = filter.text !== '' || filter.state !== undefined
  const { view } = filter
  return (
    <PageBody title={t('portal.caseload.title')} back="/">
      {loaderData.done && !actionData ? (
        <NotificationBanner title={t('portal.success')}>
          {t(`portal.caseload.done.${loaderData.done}`)}
        </NotificationBanner>
      ) : null}
      <p className="govuk-body">{t('portal.caseload.text')}</p>
      {list ? <CaseloadViews view={view} counts={list.counts} /> : null}
      <p className="govuk-body">{t(`portal.caseload.viewText.${view}`)}</p>
      <CaseloadFilter view={view} text={filter.text} state={filter.state} isFiltered={isFiltered} />
      {list ? <CaseloadList view={view} items={list.children} isFiltered={isFiltered} /> : null}
    </PageBody>
  )
}
