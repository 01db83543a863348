import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { ReactNode } from 'react'
import { InsetText } from '../../design/InsetText.tsx'
import { PageBody } from '../../PageBody.tsx'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { OtherWays } from './OtherWays.tsx'
import type { Standing } from './second-step-methods.ts'

export type SecondStepFormProps = {
  by: SecondStepMethod
  standing: Standing
  returnTo: string
  kept?: string | undefined
  problem?: string | undefined
  sentAgain?: boolean
  /** What the browser is asked to do with a passkey. */
  passkeyOptions?: string | undefined
}

/** Asks for the second step, with the other ways beside it. */
export function SecondStepForm(props: SecondStepFormProps) {
  const { by, standing, returnTo, kept, problem, sentAgain } = props
  const { t, language } = usePortal()
  const hidden: ReactNode = (
    <>
      <input type="hidden" name="returnTo" value={returnTo} />
      {kept ? <input type="hidden" name="kept" value={kept} /> : null}
    </>
  )
  // The best way may have gone meanwhile; then only the other ways are shown.
  const usable = standing.usable.includes(by)
  const target = by === 'passkey' ? '#passkey' : '#code'
  return (
    <PageBody
      title={usable ? t(`portal.secondStep.${by}.title`) : t('portal.secondStep.others')}
      problems={problem ? [{ href: usable ? target : '#others', message: problem }] : []}
    >
      {standing.emailCodeFrom ? (
        <InsetText>
          {t('portal.secondStep.notYet', { from: dayAndTimeOf(standing.emailCodeFrom, language) })}
        </InsetText>
      ) : null}
      {usable ? <p className="govuk-body">{t(`portal.secondStep.${by}.text`)}</p> : null}
      {sentAgain ? <p className="govuk-body">{t('portal.secondStep.sentAgain')}</p> : null}
      {usable ? (
        <AnswerForm by={by} problem={problem} options={props.passkeyOptions} hidden={hidden} />
      ) : null}
      <OtherWays by={by} usable={standing.usable} hidden={hidden} />
    </PageBody>
  )
}
