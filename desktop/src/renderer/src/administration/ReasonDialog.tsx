import { Textarea } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type KeyboardEvent } from 'react'

import { FormDialog } from './FormDialog.tsx'

const t = translator('en')

type ReasonDialogProps = {
  title: string
  sentence: string
  confirm: string
  /** Why it is asked for; without it the dialog only asks to confirm. */
  asksWhy: string | undefined
  busy: boolean
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** The last question before a change of who may do what, with the reason where one is needed; Enter confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { asksWhy, busy } = props
  const [reason, setReason] = useState('')
  const ready = asksWhy === undefined || reason.trim() !== ''
  function confirm() {
    if (ready && !busy) props.onConfirm(reason.trim())
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    confirm()
  }
  return (
    <FormDialog
      title={props.title}
      sentence={props.sentence}
      confirm={props.confirm}
      busy={busy}
      ready={ready}
      focusesConfirm={asksWhy === undefined}
      onConfirm={confirm}
      onClose={props.onCancel}
    >
      {asksWhy !== undefined && (
        <Textarea
          size="xs"
          data-autofocus
          required
          label={t('administration.reason')}
          description={asksWhy}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </FormDialog>
  )
}
