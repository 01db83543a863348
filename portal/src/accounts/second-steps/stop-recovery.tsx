import type { Route } from './+types/stop-recovery'
import { PageBody } from '../../PageBody.tsx'
import { refusalId, serverApi } from '../../api.ts'
import { Button, ButtonLink } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { fromServer } from '../../from-server.ts'

/** Stops the request by the link of the message. A mail scanner that opens the link stops nothing: it takes the button. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { secondSteps } = serverApi(context.get(visitorContext))
  const { token } = params
  const asked = secondSteps.cancelRecovery.mutate({ token }).catch((error: unknown) => {
    if (refusalId(error) === 'bad-input') return { outcome: 'over' as const }
    throw error
  })
  return fromServer(request, asked)
}

export default function StopRecovery({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData) {
    return (
      <PageBody title={t(`portal.stop.${actionData.outcome}.title`)}>
        <p className="govuk-body">{t(`portal.stop.${actionData.outcome}.text`)}</p>
        <ButtonLink href="/forgotten-password">{t('portal.forgotten.title')}</ButtonLink>
      </PageBody>
    )
  }
  return (
    <PageBody title={t('portal.stop.title')}>
      <p className="govuk-body">{t('portal.stop.text')}</p>
      <form method="post">
        <Button kind="warning">{t('portal.stop.button')}</Button>
      </form>
    </PageBody>
  )
}
