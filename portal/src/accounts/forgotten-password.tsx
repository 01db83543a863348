import type { Route } from './+types/forgotten-password'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { EmailForm, EmailSent } from './EmailForm.tsx'
import { sendLink } from './send-link.ts'

/** Sends a link to choose a new password; the answer is the same whether the address is known or not. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const { language } = visitor
  return sendLink(visitor, request, (api, email) =>
    api.accounts.requestPasswordReset.mutate({ email, language }),
  )
}

export default function ForgottenPassword({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.view === 'sent') {
    const texts = { text: t('portal.forgotten.sentText'), notThere: t('portal.forgotten.notThere') }
    return (
      <EmailSent {...texts} back="/forgotten-password" email={actionData.email} again={actionData.again} />
    )
  }
  return (
    <EmailForm
      title={t('portal.forgotten.title')}
      text={t('portal.forgotten.text')}
      back="/sign-in"
      email={actionData?.email}
      problem={actionData?.problem}
    />
  )
}
