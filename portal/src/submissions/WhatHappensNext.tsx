import { usePortal } from '../use-portal.ts'

/** What happens after sending: for a request by when the authority decides, for information that it is read. */
export function WhatHappensNext({ due }: { due: string | undefined }) {
  const { t } = usePortal()
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.next.heading')}</h2>
      <ol className="govuk-list govuk-list--number">
        <li>{t('portal.next.read')}</li>
        <li>{t('portal.next.ask')}</li>
        <li>{due ? t('portal.next.decide', { due }) : t('portal.next.file')}</li>
      </ol>
      <p className="govuk-body">{t('portal.next.whoToAsk')}</p>
    </>
  )
}
