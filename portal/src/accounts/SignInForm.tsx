import { InsetText } from '../design/InsetText.tsx'
import { Button } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { PageBody } from '../PageBody.tsx'
import { Notice } from '../home/Notice.tsx'
import { usePortal } from '../use-portal.ts'

export type SignInFormProps = {
  returnTo: string
  /** What was typed into a form before the session ended, to be saved after signing in. */
  kept?: string | undefined
  email?: string | undefined
  problem?: string | undefined
  title?: string | undefined
  /** Said above the form, such as what has just happened. */
  notice?: string | undefined
  /** Proof of a password that was just reset; passed on as it is. */
  ticket?: string | undefined
}

/** E-mail address and password; posts to /sign-in from wherever it is shown. */
export function SignInForm({ returnTo, kept, email, problem, title, notice, ticket }: SignInFormProps) {
  const { t } = usePortal()
  const heading = title ?? t(kept ? 'portal.signIn.again' : 'portal.signIn.title')
  const problems = problem ? [{ href: '#email', message: problem }] : []
  return (
    <PageBody title={heading} problems={problems} above={kept ? null : <Notice />}>
      {kept ? <InsetText>{t('portal.signIn.kept')}</InsetText> : null}
      {notice ? <InsetText>{notice}</InsetText> : null}
      <form method="post" action="/sign-in" noValidate>
        <input type="hidden" name="returnTo" value={returnTo} />
        {kept ? <input type="hidden" name="kept" value={kept} /> : null}
        {ticket ? <input type="hidden" name="ticket" value={ticket} /> : null}
        <TextInput
          id="email"
          name="email"
          type="email"
          label={t('portal.email')}
          value={email}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="username"
          spellCheck={false}
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          label={t('portal.password')}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="current-password"
        />
        <Button>{t('portal.signIn')}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/forgotten-password">
          {t('portal.forgotten.link')}
        </a>
      </p>
      <p className="govuk-body">
        {t('portal.signIn.noAccount')}{' '}
        <a className="govuk-link" href="/register">
          {t('portal.register.link')}
        </a>
      </p>
    </PageBody>
  )
}
