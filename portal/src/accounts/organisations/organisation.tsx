import { redirect } from 'react-router'
import type { Route } from './+types/organisation'
import { PageBody } from '../../PageBody.tsx'
import { serverApi, type ServerOutputs } from '../../api.ts'
import { ButtonLink } from '../../design/Button.tsx'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { InvitedNotes } from './InvitedNotes.tsx'
import { VerificationInWords } from './VerificationInWords.tsx'

type Membership = ServerOutputs['organisations']['mine']['memberships'][number]

const done = ['asked', 'takenBack', 'left', 'joined'] as const

/** Where the visitor belongs or asked to, and whether they are verified. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  const mine = await fromServer(request, api.organisations.mine.query({}))
  const asked = new URL(request.url).searchParams.get('done')
  return { mine, done: done.find((known) => known === asked) }
}

/** Takes a request back. */
export async function action({ context, request }: Route.ActionArgs) {
  const organisationId = (await readPosted(request))('organisationId')
  const api = serverApi(context.get(visitorContext))
  const { outcome } = await fromServer(request, api.organisations.takeBackRequest.mutate({ organisationId }))
  return redirect(outcome === 'takenBack' ? '/organisation?done=takenBack' : '/organisation')
}

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { t, offers } = usePortal()
  const { mine } = loaderData
  return (
    <PageBody title={t('portal.org.title')} back="/">
      {loaderData.done ? (
        <NotificationBanner title={t('portal.success')}>
          {t(`portal.org.${loaderData.done}`)}
        </NotificationBanner>
      ) : null}
      <InvitedNotes invitations={mine.invitations} />
      {mine.memberships.length === 0 ? (
        <p className="govuk-body">{t('portal.org.none')}</p>
      ) : (
        <SummaryList
          rows={mine.memberships.map((membership) => ({
            key: membership.organisationId,
            name: membership.name,
            value: <MembershipInWords membership={membership} />,
            action:
              membership.state === 'active'
                ? {
                    href: `/organisation/${membership.organisationId}/members`,
                    text: t('portal.org.members'),
                  }
                : undefined,
          }))}
        />
      )}
      {offers('joinOrganisation') ? (
        <ButtonLink href="/organisation/join">{t('portal.org.join')}</ButtonLink>
      ) : (
        <p className="govuk-body">{t('portal.org.byInvitation')}</p>
      )}
      <VerificationInWords verification={mine.verification} />
    </PageBody>
  )
}

function MembershipInWords({ membership }: { membership: Membership }) {
  const { t, language } = usePortal()
  const { state, role, name, organisationId } = membership
  if (state === 'active') return t(`portal.org.mine.${role}`)
  if (state === 'refused') return t('portal.org.mine.refused')
  return (
    <>
      {t('portal.org.mine.asked', { day: dayOf(membership.askedAt, language) })}
      <form method="post" className="send-plain-form">
        <input type="hidden" name="organisationId" value={organisationId} />
        <button className="send-link-button govuk-body">
          {t('portal.org.takeBack')}
          <span className="govuk-visually-hidden"> – {name}</span>
        </button>
      </form>
    </>
  )
}
