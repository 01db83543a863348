import { newId } from '@send/shared/values/ids'
import { redirect } from 'react-router'
import type { Route } from './+types/members'
import { PageBody } from '../../PageBody.tsx'
import { findMe, serverApi } from '../../api.ts'
import { ButtonLink } from '../../design/Button.tsx'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { OpenInvitations } from './OpenInvitations.tsx'
import { requireUuid } from '../../uuid-shape.ts'

const done = ['accepted', 'refused', 'already', 'changed', 'removed', 'invited', 'sent', 'withdrawn'] as const

/** Who belongs to one of the visitor's organisations; a lead also decides and invites from here. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const organisationId = requireUuid(params.organisationId)
  const list = await fromServer(
    request,
    serverApi(visitor).organisations.listMembers.query({ organisationId }),
  )
  const asked = new URL(request.url).searchParams.get('done')
  const me = await findMe(visitor)
  return {
    ...list,
    // A key each: somebody may come back to this page and send another one again.
    invitations: list.invitations.map((invitation) => ({ ...invitation, idempotencyKey: newId() })),
    me: me?.userId,
    done: done.find((known) => known === asked),
  }
}

/** Sends an invitation again, or withdraws it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const organisationId = requireUuid(params.organisationId)
  const read = await readPosted(request)
  const aim = { organisationId, invitationId: read('invitationId') }
  const { organisations } = serverApi(context.get(visitorContext))
  const idempotencyKey = read('idempotencyKey')
  const { outcome } =
    read('intent') === 'resend'
      ? await fromServer(request, organisations.resendInvitation.mutate({ ...aim, idempotencyKey }))
      : await fromServer(request, organisations.withdrawInvitation.mutate(aim))
  const what = outcome === 'alreadyHandled' ? 'already' : outcome
  return redirect(`/organisation/${organisationId}/members?done=${what}`)
}

export default function Members({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { organisation, members, requests, invitations, mine, me } = loaderData
  const path = `/organisation/${organisation.organisationId}`
  const isLead = mine === 'lead'
  return (
    <PageBody title={t('portal.org.membersOf', { organisation: organisation.name })} back="/organisation">
      {loaderData.done ? (
        <NotificationBanner title={t('portal.success')}>
          {t(`portal.orgMembers.done.${loaderData.done}`)}
        </NotificationBanner>
      ) : null}
      {requests.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{t('portal.orgMembers.requests')}</h2>
          <SummaryList
            rows={requests.map(({ userId, name, since }) => ({
              key: userId,
              name,
              value: t('portal.orgMembers.askedOn', { day: dayOf(since, language) }),
              action: { href: `${path}/members/${userId}`, text: t('portal.orgMembers.decide') },
            }))}
          />
        </>
      ) : null}
      <h2 className="govuk-heading-m">{t('portal.org.members')}</h2>
      <SummaryList
        rows={members.map(({ userId, name, role, since, jobTitle }) => ({
          key: userId,
          name: userId === me ? `${name} ${t('portal.orgMembers.you')}` : name,
          value: [
            jobTitle ?? '',
            t('portal.orgMembers.since', {
              role: t(`portal.org.role.${role}`),
              day: dayOf(since, language),
            }),
          ]
            .filter(Boolean)
            .join('\n'),
          action:
            isLead && userId !== me
              ? { href: `${path}/members/${userId}`, text: t('portal.orgMembers.change') }
              : undefined,
        }))}
      />
      {isLead ? (
        <>
          <ButtonLink href={`${path}/invite`}>{t('portal.orgMembers.invite')}</ButtonLink>
          <OpenInvitations invitations={invitations} />
        </>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={`${path}/leave`}>
          {t('portal.orgMembers.leave')}
        </a>
      </p>
    </PageBody>
  )
}
