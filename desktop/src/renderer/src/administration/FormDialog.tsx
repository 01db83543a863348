import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

const t = translator('en')

type FormDialogProps = {
  title: string
  sentence?: string
  confirm: string
  busy: boolean
  /** False while something that must be there is missing; then neither the button nor Enter confirms. */
  ready?: boolean
  /** Where there is no field, the button that confirms has the focus. */
  focusesConfirm?: boolean
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** A question with a few fields; Enter in a field confirms, Esc goes back. */
export function FormDialog({
  title,
  sentence,
  confirm,
  busy,
  ready = true,
  focusesConfirm = false,
  children,
  onConfirm,
  onClose,
}: FormDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('casework.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onConfirm()
        }}
      >
        <Stack gap="sm">
          {sentence ? <Text size="sm">{sentence}</Text> : null}
          {children}
          <Group gap="sm">
            <Button
              size="xs"
              type="submit"
              data-autofocus={focusesConfirm || undefined}
              loading={busy}
              disabled={!ready}
            >
              {confirm}
            </Button>
            <Button size="xs" variant="default" disabled={busy} onClick={onClose}>
              {t('casework.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
