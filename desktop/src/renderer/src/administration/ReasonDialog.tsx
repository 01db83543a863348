import { Textarea } from '@mantine/core'
import { Reason } from '@send/shared/audit/reason'
import { translator } from '@send/shared/texts/translator'
import { useState, type KeyboardEvent, type ReactNode } from 'react'

import { FormDialog } from './FormDialog.tsx'

const t = translator('en')

type ReasonDialogProps = {
  title: string
  sentence?: string | undefined
  confirm: string
  /** Marks what takes something away from somebody. */
  hurts?: boolean
  wide?: boolean | 'very'
  busy: boolean
  /** False where nobody has to say why: then the dialog only asks to confirm. */
  asksWhy?: boolean
  reasonLabel?: string
  reasonHint?: string
  /** What is still missing beside the reason. */
  missing?: readonly string[]
  /** What is asked or shown above the reason. */
  children?: ReactNode
  /** Whether what is asked above the reason takes the focus. */
  beginsAbove?: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** The last question before an act, with the reason that goes into the audit trail; Enter confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { asksWhy = true, beginsAbove = false, onConfirm, children, ...frame } = props
  const [reason, setReason] = useState('')
  const given = Reason.safeParse(reason).data
  const needed = asksWhy && given === undefined ? [t('administration.missing.reason')] : []
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <FormDialog
      {...frame}
      missing={[...(props.missing ?? []), ...needed]}
      focusesConfirm={!asksWhy && !beginsAbove}
      onConfirm={() => onConfirm(given ?? '')}
    >
      {children}
      {asksWhy && (
        <Textarea
          size="xs"
          rows={2}
          data-autofocus={!beginsAbove || undefined}
          label={props.reasonLabel ?? t('administration.reason')}
          descriptionProps={{ c: 'var(--mantine-color-text)' }}
          description={props.reasonHint ?? t('administration.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </FormDialog>
  )
}
