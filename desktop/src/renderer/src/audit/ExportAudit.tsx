import { Button, Group, Modal, PasswordInput, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AuditFilter } from '@send/shared/audit/audit-filter'
import { Reason } from '@send/shared/audit/reason'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { bridge } from '../bridge.ts'

const t = translator('en')

/** Asks why and for the password again, then has the main process save the lines of the filter as CSV. */
export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const api = useApi()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const reauthenticate = useMutation(api.accounts.reauthenticate.mutationOptions())
  const reason = Reason.safeParse(typed)

  async function save() {
    if (!reason.success) return
    setBusy(true)
    setProblem(await askAgain())
    setBusy(false)
  }

  async function askAgain(): Promise<string | undefined> {
    try {
      const { outcome } = await reauthenticate.mutateAsync({ password })
      if (outcome === 'refused') return t('audit.export.passwordWrong')
      if (outcome === 'tooManyTries') return t('signIn.tooManyTries')
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    setPassword('')
    await saveFile()
    return undefined
  }

  async function saveFile() {
    if (!reason.success) return
    const result = await bridge.audit.export({ filter, reason: reason.data })
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
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('audit.export.title')} size="md">
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
        <PasswordInput
          size="xs"
          mb="md"
          label={t('audit.export.password')}
          value={password}
          error={problem}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button
            size="xs"
            disabled={!reason.success || password === ''}
            loading={busy}
            onClick={() => void save()}
          >
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
