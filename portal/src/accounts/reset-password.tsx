import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import type { Route } from './+types/reset-password'
import { PageBody } from '../PageBody.tsx'
import { serverApi } from '../api.ts'
import { Button, ButtonLink } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { fromServer } from '../from-server.ts'
import { endedSessionCookie } from '../host/cookies.ts'
import { usePortal } from '../use-portal.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { SignInForm } from './SignInForm.tsx'
import { readPosted } from './posted-fields.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  return fromServer(request, api.accounts.findPasswordReset.query({ token: params.token }))
}

/** Sets the new password. Nobody is signed in by it: the sign-in form follows, and then the second step. */
export async function action({ context, params, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const password = posted('password')
  if (!password)
    return data({ view: 'form' as const, problem: t('portal.complete.passwordNeeded') }, { status: 422 })
  const api = serverApi(visitor)
  const result = await fromServer(
    request,
    api.accounts.resetPassword.mutate({ token: params.token, password }),
  )
  if (result.outcome === 'changed') {
    const { ticket } = result
    const headers = { 'set-cookie': endedSessionCookie(visitor.face) }
    return data({ view: 'done' as const, ticket, email: posted('email') }, { headers })
  }
  const problem = result.reason === 'password' ? result.sentence : undefined
  return data({ view: 'form' as const, problem }, { status: 422 })
}

function LinkOver({ outcome }: { outcome: 'expired' | 'used' | 'unknown' }) {
  const { t } = usePortal()
  return (
    <PageBody title={t(`portal.forgotten.${outcome}.title`)}>
      <p className="govuk-body">{t(`portal.forgotten.${outcome}.text`)}</p>
      <ButtonLink href="/forgotten-password">{t('portal.complete.newLink')}</ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          {t('portal.signIn')}
        </a>
      </p>
    </PageBody>
  )
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.view === 'done') {
    const { email, ticket } = actionData
    return (
      <SignInForm
        title={t('portal.forgotten.done.title')}
        notice={t('portal.forgotten.done.text')}
        returnTo="/"
        email={email}
        ticket={ticket}
      />
    )
  }
  if (loaderData.outcome !== 'open') return <LinkOver outcome={loaderData.outcome} />
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.forgotten.title')}
      problems={problem ? [{ href: '#password', message: problem }] : []}
    >
      <form method="post" noValidate>
        {/* Password managers keep the password under this address. */}
        <input type="hidden" name="email" autoComplete="username" value={loaderData.email} readOnly />
        <TextInput
          id="password"
          name="password"
          type="password"
          label={t('portal.complete.password')}
          hint={t('portal.complete.passwordHint')}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="new-password"
        />
        <p className="govuk-body">{t('portal.forgotten.signsOut')}</p>
        <Button>{t('portal.forgotten.save')}</Button>
      </form>
    </PageBody>
  )
}
