import { redirect } from 'react-router'
import type { Route } from './+types/my-devices'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { getOwnAccountAfterPassword } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  const { context, request } = args
  await getOwnAccountAfterPassword(args)
  const api = serverApi(context.get(visitorContext))
  const { sessions } = await fromServer(request, api.ownAccount.listSessions.query({}))
  return { sessions, ended: new URL(request.url).searchParams.get('ended') === '1' }
}

/** Signs one other device out, or all of them. */
export async function action({ context, request }: Route.ActionArgs) {
  const sessionId = (await readPosted(request))('sessionId')
  const { ownAccount } = serverApi(context.get(visitorContext))
  await fromServer<unknown>(
    request,
    sessionId ? ownAccount.endSession.mutate({ sessionId }) : ownAccount.endOtherSessions.mutate({}),
  )
  return redirect('/account/devices?ended=1')
}

export default function MyDevices({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { sessions, ended } = loaderData
  const others = sessions.filter(({ current }) => !current)
  return (
    <PageBody title={t('portal.devices.title')} back="/account">
      {ended ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.devices.ended')}</NotificationBanner>
      ) : null}
      <p className="govuk-body">
        {t(others.length === 0 ? 'portal.devices.onlyThis' : 'portal.devices.text')}
      </p>
      <SummaryList
        rows={sessions.map(({ sessionId, device, signedInAt, lastUsedAt, current }) => {
          const name = device ?? t('portal.devices.unknown')
          const times = {
            since: dayAndTimeOf(signedInAt, language),
            used: dayAndTimeOf(lastUsedAt, language),
          }
          return {
            key: sessionId,
            name,
            value: (
              <>
                {current ? <strong>{`${t('portal.devices.this')}\n`}</strong> : null}
                {t('portal.devices.used', times)}
                {current ? null : (
                  <form method="post" className="send-plain-form">
                    <input type="hidden" name="sessionId" value={sessionId} />
                    <button className="send-link-button govuk-body">
                      {t('portal.devices.end')}
                      <span className="govuk-visually-hidden"> – {name}</span>
                    </button>
                  </form>
                )}
              </>
            ),
          }
        })}
      />
      {others.length > 0 ? (
        <form method="post">
          <Button kind="secondary">{t('portal.devices.endOthers')}</Button>
        </form>
      ) : null}
    </PageBody>
  )
}
