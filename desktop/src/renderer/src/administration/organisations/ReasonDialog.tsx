import { TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { FormDialog } from '../FormDialog.tsx'

const t = translator('en')
const fewestLetters = 3

type ReasonDialogProps = {
  title: string
  sentence: string
  confirm: string
  busy: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks why before an act that stands in the audit trail for years. */
export function ReasonDialog({ onConfirm, ...props }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  function confirm() {
    if (reason.trim().length < fewestLetters) setProblem(t('orgs.reasonNeeded'))
    else onConfirm(reason.trim())
  }
  return (
    <FormDialog {...props} onConfirm={confirm}>
      <TextInput
        data-autofocus
        size="xs"
        label={t('orgs.reason')}
        description={t('orgs.reasonHint')}
        maxLength={500}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
