import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'

import { isReason, t } from './portal-users-words.ts'

type ReasonDialogProps = {
  title: string
  sentence: string
  confirm: string
  /** Marks what takes something away from somebody. */
  hurts?: boolean
  busy: boolean
  reasonLabel?: string
  reasonHint?: string
  /** What is still missing beside the reason. */
  missing?: readonly string[]
  children?: ReactNode
  /** Whether what is asked above the reason comes first, and takes the focus. */
  beginsAbove?: boolean
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** Asks once, with the reason that goes into the audit trail; the button says what is still missing. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { missing = [], busy } = props
  const [reason, setReason] = useState('')
  const missingId = useId()
  const needed = [...missing, ...(isReason(reason) ? [] : [t('portalUsers.missing.reason')])]
  const ready = needed.length === 0
  return (
    <Modal
      opened
      onClose={props.onCancel}
      title={props.title}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('casework.close') }}
    >
      <Text size="sm" mb="sm">
        {props.sentence}
      </Text>
      {props.children}
      <Textarea
        data-autofocus={props.beginsAbove ? undefined : true}
        size="xs"
        rows={2}
        maxLength={500}
        label={props.reasonLabel ?? t('portalUsers.reason')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        description={props.reasonHint ?? t('portalUsers.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm" mt="md">
        <Button
          size="xs"
          {...(props.hurts ? { color: 'red' } : {})}
          loading={busy}
          {...(ready ? {} : { 'data-disabled': true })}
          aria-disabled={!ready}
          aria-describedby={ready ? undefined : missingId}
          onClick={() => ready && props.onConfirm(reason.trim())}
        >
          {props.confirm}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={props.onCancel}>
          {t('casework.cancel')}
        </Button>
        {!ready && (
          <Text id={missingId} size="sm">
            {t('portalUsers.missing', { what: needed.join(', ') })}
          </Text>
        )}
      </Group>
    </Modal>
  )
}
