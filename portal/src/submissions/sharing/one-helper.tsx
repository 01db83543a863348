import { data, redirect } from 'react-router'
import type { Route } from './+types/one-helper'
import { PageBody } from '../../PageBody.tsx'
import { requireUuid } from '../../uuid-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { getMyDraft } from '../mine.ts'
import { HelpFields } from './HelpFields.tsx'
import { useFormTitle } from './form-title.ts'
import { readHelp } from './help-fields.ts'
import type { HelpTyped } from './help-fields.ts'

/** One helper of a form of the visitor's; with `stop` in the address it is asked whether the sharing is to end. */
export async function loader(args: Route.LoaderArgs) {
  const { context, request, params } = args
  await getMyDraft(args)
  const api = serverApi(context.get(visitorContext))
  const { submissionId } = params
  const { helpers } = await fromServer(request, api.sharedForms.listHelpers.query({ submissionId }))
  const helper = helpers.find(({ helperId }) => helperId === params.helperId)
  const { searchParams } = new URL(request.url)
  // Withdrawn in another window: the list says who is left.
  if (!helper) throw redirect(`/submissions/${submissionId}/share`)
  return { helper, asksToStop: searchParams.has('stop') }
}

export async function action(args: Route.ActionArgs) {
  const { context, request, params } = args
  const read = await readPosted(request)
  const { whole } = await getMyDraft(args)
  const { sharedForms } = serverApi(context.get(visitorContext))
  const aim = { submissionId: params.submissionId, helperId: requireUuid(params.helperId) }
  const list = `/submissions/${params.submissionId}/share`
  if (read('intent') === 'stop') {
    await fromServer(request, sharedForms.withdraw.mutate(aim))
    return redirect(`${list}?done=withdrawn`)
  }
  const { typed, problems, help } = readHelp(
    read,
    whole.pages.map(({ id }) => id),
  )
  if (!help) return data({ typed, problems }, { status: 422 })
  const { outcome } = await fromServer(request, sharedForms.changeHelp.mutate({ ...aim, ...help }))
  return redirect(outcome === 'changed' ? `${list}?done=changed` : list)
}

export default function OneHelper({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = usePortal()
  const { helper, asksToStop } = loaderData
  const { title, lang } = useFormTitle()
  const list = `/submissions/${params.submissionId}/share`
  const here = `${list}/${helper.helperId}`
  const name = helper.name ?? helper.email
  const caption = <span lang={lang}>{title}</span>
  if (asksToStop) {
    return (
      <PageBody title={t('portal.sharing.stopTitle', { name })} caption={caption} back={here}>
        <p className="govuk-body">{t('portal.sharing.stopText')}</p>
        <form method="post" className="govuk-button-group">
          <Button kind="warning" name="intent" value="stop">
            {t('portal.sharing.stopYes')}
          </Button>
          <a className="govuk-link" href={here}>
            {t('portal.sharing.stopNo')}
          </a>
        </form>
      </PageBody>
    )
  }
  const typed: HelpTyped = actionData?.typed ?? {
    role: helper.role,
    which: helper.pageIds ? 'some' : 'all',
    pageIds: helper.pageIds ?? [],
  }
  const problems = actionData?.problems ?? []
  return (
    <PageBody
      title={name}
      caption={caption}
      back={list}
      problems={problems.map(({ part, key }) => ({ href: `#${part}`, message: t(key) }))}
    >
      {helper.name === null ? null : <p className="govuk-body send-lines">{helper.email}</p>}
      <form method="post" noValidate>
        <HelpFields typed={typed} problems={problems} />
        <Button>{t('portal.sharing.save')}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={`${here}?stop=1`}>
          {t('portal.sharing.stop', { name })}
        </a>
      </p>
    </PageBody>
  )
}
