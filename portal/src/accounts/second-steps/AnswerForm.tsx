import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { ReactNode } from 'react'
import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { usePortal } from '../../use-portal.ts'
import { CodeInput } from './CodeInput.tsx'
import { PasskeyForm } from './PasskeyForm.tsx'

type AnswerFormProps = {
  by: SecondStepMethod
  problem: string | undefined
  options: string | undefined
  hidden: ReactNode
}

/** The form of one way to give the second step. */
export function AnswerForm({ by, problem, options, hidden }: AnswerFormProps) {
  const { t } = usePortal()
  if (by === 'passkey')
    return (
      <PasskeyForm
        kind="verify"
        action="/sign-in/second-step"
        options={options}
        button={t('portal.secondStep.passkey.use')}
        failed={t('portal.secondStep.passkey.failed')}
        withoutScript={t('portal.secondStep.passkey.noScript')}
      >
        <input type="hidden" name="by" value={by} />
        {hidden}
      </PasskeyForm>
    )
  return (
    <form method="post" action="/sign-in/second-step" noValidate>
      <input type="hidden" name="by" value={by} />
      {hidden}
      {by === 'recoveryCode' ? (
        <TextInput
          id="code"
          name="code"
          label={t('portal.secondStep.recoveryCode.code')}
          hint={t('portal.secondStep.recoveryCode.hint')}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        <CodeInput problem={problem} />
      )}
      <Button>{t('portal.continue')}</Button>
    </form>
  )
}
