import { TextInput } from '../../design/TextInput.tsx'
import { usePortal } from '../../use-portal.ts'

/** The box for the six digits of an app or an e-mail; phones offer the code by themselves. */
export function CodeInput({ problem }: { problem: string | undefined }) {
  const { t } = usePortal()
  return (
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
  )
}
