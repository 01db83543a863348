import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { ReactNode } from 'react'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'

type OtherWaysProps = { by: SecondStepMethod; usable: SecondStepMethod[]; hidden: ReactNode }

/** The other ways that this person has, and what to do when none is left. */
export function OtherWays({ by, usable, hidden }: OtherWaysProps) {
  const { t } = usePortal()
  const others = usable.filter((method) => method !== by)
  return (
    <section aria-labelledby="others">
      <h2 className="govuk-heading-m" id="others" tabIndex={-1}>
        {t('portal.secondStep.others')}
      </h2>
      <form method="post" action="/sign-in/second-step">
        {hidden}
        <div className="govuk-button-group">
          {by === 'emailCode' && usable.includes('emailCode') ? (
            <Button kind="secondary" name="switchTo" value="emailCode">
              {t('portal.secondStep.sendAgain')}
            </Button>
          ) : null}
          {others.map((method) => (
            <Button kind="secondary" name="switchTo" value={method} key={method}>
              {t(`portal.secondStep.other.${method}`)}
            </Button>
          ))}
        </div>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/second-step/lost">
          {t('portal.secondStep.lostLink')}
        </a>
      </p>
    </section>
  )
}
