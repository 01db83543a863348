import { data, redirect } from 'react-router'
import type { Route } from './+types/invitation'
import { PageBody } from '../../PageBody.tsx'
import { findMe, serverApi, type ServerOutputs } from '../../api.ts'
import { Button, ButtonLink } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'

type Found = ServerOutputs['organisations']['findInvitation']
type Open = Extract<Found, { outcome: 'open' | 'openExpert' }>

/** What the link of an invitation is, for anybody who holds it; an old one explains itself. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const { token } = params
  const found = await fromServer(request, serverApi(visitor).organisations.findInvitation.query({ token }))
  const me = await findMe(visitor)
  return { found, token, name: me?.secondStep ? me.name : undefined }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const api = serverApi(context.get(visitorContext))
  const accepted = await fromServer(
    request,
    api.organisations.acceptInvitation.mutate({ token: params.token }),
  )
  if (accepted.outcome === 'joined') return redirect('/organisation?done=joined')
  if (accepted.outcome === 'linked') return redirect('/children?linked=1')
  return data({ why: accepted.why }, { status: 409 })
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { found, token, name } = loaderData
  if (actionData) return <Closed why={actionData.why} isSignedIn />
  if (found.outcome !== 'open' && found.outcome !== 'openExpert')
    return <Closed why={found.outcome} isSignedIn={name !== undefined} />
  return <Offer found={found} token={token} name={name} />
}

type ClosedProps = {
  why: 'used' | 'withdrawn' | 'expired' | 'unknown' | 'alreadyLinked'
  isSignedIn: boolean
}

function Closed({ why, isSignedIn }: ClosedProps) {
  const { t } = usePortal()
  return (
    <PageBody title={t(`portal.invitation.${why}.title`)}>
      <p className="govuk-body">{t(`portal.invitation.${why}.text`)}</p>
      <ButtonLink href={isSignedIn ? '/' : '/sign-in'}>
        {t(isSignedIn ? 'portal.goHome' : 'portal.signIn')}
      </ButtonLink>
    </PageBody>
  )
}

function Offer({ found, token, name }: { found: Open; token: string; name: string | undefined }) {
  const { t, language } = usePortal()
  const organisation = found.outcome === 'open' ? found.organisationName : ''
  const isLead = found.outcome === 'open' && found.role === 'lead'
  return (
    <PageBody
      title={
        found.outcome === 'open'
          ? t('portal.invitation.title', { organisation })
          : t('portal.invitation.expertTitle')
      }
    >
      <p className="govuk-body">
        {found.outcome === 'open'
          ? t(isLead ? 'portal.invitation.textLead' : 'portal.invitation.text', { organisation })
          : t('portal.invitation.expertText')}
      </p>
      <p className="govuk-body">{t('portal.invitation.until', { day: dayOf(found.expiresAt, language) })}</p>
      {name === undefined ? (
        <SignInFirst token={token} />
      ) : (
        <form method="post">
          <p className="govuk-body">{t('portal.invitation.asWho', { name })}</p>
          <Button>{t('portal.invitation.accept')}</Button>
        </form>
      )}
    </PageBody>
  )
}

function SignInFirst({ token }: { token: string }) {
  const { t } = usePortal()
  return (
    <>
      <p className="govuk-body">{t('portal.invitation.signInText')}</p>
      <ButtonLink href={`/sign-in?returnTo=${encodeURIComponent(`/invitations/${token}`)}`}>
        {t('portal.signIn')}
      </ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href="/register">
          {t('portal.invitation.register')}
        </a>
      </p>
    </>
  )
}
