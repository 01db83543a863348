import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import type { Route } from './+types/my-email'
import { PageBody } from '../../PageBody.tsx'
import { refusalId, serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { looksLikeEmail } from '../email-shape.ts'
import { readPosted } from '../posted-fields.ts'
import { getOwnAccount, getOwnAccountAfterPassword } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  return args.context.get(answersWithPage) ? getOwnAccount(args) : getOwnAccountAfterPassword(args)
}

/** Asks for the link. The page that follows says the same whether or not the address has an account. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const email = (await readPosted(request))('email').trim()
  const refuse = (problem: string, status = 422) => data({ sent: false, email, problem }, { status })
  context.set(answersWithPage, true)
  if (!looksLikeEmail(email)) return refuse(t('portal.register.emailNeeded'))
  try {
    const { outcome } = await serverApi(visitor).ownAccount.requestEmailChange.mutate({ email })
    if (outcome === 'sameAddress') return refuse(t('portal.account.email.same'))
    return { sent: true, email, problem: undefined }
  } catch (error) {
    const id = refusalId(error)
    if (id === 'bad-input') return refuse(t('portal.register.emailNeeded'))
    if (id === 'too-many-tries') return refuse(t('portal.register.later'), 429)
    return fromServer(request, Promise.reject(error as Error))
  }
}

export default function MyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.sent) {
    return (
      <PageBody title={t('portal.account.email.sentTitle')} back="/account">
        <p className="govuk-body send-lines">
          {t('portal.account.email.sentText', { email: actionData.email })}
        </p>
        <p className="govuk-body">{t('portal.forgotten.notThere')}</p>
      </PageBody>
    )
  }
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.account.email.title')}
      back="/account"
      problems={problem ? [{ href: '#email', message: problem }] : []}
    >
      <p className="govuk-body send-lines">{t('portal.account.email.text', { email: loaderData.email })}</p>
      <form method="post" noValidate>
        <TextInput
          id="email"
          name="email"
          type="email"
          label={t('portal.account.email.new')}
          value={actionData?.email}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="email"
          spellCheck={false}
        />
        <Button>{t('portal.account.email.send')}</Button>
      </form>
    </PageBody>
  )
}
