import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/my-second-steps'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { MyPasskeys } from './MyPasskeys.tsx'
import { MyWays } from './MyWays.tsx'
import { getOwnSteps } from './own-steps.ts'

export async function loader(args: Route.LoaderArgs) {
  const changed = new URL(args.request.url).searchParams.get('changed') === '1'
  return { steps: await getOwnSteps(args), changed }
}

/** Removes the app, unless nothing that stands alone would be left. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const { outcome } = await fromServer(request, serverApi(visitor).secondSteps.removeTotp.mutate({}))
  if (outcome === 'removed') return redirect('/account/second-steps?changed=1')
  return data({ problem: translator(visitor.language)('portal.steps.app.last') }, { status: 409 })
}

export default function MySecondSteps({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { steps, changed } = loaderData
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.steps.title')}
      back="/"
      problems={problem ? [{ href: '#app', message: problem }] : []}
    >
      {changed && !problem ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.steps.changed')}</NotificationBanner>
      ) : null}
      <p className="govuk-body">{t('portal.steps.text')}</p>
      <MyWays steps={steps} />
      {steps.allowed.includes('passkey') ? <MyPasskeys passkeys={steps.passkeys} /> : null}
    </PageBody>
  )
}
