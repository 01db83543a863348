import { NativeSelect } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi, type RouterOutputs } from '../api.ts'
import type { Column } from '../submissions/work-list/WorkTable.tsx'
import { ListScreen } from './ListScreen.tsx'
import { NameDialog } from './NameDialog.tsx'
import { SeatCard } from './SeatCard.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

export type Seat = RouterOutputs['administration']['listSeats']['seats'][number]
type SeatKind = Seat['kind']

const kinds = ['post', 'team'] as const satisfies readonly SeatKind[]

const columns: readonly Column<Seat>[] = [
  { heading: t('seats.kind'), cell: ({ kind }) => t(`seats.kind.${kind}`) },
  {
    heading: t('seats.column.holders'),
    cell: ({ holders }) => holders.map(({ name }) => name).join(', ') || t('administration.nobody'),
  },
]

/** The posts and teams of the authority, which access lists can name, and who is in them. */
export function SeatsScreen() {
  const api = useApi()
  const list = useQuery(api.administration.listSeats.queryOptions())
  const users = useQuery(api.administration.listUsers.queryOptions())
  const mayChange = useMay('userAdministration', 'write')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<SeatKind>('post')
  const { idempotencyKey, handlers } = useAttempt(() => setAdding(false))
  const create = useMutation(api.administration.createSeat.mutationOptions(handlers))
  const seat = list.data?.seats.find(({ seatId }) => seatId === opened)
  return (
    <>
      <ListScreen
        screen="seats"
        rows={list.data?.seats}
        idOf={({ seatId }) => seatId}
        nameOf={({ name }) => name}
        wordsOf={(each) =>
          `${t(`seats.kind.${each.kind}`)} ${each.holders.map(({ name }) => name).join(' ')}`
        }
        columns={columns}
        error={list.error ?? users.error}
        onRetry={() => void Promise.all([list.refetch(), users.refetch()])}
        opened={opened}
        onOpen={setOpened}
        onNew={mayChange ? () => setAdding(true) : undefined}
      >
        {seat && users.data && (
          <SeatCard
            // Drawn afresh when a colleague or this officer has changed it.
            key={JSON.stringify([seat.seatId, seat.name, seat.holders])}
            seat={seat}
            staff={users.data.users}
            mayChange={mayChange}
          />
        )}
      </ListScreen>
      {adding && (
        <NameDialog
          title={t('seats.new')}
          hint={t('seats.newHint')}
          confirm={t('seats.new')}
          busy={create.isPending}
          onConfirm={(name) =>
            create.mutate(
              { idempotencyKey, kind, name },
              { onSuccess: (made) => made.outcome === 'created' && setOpened(made.seatId) },
            )
          }
          onCancel={() => setAdding(false)}
        >
          <NativeSelect
            size="xs"
            label={t('seats.kind')}
            value={kind}
            data={kinds.map((value) => ({ value, label: t(`seats.kind.${value}`) }))}
            onChange={(event) => setKind(event.currentTarget.value === 'team' ? 'team' : 'post')}
          />
        </NameDialog>
      )}
    </>
  )
}
