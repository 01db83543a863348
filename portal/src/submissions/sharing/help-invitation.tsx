import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { data, redirect } from 'react-router'
import type { Route } from './+types/help-invitation'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { Button, ButtonLink } from '../../design/Button.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { lastDayOf } from '../times.ts'

type Found = ServerOutputs['sharedForms']['findInvitation']
type Refusal = Extract<ServerOutputs['sharedForms']['accept'], { outcome: 'refused' }>['why']

/** What the link of an invitation to help is: to whom it was sent, who asks and for what; to others hardly anything. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { token } = params
  const { sharedForms } = serverApi(context.get(visitorContext))
  const found = await fromServer(request, sharedForms.findInvitation.query({ token }))
  if (found.outcome === 'joined') throw redirect(`/shared/${found.submissionId}`)
  return { found, token }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { sharedForms } = serverApi(context.get(visitorContext))
  const accepted = await fromServer(request, sharedForms.accept.mutate({ token: params.token }))
  if (accepted.outcome === 'joined') return redirect(`/shared/${accepted.submissionId}`)
  return data({ why: accepted.why }, { status: 409 })
}

export default function HelpInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { found, token } = loaderData
  if (actionData) return <Over why={actionData.why} />
  if (found.outcome === 'signIn') return <SignInFirst token={token} />
  if (found.outcome === 'open') return <Offer found={found} />
  return <Over why={found.outcome} />
}

function Over({ why }: { why: Refusal }) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.helpAsked.over.title')}>
      <p className="govuk-body">{t(`portal.helpAsked.over.${why}`)}</p>
      <ButtonLink href="/">{t('portal.goHome')}</ButtonLink>
    </PageBody>
  )
}

function SignInFirst({ token }: { token: string }) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.helpAsked.title')}>
      <p className="govuk-body">{t('portal.helpAsked.signIn')}</p>
      <ButtonLink href={`/sign-in?returnTo=${encodeURIComponent(`/shared/invitations/${token}`)}`}>
        {t('portal.signIn')}
      </ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href="/register">
          {t('portal.helpAsked.register')}
        </a>
      </p>
    </PageBody>
  )
}

function Offer({ found }: { found: Extract<Found, { outcome: 'open' }> }) {
  const { t, language } = usePortal()
  const { ownerName: name, title, role, pages, expiresAt } = found
  const parts =
    pages === null ? t('portal.sharing.pages.all') : t('portal.sharing.pages.some', { count: pages })
  const form = <span lang={otherLanguage(title, language)}>{inLanguage(title, language)}</span>
  return (
    <PageBody title={t('portal.helpAsked.openTitle', { name })}>
      <SummaryList
        rows={[
          { key: 'form', name: t('portal.helpAsked.form'), value: form },
          { key: 'role', name: t('portal.helpAsked.may'), value: t(`portal.sharing.role.${role}`) },
          { key: 'parts', name: t('portal.helpAsked.parts'), value: parts },
        ]}
      />
      <p className="govuk-body">{t('portal.helpAsked.told', { name })}</p>
      <p className="govuk-body">{t('portal.helpAsked.until', { day: lastDayOf(expiresAt, language) })}</p>
      <form method="post">
        <Button>{t('portal.helpAsked.accept')}</Button>
      </form>
    </PageBody>
  )
}
