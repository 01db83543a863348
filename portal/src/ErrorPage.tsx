import { isRouteErrorResponse } from 'react-router'
import { PageBody } from './PageBody.tsx'
import { hasContact } from './design/ContactDetails.tsx'
import { ContactUs } from './home/ContactUs.tsx'
import { HelpOver } from './submissions/sharing/help-over.ts'
import { usePortal } from './use-portal.ts'

const kinds = {
  403: { title: 'portal.error403.title', text: 'portal.error403.text' },
  404: { title: 'portal.error404.title', text: 'portal.error404.text' },
  409: { title: 'portal.error409.title', text: 'portal.error409.text' },
  410: { title: 'portal.error410.title', text: 'portal.error410.text' },
  429: { title: 'portal.error429.title', text: 'portal.error429.text' },
  503: { title: 'portal.error503.title', text: 'portal.error503.text' },
  500: { title: 'portal.error500.title', text: 'portal.error500.text' },
} as const

function kindOf(error: unknown): (typeof kinds)[keyof typeof kinds] {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 405) return kinds[404]
  return status in kinds ? kinds[status as keyof typeof kinds] : kinds[500]
}

/** Says in plain words what went wrong and what to do now; never anything from the inside. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = usePortal()
  const kind = kindOf(error)
  const over = isRouteErrorResponse(error) ? HelpOver.safeParse(error.data).data : undefined
  if (over) return <HelpIsOver over={over} />
  return <Told title={t(kind.title)} text={t(kind.text)} />
}

function HelpIsOver({ over: { why, ownerName } }: { over: HelpOver }) {
  const { t } = usePortal()
  const text = t(`portal.shared.ended.${why}`, { name: ownerName })
  return <Told title={t('portal.shared.ended.openTitle')} text={text} />
}

function Told({ title, text }: { title: string; text: string }) {
  const { t, shown } = usePortal()
  return (
    <PageBody title={title}>
      <p className="govuk-body">{text}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {t('portal.goHome')}
        </a>
      </p>
      {hasContact(shown.contact) ? <h2 className="govuk-heading-m">{t('portal.contact.title')}</h2> : null}
      <ContactUs />
    </PageBody>
  )
}
