import { mostHelpers } from '@send/shared/submissions/form-helpers'
import type { Route } from './+types/share'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { ButtonLink } from '../../design/Button.tsx'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import type { Portal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { getMyDraft } from '../mine.ts'
import { lastDayOf } from '../times.ts'
import { useFormTitle } from './form-title.ts'

const dones = ['invited', 'changed', 'withdrawn'] as const

/** Who was asked to help with a form of the visitor's, and what each may do. */
export async function loader(args: Route.LoaderArgs) {
  const { context, request, params } = args
  await getMyDraft(args)
  const api = serverApi(context.get(visitorContext))
  const { submissionId } = params
  const { helpers } = await fromServer(request, api.sharedForms.listHelpers.query({ submissionId }))
  const query = new URL(request.url).searchParams.get('done')
  return { helpers, done: dones.find((known) => known === query) }
}

export default function Share({ loaderData, params }: Route.ComponentProps) {
  const { helpers, done } = loaderData
  const portal = usePortal()
  const { t, offers } = portal
  const { title, lang } = useFormTitle()
  const base = `/submissions/${params.submissionId}`
  return (
    <PageBody title={t('portal.sharing.title')} caption={<span lang={lang}>{title}</span>} back={base}>
      {done ? (
        <NotificationBanner title={t('portal.success')}>
          {t(`portal.sharing.done.${done}`)}
        </NotificationBanner>
      ) : null}
      <p className="govuk-body">{t('portal.sharing.text')}</p>
      {helpers.length === 0 ? (
        <p className="govuk-body">{t('portal.sharing.nobody')}</p>
      ) : (
        <SummaryList
          rows={helpers.map((helper) => ({
            key: helper.helperId,
            name: helper.name ?? helper.email,
            value: describeHelper(portal, helper).join('\n'),
            action: { href: `${base}/share/${helper.helperId}`, text: t('portal.sharing.change') },
          }))}
        />
      )}
      {!offers('shareForms') ? (
        <p className="govuk-body">{t('portal.sharing.notOffered')}</p>
      ) : helpers.length < mostHelpers ? (
        <ButtonLink href={`${base}/share/ask`}>{t('portal.sharing.ask')}</ButtonLink>
      ) : (
        <p className="govuk-body">{t('portal.sharing.full')}</p>
      )}
    </PageBody>
  )
}

type Helper = ServerOutputs['sharedForms']['listHelpers']['helpers'][number]

/** What a helper may do, where, and whether they have joined. */
function describeHelper({ t, language }: Portal, { role, pageIds, state, expiresAt }: Helper): string[] {
  return [
    t(`portal.sharing.role.${role}`),
    pageIds ? t('portal.sharing.pages.some', { count: pageIds.length }) : t('portal.sharing.pages.all'),
    t(`portal.sharing.state.${state}`, { day: lastDayOf(expiresAt, language) }),
  ]
}
