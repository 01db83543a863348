import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/my-password'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { sessionCookie } from '../../host/cookies.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { getOwnAccount } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  return getOwnAccount(args)
}

/** The old password is asked for here, whenever it was given last. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const [oldPassword, newPassword] = [posted('oldPassword'), posted('newPassword')]
  const refuse = (problems: { href: string; message: string }[], status = 422) =>
    data({ problems }, { status })
  const missing = [
    ...(oldPassword ? [] : [{ href: '#oldPassword', message: t('portal.account.password.oldNeeded') }]),
    ...(newPassword ? [] : [{ href: '#newPassword', message: t('portal.account.password.newNeeded') }]),
  ]
  if (missing.length > 0) return refuse(missing)
  const api = serverApi(visitor)
  const result = await fromServer(request, api.ownAccount.changePassword.mutate({ oldPassword, newPassword }))
  switch (result.outcome) {
    case 'changed': {
      const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
      return redirect('/account?changed=1', { headers })
    }
    case 'unsuitable':
      return refuse([{ href: '#newPassword', message: result.sentence }])
    case 'refused':
      return refuse([
        { href: '#oldPassword', message: t('portal.confirm.refused', { count: result.triesLeft }) },
      ])
    case 'tooManyTries': {
      const count = Math.max(1, Math.ceil(result.retryAfterSeconds / 60))
      return refuse([{ href: '#oldPassword', message: t('portal.tooManyTries', { count }) }], 429)
    }
  }
}

export default function MyPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const problems = actionData?.problems ?? []
  const common = (id: string) => ({
    id,
    name: id,
    type: 'password' as const,
    error: problems.find(({ href }) => href === `#${id}`)?.message,
    errorPrefix: t('portal.error.prefix'),
  })
  return (
    <PageBody title={t('portal.account.password.title')} back="/account" problems={problems}>
      <form method="post" noValidate>
        {/* Password managers keep the password under this address. */}
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email} readOnly />
        <TextInput
          {...common('oldPassword')}
          label={t('portal.account.password.old')}
          autoComplete="current-password"
        />
        <TextInput
          {...common('newPassword')}
          label={t('portal.account.password.new')}
          hint={t('portal.complete.passwordHint')}
          autoComplete="new-password"
        />
        <p className="govuk-body">{t('portal.account.password.signsOut')}</p>
        <Button>{t('portal.account.password.title')}</Button>
      </form>
    </PageBody>
  )
}
