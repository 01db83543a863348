import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/confirm-password'
import { PageBody } from '../PageBody.tsx'
import { findMe, serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { fromServer } from '../from-server.ts'
import { sessionCookie } from '../host/cookies.ts'
import { safeReturnTo } from '../host/return-to.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { readPosted } from './posted-fields.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  const me = await findMe(context.get(visitorContext))
  if (!me?.secondStep) throw redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  return { returnTo, email: me.email }
}

/** Asks for the password once more; the session goes on under a new token. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const password = posted('password')
  if (!password) return data({ problem: t('portal.confirm.needed') }, { status: 422 })
  const result = await fromServer(request, serverApi(visitor).accounts.reauthenticate.mutate({ password }))
  if (result.outcome === 'refused')
    return data({ problem: t('portal.confirm.refused', { count: result.triesLeft }) }, { status: 422 })
  if (result.outcome === 'tooManyTries') {
    const count = Math.max(1, Math.ceil(result.retryAfterSeconds / 60))
    return data({ problem: t('portal.tooManyTries', { count }) }, { status: 429 })
  }
  const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
  return redirect(safeReturnTo(posted('returnTo')), { headers })
}

export default function ConfirmPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.confirm.title')}
      problems={problem ? [{ href: '#password', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.confirm.text')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="returnTo" value={loaderData.returnTo} />
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email} readOnly />
        <TextInput
          id="password"
          name="password"
          type="password"
          label={t('portal.password')}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="current-password"
        />
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}
