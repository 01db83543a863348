import { TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { asCode, isSoundCode } from './bank-draft.ts'

const t = translator('en')

type BankCodeBoxProps = { code: string; onChange: (code: string) => void }

/** The box for the code of a question that is new in the bank; what is wrong with it is said from the second letter on. */
export function BankCodeBox({ code, onChange }: BankCodeBoxProps) {
  return (
    <TextInput
      size="xs"
      data-autofocus
      label={t('bank.code')}
      description={t('bank.codeHint')}
      descriptionProps={{ c: 'var(--mantine-color-text)' }}
      maxLength={40}
      spellCheck={false}
      value={code}
      error={code.length > 1 && !isSoundCode(code) && t('bank.codeWrong')}
      onChange={(event) => onChange(asCode(event.currentTarget.value))}
    />
  )
}
