import type { ReactNode } from 'react'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'

type PasskeyFormProps = {
  kind: 'register' | 'verify'
  action?: string
  options: string | undefined
  button: string
  failed: string
  withoutScript: string
  children: ReactNode
}

/** A form that passkeys.js fills and sends; without scripts it stays hidden and a sentence says why. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { t } = usePortal()
  return (
    <>
      <p className="govuk-body" data-without-script="">
        {props.withoutScript}
      </p>
      <form
        method="post"
        action={props.action}
        noValidate
        hidden
        data-passkey={props.kind}
        data-options={props.options}
      >
        <p className="govuk-error-message" data-passkey-problem="" tabIndex={-1} hidden>
          <span className="govuk-visually-hidden">{t('portal.error.prefix')}</span> {props.failed}
        </p>
        <input type="hidden" name="response" />
        {props.children}
        <span id="passkey" tabIndex={-1} />
        <Button>{props.button}</Button>
      </form>
    </>
  )
}
