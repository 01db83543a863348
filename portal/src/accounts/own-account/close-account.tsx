import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import type { Route } from './+types/close-account'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { Checkbox } from '../../design/Checkbox.tsx'
import { fromServer } from '../../from-server.ts'
import { endedSessionCookie } from '../../host/cookies.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { listUnsent, UnsentForms } from './UnsentForms.tsx'
import { getOwnAccountAfterPassword } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  // A page that answers a press has looked it up itself.
  if (args.context.get(answersWithPage)) return { unsent: [] }
  await getOwnAccountAfterPassword(args)
  return { unsent: await listUnsent(args) }
}

export async function action(args: Route.ActionArgs) {
  const { context, request } = args
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const sure = (await readPosted(request))('sure') === 'yes'
  if (!sure) {
    const unsent = await listUnsent(args)
    return data({ closed: false, problem: t('portal.close.sureNeeded'), unsent }, { status: 422 })
  }
  await fromServer(request, serverApi(visitor).ownAccount.close.mutate({}))
  const headers = { 'set-cookie': endedSessionCookie(visitor.face) }
  return data({ closed: true, problem: undefined, unsent: [] }, { headers })
}

/** Says what goes and what stays before the account is closed. */
export default function CloseAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.closed) {
    return (
      <PageBody title={t('portal.close.doneTitle')}>
        <p className="govuk-body">{t('portal.close.doneText')}</p>
      </PageBody>
    )
  }
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.close.title')}
      back="/account"
      problems={problem ? [{ href: '#sure', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.close.goes')}</p>
      <UnsentForms forms={(actionData ?? loaderData).unsent} />
      <h2 className="govuk-heading-m">{t('portal.close.stays.heading')}</h2>
      <p className="govuk-body">{t('portal.close.stays.text')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/account/data">
          {t('portal.close.download')}
        </a>
      </p>
      <form method="post" noValidate>
        <Checkbox
          id="sure"
          name="sure"
          label={t('portal.close.sure')}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
        />
        <Button kind="warning">{t('portal.close.button')}</Button>
      </form>
    </PageBody>
  )
}
