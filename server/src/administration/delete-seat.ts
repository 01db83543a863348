import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { lockAdministration } from './lock-administration.ts'
import { getSeat, isNamedInLists, listHolders, tableOf, type SeatKind } from './seats.ts'

/** Deletes a post or a team in which nobody is and of which no access list speaks. */
export async function deleteSeat(
  ctx: ProcedureContext<Actor>,
  { kind, seatId }: { kind: SeatKind; seatId: string },
): Promise<{ outcome: 'deleted' | 'notEmpty' | 'namedInLists' }> {
  await lockAdministration(ctx)
  const { name } = await getSeat(ctx.tx, kind, seatId)
  if ((await listHolders(ctx.tx, kind, seatId)).length > 0) return { outcome: 'notEmpty' }
  if (await isNamedInLists(ctx.tx, kind, seatId)) return { outcome: 'namedInLists' }
  const table = tableOf(kind)
  await ctx.tx.delete(table).where(eq(table.id, seatId))
  const details = { before: { name } }
  await ctx.audit({ action: 'administration.deleteSeat', objectKind: kind, objectId: seatId, details })
  return { outcome: 'deleted' }
}
