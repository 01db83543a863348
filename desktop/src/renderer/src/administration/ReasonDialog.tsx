import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type KeyboardEvent, type SubmitEvent } from 'react'

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
  function submit(event: SubmitEvent) {
    event.preventDefault()
    confirm()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    confirm()
  }
  return (
    <Modal
      opened
      onClose={props.onCancel}
      title={props.title}
      size="md"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('casework.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{props.sentence}</Text>
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
          <Group gap="sm">
            <Button
              size="xs"
              type="submit"
              data-autofocus={asksWhy === undefined || undefined}
              loading={busy}
              disabled={!ready}
            >
              {props.confirm}
            </Button>
            <Button size="xs" variant="default" disabled={busy} onClick={props.onCancel}>
              {t('casework.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
