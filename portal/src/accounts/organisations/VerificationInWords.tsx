import type { ServerOutputs } from '../../api.ts'
import { InsetText } from '../../design/InsetText.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type Verification = ServerOutputs['organisations']['mine']['verification']

/** Whether the authority has verified the visitor, and what that means for them. */
export function VerificationInWords({ verification }: { verification: Verification }) {
  const { t, language } = usePortal()
  const { state, expiresAt } = verification
  const until =
    state === 'verified' && expiresAt
      ? ` ${t('portal.verification.until', { day: dayOf(expiresAt, language) })}`
      : ''
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.verification.title')}</h2>
      <InsetText>
        <strong>{t(`portal.verification.${state}`)}</strong>
        {'\n'}
        {t(`portal.verification.${state}Text`)}
        {until}
      </InsetText>
    </>
  )
}
