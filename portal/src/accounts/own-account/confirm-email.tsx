import { data, redirect } from 'react-router'
import type { Route } from './+types/confirm-email'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button, ButtonLink } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'

/** Opening the link changes nothing: mail programs open links too. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  return fromServer(request, api.ownAccount.findEmailChange.query({ token: params.token }))
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const api = serverApi(context.get(visitorContext))
  const { token } = params
  const { outcome } = await fromServer(request, api.ownAccount.confirmEmailChange.mutate({ token }))
  if (outcome === 'changed') return redirect('/account?changed=1')
  return data({ outcome }, { status: 409 })
}

export default function ConfirmEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const found = actionData ?? loaderData
  if (found.outcome === 'open') {
    return (
      <PageBody title={t('portal.account.email.confirmTitle')}>
        <p className="govuk-body send-lines">
          {t('portal.account.email.confirmText', { email: found.email })}
        </p>
        <form method="post">
          <Button>{t('portal.account.email.confirm')}</Button>
        </form>
        <p className="govuk-body">
          <a className="govuk-link" href="/account">
            {t('portal.account.back')}
          </a>
        </p>
      </PageBody>
    )
  }
  const { outcome } = found
  return (
    <PageBody title={t(`portal.account.email.${outcome}.title`)}>
      <p className="govuk-body">{t(`portal.account.email.${outcome}.text`)}</p>
      {outcome === 'expired' ? (
        <ButtonLink href="/account/email">{t('portal.account.email.newLink')}</ButtonLink>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href="/account">
          {t('portal.account.back')}
        </a>
      </p>
    </PageBody>
  )
}
