import { Button } from '../../design/Button.tsx'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import type { OwnSteps } from './own-steps.ts'

/** The app, the code by e-mail and the recovery codes, each with what can be done about it. */
export function MyWays({ steps }: { steps: OwnSteps }) {
  const { t, language } = usePortal()
  const { allowed, hasApp, email, emailCodeFrom, recoveryCodesLeft } = steps
  return (
    <>
      {allowed.includes('totp') ? (
        <section>
          <h2 className="govuk-heading-m" id="app" tabIndex={-1}>
            {t('portal.steps.app')}
          </h2>
          <p className="govuk-body">{t(hasApp ? 'portal.steps.app.on' : 'portal.steps.app.off')}</p>
          <p className="govuk-body">
            <a className="govuk-link" href="/account/second-steps/app">
              {t(hasApp ? 'portal.steps.app.replace' : 'portal.steps.app.add')}
            </a>
          </p>
          {hasApp ? (
            <form method="post">
              <p className="govuk-hint">{t('portal.steps.signsOut')}</p>
              <Button kind="secondary">{t('portal.steps.app.remove')}</Button>
            </form>
          ) : null}
        </section>
      ) : null}
      {allowed.includes('emailCode') ? (
        <section>
          <h2 className="govuk-heading-m">{t('portal.steps.email')}</h2>
          <p className="govuk-body send-lines">
            {emailCodeFrom
              ? t('portal.steps.email.notYet', { email, from: dayAndTimeOf(emailCodeFrom, language) })
              : t('portal.steps.email.on', { email })}
          </p>
        </section>
      ) : null}
      {allowed.includes('recoveryCode') ? (
        <section>
          <h2 className="govuk-heading-m">{t('portal.codes.title')}</h2>
          <p className="govuk-body">
            {recoveryCodesLeft === 0
              ? t('portal.steps.codes.none')
              : t('portal.steps.codes.left', { count: recoveryCodesLeft })}
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href="/second-step/codes">
              {t('portal.steps.codes.make')}
            </a>
          </p>
        </section>
      ) : null}
    </>
  )
}
