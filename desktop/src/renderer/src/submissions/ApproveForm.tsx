import { Button, Group, Kbd, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useId } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApproveForm } from './useApproveForm.ts'
import { useScreenKeys } from './work-list/useScreenKeys.ts'

const t = translator('en')

type ApproveFormProps = {
  form: { submissionId: string; version: number; reference: string; childName: string; settled: boolean }
  onHandled: () => void
}

/** Approve (A); while the child is not settled the button says why it does nothing, and stays reachable. */
export function ApproveForm({ form, onHandled }: ApproveFormProps) {
  const { approve, busy } = useApproveForm(form, onHandled)
  const mayApprove = useMay('manageIncomingForms', 'write')
  const reasonId = useId()
  useScreenKeys({ a: () => mayApprove && form.settled && !busy && approve() })
  if (!mayApprove) return null
  return (
    <Group gap="sm" mb="sm">
      <Button
        size="xs"
        loading={busy}
        {...(form.settled ? {} : { 'data-disabled': true })}
        aria-disabled={!form.settled}
        aria-describedby={form.settled ? undefined : reasonId}
        aria-keyshortcuts="a"
        onClick={() => form.settled && approve()}
        rightSection={
          <Kbd size="xs" aria-hidden>
            A
          </Kbd>
        }
      >
        {t('incoming.approve')}
      </Button>
      {!form.settled && (
        <Text id={reasonId} size="sm">
          {t('incoming.approveNeedsChild')}
        </Text>
      )}
    </Group>
  )
}
