import { redirect } from 'react-router'
import type { Route } from './+types/lost-everything'
import { PageBody } from '../../PageBody.tsx'
import { findMe, serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import type { Standing } from './second-step-methods.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  if (!me) throw redirect('/sign-in')
  if (me.secondStep) throw redirect('/account/second-steps')
  const standing = await fromServer(request, serverApi(visitor).secondSteps.mine.query({}))
  if (standing.maySetUp) throw redirect('/second-step')
  return { recovery: standing.recovery }
}

/** Asks the council; the loader then shows how it stands. */
export async function action({ context, request }: Route.ActionArgs) {
  await fromServer(request, serverApi(context.get(visitorContext)).secondSteps.askRecovery.mutate({}))
  return redirect('/second-step/lost')
}

export default function LostEverything({ loaderData: { recovery } }: Route.ComponentProps) {
  const { t } = usePortal()
  if (recovery) return <Asked recovery={recovery} />
  return (
    <PageBody title={t('portal.lost.title')} back="/sign-in/second-step">
      <p className="govuk-body">{t('portal.lost.text')}</p>
      <p className="govuk-body">{t('portal.lost.then')}</p>
      <form method="post">
        <Button>{t('portal.lost.ask')}</Button>
      </form>
    </PageBody>
  )
}

function Asked({ recovery }: { recovery: NonNullable<Standing['recovery']> }) {
  const { t, language } = usePortal()
  const state = recovery.state === 'approved' ? 'approved' : 'waiting'
  const times = {
    from: recovery.opensAt ? dayAndTimeOf(recovery.opensAt, language) : '',
    until: recovery.expiresAt ? dayAndTimeOf(recovery.expiresAt, language) : '',
  }
  return (
    <PageBody title={t(`portal.lost.${state}.title`)}>
      <p className="govuk-body">{t(`portal.lost.${state}.text`, times)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in/second-step">
          {t('portal.lost.backToSignIn')}
        </a>
      </p>
    </PageBody>
  )
}
