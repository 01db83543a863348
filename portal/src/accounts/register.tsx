import type { Route } from './+types/register'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { EmailForm, EmailSent } from './EmailForm.tsx'
import { sendLink } from './send-link.ts'

/** Sends a link to the address; the answer is the same whether the address is known or not. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const { language } = visitor
  return sendLink(visitor, request, (api, email) => api.accounts.register.mutate({ email, language }))
}

export default function Register({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.view === 'sent') {
    const texts = { text: t('portal.registerSent.text'), notThere: t('portal.registerSent.notThere') }
    return <EmailSent {...texts} back="/register" email={actionData.email} again={actionData.again} />
  }
  return (
    <EmailForm
      title={t('portal.register.title')}
      text={t('portal.register.text')}
      back="/"
      email={actionData?.email}
      problem={actionData?.problem}
    />
  )
}
