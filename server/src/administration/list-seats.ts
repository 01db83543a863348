import { asc } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import type { NamedMember } from './list-groups.ts'
import { listHolders, seatKinds, tableOf, type SeatKind } from './seats.ts'

export type ListedSeat = { kind: SeatKind; seatId: string; name: string; holders: NamedMember[] }

/** The posts and then the teams, each by name with the people in it. */
export async function listSeats(ctx: ProcedureContext<Actor>): Promise<{ seats: ListedSeat[] }> {
  const seats: ListedSeat[] = []
  for (const kind of seatKinds) {
    const table = tableOf(kind)
    const rows = await ctx.tx
      .select({ seatId: table.id, name: table.name })
      .from(table)
      .orderBy(asc(table.name))
    const holders = await listHolders(ctx.tx, kind)
    for (const row of rows) {
      const inSeat = holders.filter(({ seatId }) => seatId === row.seatId)
      seats.push({
        kind,
        ...row,
        holders: inSeat.map(({ userId, name, disabled }) => ({ userId, name, disabled })),
      })
    }
  }
  const details = { found: seats.length }
  await ctx.audit({ action: 'administration.listSeats', objectKind: 'seats', objectId: 'all', details })
  return { seats }
}
