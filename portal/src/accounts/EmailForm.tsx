import { Button } from '../design/Button.tsx'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { PageBody } from '../PageBody.tsx'
import { usePortal } from '../use-portal.ts'

export type EmailFormProps = {
  title: string
  text: string
  back: string
  email?: string | undefined
  problem?: string | undefined
}

/** Asks for the address to which a link is sent. */
export function EmailForm({ title, text, back, email, problem }: EmailFormProps) {
  const { t } = usePortal()
  return (
    <PageBody title={title} back={back} problems={problem ? [{ href: '#email', message: problem }] : []}>
      <p className="govuk-body">{text}</p>
      <form method="post" noValidate>
        <TextInput
          id="email"
          name="email"
          type="email"
          label={t('portal.email')}
          hint={t('portal.register.emailHint')}
          value={email}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="email"
          spellCheck={false}
        />
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}

export type EmailSentProps = { text: string; notThere: string; back: string; email: string; again: boolean }

/** Says that a message is on its way, whether the address is known or not, and sends it again. */
export function EmailSent({ text, notThere, back, email, again }: EmailSentProps) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.registerSent.title')} back={back}>
      {again ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.register.sentAgain')}</NotificationBanner>
      ) : null}
      <p className="govuk-body">{text}</p>
      <p className="govuk-body">{notThere}</p>
      <form method="post">
        <input type="hidden" name="email" value={email} />
        <Button kind="secondary" name="intent" value="again">
          {t('portal.register.sendAgain')}
        </Button>
      </form>
    </PageBody>
  )
}
