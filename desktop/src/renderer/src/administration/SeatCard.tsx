import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { CheckList } from './CheckList.tsx'
import { DeleteSeat } from './DeleteSeat.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Seat } from './SeatsScreen.tsx'
import { showUndo } from './show-undo.tsx'
import { useAttempt } from './useAttempt.ts'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

type SeatCardProps = { seat: Seat; staff: readonly StaffUser[]; mayChange: boolean }

/** One post or team: its name and the people in it. */
export function SeatCard({ seat, staff, mayChange }: SeatCardProps) {
  const api = useApi()
  const { kind, seatId } = seat
  const before = { name: seat.name, userIds: seat.holders.map(({ userId }) => userId) }
  const [after, setAfter] = useState(before)
  const [asking, setAsking] = useState<'save' | 'delete' | undefined>(undefined)
  const undoing = useAttempt(() => notifications.show({ message: t('administration.undone') }))
  const undo = useMutation(api.administration.changeSeat.mutationOptions(undoing.handlers))
  const { idempotencyKey, handlers } = useAttempt(() => {
    setAsking(undefined)
    const reason = t('administration.undoReason')
    showUndo(t('administration.saved', { name: after.name }), () =>
      undo.mutate({ idempotencyKey: newId(), kind, seatId, before: after, after: before, reason }),
    )
  })
  const change = useMutation(api.administration.changeSeat.mutationOptions(handlers))
  const joins = after.userIds.some((id) => !before.userIds.includes(id))
  const leaves = before.userIds.some((id) => !after.userIds.includes(id))
  // Whoever is disabled is only shown where they are in it already.
  const people = staff.filter(({ state, userId }) => state !== 'disabled' || before.userIds.includes(userId))
  return (
    <section aria-label={seat.name}>
      <Title order={2} size="h5" mb="xs">
        {seat.name}
      </Title>
      <Group gap="md" mb="sm" align="end">
        <TextInput
          size="xs"
          label={t('administration.name')}
          maxLength={200}
          readOnly={!mayChange}
          value={after.name}
          onChange={(event) => setAfter({ ...after, name: event.currentTarget.value })}
        />
        {mayChange && before.userIds.length === 0 && (
          <Button size="xs" variant="default" onClick={() => setAsking('delete')}>
            {t('administration.delete')}
          </Button>
        )}
        {(joins || leaves || after.name.trim() !== before.name) && (
          <>
            <Button size="xs" disabled={after.name.trim() === ''} onClick={() => setAsking('save')}>
              {t('administration.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAfter(before)}>
              {t('administration.discard')}
            </Button>
            <Text size="sm">{t('administration.unsaved')}</Text>
          </>
        )}
      </Group>
      <CheckList
        legend={t('seats.holders', { name: seat.name })}
        items={people.map(({ userId, name, email }) => ({ id: userId, name, hint: email }))}
        checked={after.userIds}
        disabled={!mayChange}
        onChange={(userIds) => setAfter({ ...after, userIds })}
      />
      {asking === 'save' && (
        <ReasonDialog
          title={t('seats.saveTitle', { name: seat.name })}
          sentence={t('seats.saveSentence', { name: seat.name })}
          confirm={t('administration.save')}
          asksWhy={joins ? t('administration.reasonHint') : undefined}
          busy={change.isPending}
          onConfirm={(reason) =>
            change.mutate({
              idempotencyKey,
              kind,
              seatId,
              before,
              after: { ...after, name: after.name.trim() },
              reason,
            })
          }
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'delete' && <DeleteSeat seat={seat} onClose={() => setAsking(undefined)} />}
    </section>
  )
}
