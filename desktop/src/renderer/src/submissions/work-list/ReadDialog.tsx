import { Button, Modal, Stack } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

const t = translator('en')

type ReadDialogProps = { title: string; size: 'md' | 'xl'; onClose: () => void; children: ReactNode }

/** Something to be read, with nothing to decide: Enter and Esc close it. */
export function ReadDialog({ title, size, onClose, children }: ReadDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <Stack gap="sm">
        {children}
        <Button size="xs" data-autofocus style={{ alignSelf: 'start' }} onClick={onClose}>
          {t('casework.close')}
        </Button>
      </Stack>
    </Modal>
  )
}
