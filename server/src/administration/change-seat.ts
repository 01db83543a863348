import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { getMember, lockAdministration, requireReason } from './lock-administration.ts'
import { isSameSet } from './memberships.ts'
import { isNameTaken } from './name-taken.ts'
import { getSeat, listHolders, tableOf, writeHolders, type SeatKind } from './seats.ts'

type Seat = { name: string; userIds: string[] }
type Change = { kind: SeatKind; seatId: string; before: Seat; after: Seat; reason: string }

/** Renames a post or a team, or changes who is in it; access lists that name it follow at the very next request. */
export async function changeSeat(
  ctx: ProcedureContext<Actor>,
  { kind, seatId, before, after, reason }: Change,
): Promise<{ outcome: 'changed' | 'nameTaken' }> {
  const staff = await lockAdministration(ctx)
  const { name } = await getSeat(ctx.tx, kind, seatId)
  const current = { name, userIds: (await listHolders(ctx.tx, kind, seatId)).map(({ userId }) => userId) }
  if (before.name !== name || !isSameSet(before.userIds, current.userIds)) throw new SendError('conflict')
  for (const userId of after.userIds) getMember(staff, userId)
  if (after.userIds.some((userId) => !current.userIds.includes(userId))) requireReason(reason)
  const table = tableOf(kind)
  if (await isNameTaken(ctx.tx, table, { name: after.name, except: seatId })) return { outcome: 'nameTaken' }
  await ctx.tx.update(table).set({ name: after.name }).where(eq(table.id, seatId))
  await writeHolders(ctx.tx, { kind, seatId, userIds: after.userIds })
  await ctx.audit({
    action: 'administration.changeSeat',
    objectKind: kind,
    objectId: seatId,
    reason: reason || undefined,
    details: { before: current, after },
  })
  return { outcome: 'changed' }
}
