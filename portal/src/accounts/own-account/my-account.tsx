import type { Route } from './+types/my-account'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { getOwnAccount } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  const { context, request } = args
  const account = await getOwnAccount(args)
  const api = serverApi(context.get(visitorContext))
  const { sessions } = await fromServer(request, api.ownAccount.listSessions.query({}))
  const changed = new URL(request.url).searchParams.get('changed') === '1'
  return { account, devices: sessions.length, changed }
}

/** Everything about one's own account, each with the way to change it. */
export default function MyAccount({ loaderData }: Route.ComponentProps) {
  const { t, face } = usePortal()
  const { account, devices, changed } = loaderData
  const { name, phone, jobTitle, citizenKind, language, email, newEmail } = account
  const change = (href: string) => ({ href, text: t('portal.account.change') })
  const details = change('/account/details')
  return (
    <PageBody title={t('portal.account.title')} back="/">
      {changed ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.account.changed')}</NotificationBanner>
      ) : null}
      <h2 className="govuk-heading-m">{t('portal.account.aboutYou')}</h2>
      <SummaryList
        rows={[
          { key: 'name', name: t('portal.account.name'), value: name, action: details },
          ...(face === 'professional'
            ? [
                {
                  key: 'jobTitle',
                  name: t('portal.complete.jobTitle'),
                  value: jobTitle ?? t('portal.account.none'),
                  action: details,
                },
              ]
            : [
                {
                  key: 'citizenKind',
                  name: t('portal.citizenKind'),
                  value: t(`portal.citizenKind.${citizenKind ?? 'notSaid'}`),
                  action: details,
                },
              ]),
          {
            key: 'phone',
            name: t('portal.account.phone'),
            value: phone ?? t('portal.account.none'),
            action: details,
          },
          {
            key: 'language',
            name: t('portal.account.language'),
            value: t(`portal.account.language.${language}`),
            action: details,
          },
        ]}
      />
      <h2 className="govuk-heading-m">{t('portal.account.signingIn')}</h2>
      <SummaryList
        rows={[
          {
            key: 'email',
            name: t('portal.email'),
            value: newEmail ? t('portal.account.emailWaits', { email, newEmail }) : email,
            action: change('/account/email'),
          },
          {
            key: 'password',
            name: t('portal.password'),
            value: t('portal.account.passwordHidden'),
            action: change('/account/password'),
          },
          {
            key: 'secondSteps',
            name: t('portal.account.secondSteps'),
            value: t('portal.account.secondStepsText'),
            action: change('/account/second-steps'),
          },
          {
            key: 'devices',
            name: t('portal.account.devices'),
            value: t('portal.account.devicesText', { count: devices }),
            action: { href: '/account/devices', text: t('portal.account.see') },
          },
        ]}
      />
      <h2 className="govuk-heading-m">{t('portal.account.yourData')}</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/account/data">
            {t('portal.data.title')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/account/close">
            {t('portal.close.title')}
          </a>
        </li>
      </ul>
    </PageBody>
  )
}
