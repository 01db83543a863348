import { Button, Group, Modal, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

type ConfirmDialogProps = {
  opened: boolean
  title: string
  sentence: string
  confirm: string
  busy: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks once before an act that changes a child's record; Enter confirms, Esc goes back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onCancel} title={props.title} size="md">
      <Text size="sm" mb="md">
        {props.sentence}
      </Text>
      <Group gap="sm">
        <Button size="xs" data-autofocus loading={props.busy} onClick={props.onConfirm}>
          {props.confirm}
        </Button>
        <Button size="xs" variant="default" disabled={props.busy} onClick={props.onCancel}>
          {t('casework.cancel')}
        </Button>
      </Group>
    </Modal>
  )
}
