import { redirect } from 'react-router'
import type { Route } from './+types/recovery-codes'
import { PageBody } from '../../PageBody.tsx'
import { findMe, serverApi } from '../../api.ts'
import { Button, ButtonLink } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  if (context.get(answersWithPage)) return null
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  if (!me?.secondStep) throw redirect('/sign-in?returnTo=/second-step/codes')
  const overview = await fromServer(request, serverApi(visitor).secondSteps.overview.query({}))
  return { left: overview.recoveryCodesLeft }
}

/** Makes new codes and shows them in the answer: they are on no page that could be opened again. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const api = serverApi(context.get(visitorContext))
  return fromServer(request, api.secondSteps.makeRecoveryCodes.mutate({}))
}

export default function RecoveryCodes({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData) return <Codes codes={actionData.codes} />
  const had = (loaderData?.left ?? 0) > 0
  return (
    <PageBody title={t('portal.codes.title')} back={had ? '/account/second-steps' : undefined}>
      <p className="govuk-body">{t('portal.codes.offer')}</p>
      {had ? <p className="govuk-body">{t('portal.codes.replace')}</p> : null}
      <form method="post">
        <Button>{t('portal.codes.make')}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {t('portal.codes.later')}
        </a>
      </p>
    </PageBody>
  )
}

function Codes({ codes }: { codes: string[] }) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.codes.list')}>
      <p className="govuk-body">{t('portal.codes.once')}</p>
      <ul className="govuk-list govuk-list--spaced send-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="govuk-button-group send-not-printed">
        <ButtonLink href="/">{t('portal.codes.kept')}</ButtonLink>
        <button type="button" className="govuk-button govuk-button--secondary" data-print="" hidden>
          {t('portal.codes.print')}
        </button>
      </div>
    </PageBody>
  )
}
