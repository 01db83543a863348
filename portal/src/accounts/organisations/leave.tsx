import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/leave'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { requireUuid } from '../../uuid-shape.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const organisationId = requireUuid(params.organisationId)
  const api = serverApi(context.get(visitorContext))
  const { organisation } = await fromServer(request, api.organisations.listMembers.query({ organisationId }))
  return { organisation, idempotencyKey: newId() }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const organisationId = requireUuid(params.organisationId)
  const idempotencyKey = (await readPosted(request))('idempotencyKey')
  const { organisations } = serverApi(context.get(visitorContext))
  const { outcome } = await fromServer(
    request,
    organisations.leave.mutate({ idempotencyKey, organisationId }),
  )
  if (outcome === 'lastLead') return data({ lastLead: true }, { status: 409 })
  return redirect('/organisation?done=left')
}

export default function Leave({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { organisation, idempotencyKey } = loaderData
  const members = `/organisation/${organisation.organisationId}/members`
  const problem = actionData?.lastLead ? t('portal.orgLeave.lastLead') : undefined
  return (
    <PageBody
      title={t('portal.orgLeave.title', { organisation: organisation.name })}
      back={members}
      problems={problem ? [{ href: members, message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.orgLeave.text')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button kind="warning">{t('portal.orgLeave.leave')}</Button>
      </form>
    </PageBody>
  )
}
