import { usePortal } from '../use-portal.ts'

/** That the authority cannot go on with a form, and whom to ask: the same words whatever the reason. */
export function Stopped({ received }: { received: string }) {
  const { t } = usePortal()
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.stopped.heading')}</h2>
      <p className="govuk-body">{t('portal.stopped.text', { received })}</p>
    </>
  )
}
