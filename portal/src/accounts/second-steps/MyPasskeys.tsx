import { SummaryList } from '../../design/SummaryList.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import type { OwnSteps } from './own-steps.ts'

/** One's own passkeys, each with a way to change it, and a way to add one. */
export function MyPasskeys({ passkeys }: { passkeys: OwnSteps['passkeys'] }) {
  const { t, language } = usePortal()
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.steps.passkeys')}</h2>
      <p className="govuk-body">{t('portal.steps.passkeys.text')}</p>
      {passkeys.length === 0 ? <p className="govuk-body">{t('portal.steps.passkeys.none')}</p> : null}
      {passkeys.length > 0 ? (
        <SummaryList
          rows={passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => ({
            key: passkeyId,
            name,
            value: lastUsedAt
              ? t('portal.steps.passkeys.used', {
                  day: dayOf(createdAt, language),
                  used: dayOf(lastUsedAt, language),
                })
              : t('portal.steps.passkeys.added', { day: dayOf(createdAt, language) }),
            action: {
              href: `/account/second-steps/passkeys/${passkeyId}`,
              text: t('portal.steps.passkeys.change'),
            },
          }))}
        />
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href="/account/second-steps/passkey">
          {t('portal.steps.passkeys.add')}
        </a>
      </p>
    </section>
  )
}
