import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { lockAdministration } from './lock-administration.ts'
import { isNameTaken } from './name-taken.ts'
import { tableOf, type SeatKind } from './seats.ts'

/** Makes a post or a team. */
export async function createSeat(
  ctx: ProcedureContext<Actor>,
  { kind, name }: { kind: SeatKind; name: string },
): Promise<{ outcome: 'created'; seatId: string } | { outcome: 'nameTaken' }> {
  await lockAdministration(ctx)
  const table = tableOf(kind)
  if (await isNameTaken(ctx.tx, table, { name })) return { outcome: 'nameTaken' }
  const seatId = newId()
  await ctx.tx.insert(table).values({ id: seatId, name })
  const details = { after: { name } }
  await ctx.audit({ action: 'administration.createSeat', objectKind: kind, objectId: seatId, details })
  return { outcome: 'created', seatId }
}
