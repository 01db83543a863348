import { PageBody } from '../PageBody.tsx'
import { usePortal } from '../use-portal.ts'

export default function RegistrationSent() {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.registerSent.title')} back="/register">
      <p className="govuk-body">{t('portal.registerSent.text')}</p>
      <p className="govuk-body">{t('portal.registerSent.notThere')}</p>
    </PageBody>
  )
}
