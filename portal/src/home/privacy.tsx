import { PageBody } from '../PageBody.tsx'
import { usePortal } from '../use-portal.ts'

/** The version of the notice that a person has seen when registering. */
export const noticeVersion = '2026-11'

const paragraphs = ['why', 'who', 'howLong', 'rights'] as const

export default function Privacy() {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.privacy.title')} back="/">
      {paragraphs.map((part) => (
        <section key={part}>
          <h2 className="govuk-heading-m">{t(`portal.privacy.${part}.heading`)}</h2>
          <p className="govuk-body">{t(`portal.privacy.${part}.text`)}</p>
        </section>
      ))}
    </PageBody>
  )
}
