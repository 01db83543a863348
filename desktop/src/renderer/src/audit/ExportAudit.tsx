import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AuditFilter } from '@send/shared/audit/audit-filter'
import { Reason } from '@send/shared/audit/reason'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { bridge } from '../bridge.ts'

const t = translator('en')

/** Asks why, then has the main process save the lines of the filter as CSV. */
export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const reason = Reason.safeParse(typed)

  async function save() {
    if (!reason.success) return
    setBusy(true)
    const result = await bridge.audit.export({ filter, reason: reason.data })
    setBusy(false)
    if (!result.ok) {
      notifications.show({ color: 'red', message: result.error.message })
      return
    }
    setOpened(false)
    if (result.data.saved) notifications.show({ message: t('audit.export.saved') })
  }

  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {t('audit.export')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('audit.export.title')}
        size="md"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('casework.close') }}
      >
        <Text size="sm" mb="xs">
          {t('audit.export.hint')}
        </Text>
        <Textarea
          size="xs"
          mb="md"
          label={t('audit.export.reason')}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button size="xs" disabled={!reason.success} loading={busy} onClick={() => void save()}>
            {t('audit.export.do')}
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={() => setOpened(false)}>
            {t('casework.cancel')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
