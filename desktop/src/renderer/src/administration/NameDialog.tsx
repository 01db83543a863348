import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type ReactNode, type SubmitEvent } from 'react'

const t = translator('en')

type NameDialogProps = {
  title: string
  hint?: string
  confirm: string
  name?: string
  /** More fields, between the name and the buttons. */
  children?: ReactNode
  busy: boolean
  onConfirm: (name: string) => void
  onCancel: () => void
}

/** Asks for a name, and what else stands in it; Enter confirms. */
export function NameDialog(props: NameDialogProps) {
  const [name, setName] = useState(props.name ?? '')
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (name.trim() !== '' && !props.busy) props.onConfirm(name.trim())
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
          {props.hint && <Text size="sm">{props.hint}</Text>}
          <TextInput
            size="xs"
            data-autofocus
            required
            label={t('administration.name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {props.children}
          <Group gap="sm">
            <Button size="xs" type="submit" loading={props.busy}>
              {props.confirm}
            </Button>
            <Button size="xs" variant="default" disabled={props.busy} onClick={props.onCancel}>
              {t('casework.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
