import { translator } from '@send/shared/texts/translator'

import { apiClient } from '../api.ts'
import { CheckList } from './CheckList.tsx'
import { DeleteSeat } from './DeleteSeat.tsx'
import { NamedCard } from './NamedCard.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Seat } from './SeatsScreen.tsx'
import { useUndoableChange } from './useUndoableChange.ts'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

type SeatCardProps = { seat: Seat; staff: readonly StaffUser[]; mayChange: boolean }

/** One post or team: its name and the people in it. */
export function SeatCard({ seat, staff, mayChange }: SeatCardProps) {
  const { kind, seatId, name } = seat
  const before = { name, userIds: seat.holders.map(({ userId }) => userId) }
  const change = useUndoableChange({
    before,
    nameOf: (state) => state.name,
    save: (changed) => apiClient.administration.changeSeat.mutate({ kind, seatId, ...changed }),
  })
  const { after, setAfter } = change
  const joins = after.userIds.some((id) => !before.userIds.includes(id))
  const leaves = before.userIds.some((id) => !after.userIds.includes(id))
  const isEmpty = before.userIds.length === 0
  // Whoever is disabled is only shown where they are in it already.
  const people = staff.filter(({ state, userId }) => state !== 'disabled' || before.userIds.includes(userId))
  return (
    <NamedCard
      name={name}
      mayChange={mayChange}
      change={change}
      changed={joins || leaves}
      deletion={isEmpty ? (close) => <DeleteSeat seat={seat} onClose={close} /> : undefined}
    >
      <CheckList
        legend={t('seats.holders', { name })}
        items={people.map((person) => ({ id: person.userId, name: person.name, hint: person.email }))}
        checked={after.userIds}
        disabled={!mayChange}
        onChange={(userIds) => setAfter({ ...after, userIds })}
      />
      {change.isAsking && (
        <ReasonDialog
          title={t('seats.saveTitle', { name })}
          sentence={t('seats.saveSentence', { name })}
          confirm={t('administration.save')}
          asksWhy={joins}
          reasonHint={t('administration.gainHint')}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </NamedCard>
  )
}
