import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useId, type ReactNode } from 'react'

const t = translator('en')

type FormDialogProps = {
  title: string
  sentence?: string | undefined
  confirm: string
  busy: boolean
  /** What must be there before the button or Enter confirms; it is said beside the button. */
  missing?: readonly string[]
  /** Marks what takes something away from somebody. */
  hurts?: boolean
  /** For dialogs with tables or long lines; `very` for those with much to read before the question. */
  wide?: boolean | 'very'
  /** Where there is no field, the button that confirms has the focus. */
  focusesConfirm?: boolean
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** A question with a few fields; Enter in a field confirms, Esc goes back. */
export function FormDialog({ missing = [], busy, onConfirm, onClose, ...props }: FormDialogProps) {
  const missingId = useId()
  const ready = missing.length === 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={props.title}
      size={props.wide === 'very' ? 'xl' : props.wide ? 'lg' : 'md'}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onConfirm()
        }}
      >
        <Stack gap="sm">
          {props.sentence ? <Text size="sm">{props.sentence}</Text> : null}
          {props.children}
          <Group gap="sm">
            <Button
              size="xs"
              type="submit"
              {...(props.hurts ? { color: 'red' } : {})}
              data-autofocus={props.focusesConfirm || undefined}
              loading={busy}
              // Not disabled outright: the focus can rest on it, and hear what is missing.
              {...(ready ? {} : { 'data-disabled': true })}
              aria-disabled={!ready}
              aria-describedby={ready ? undefined : missingId}
            >
              {props.confirm}
            </Button>
            <Button size="xs" variant="default" disabled={busy} onClick={onClose}>
              {t('casework.cancel')}
            </Button>
            {!ready && (
              <Text id={missingId} size="sm">
                {t('administration.missing', { what: missing.join(', ') })}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
