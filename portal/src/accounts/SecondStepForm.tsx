import { Button } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { PageBody } from '../PageBody.tsx'
import { usePortal } from '../use-portal.ts'

export type SecondStepMethod = 'totp' | 'emailCode'

export type SecondStepFormProps = {
  by: SecondStepMethod
  returnTo: string
  kept?: string | undefined
  problem?: string | undefined
  sentAgain?: boolean
}

/** Asks for the six digits of the second step. */
export function SecondStepForm({ by, returnTo, kept, problem, sentAgain }: SecondStepFormProps) {
  const { t } = usePortal()
  const problems = problem ? [{ href: '#code', message: problem }] : []
  const hidden = (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {kept ? <input type="hidden" name="kept" value={kept} /> : null}
    </>
  )
  return (
    <PageBody title={t(`portal.secondStep.${by}.title`)} problems={problems}>
      <p className="govuk-body">{t(`portal.secondStep.${by}.text`)}</p>
      {sentAgain ? <p className="govuk-body">{t('portal.secondStep.sentAgain')}</p> : null}
      <form method="post" action="/sign-in/second-step" noValidate>
        {hidden}
        <TextInput
          id="code"
          name="code"
          label={t('portal.secondStep.code')}
          hint={t('portal.secondStep.codeHint')}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          inputMode="numeric"
          width={10}
          maxLength={20}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button>{t('portal.continue')}</Button>
      </form>
      <form method="post" action="/sign-in/second-step">
        {hidden}
        <Button kind="secondary" name="intent" value="sendCode">
          {t(by === 'emailCode' ? 'portal.secondStep.sendAgain' : 'portal.secondStep.useEmail')}
        </Button>
      </form>
    </PageBody>
  )
}
