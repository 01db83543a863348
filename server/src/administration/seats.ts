import { and, asc, eq } from 'drizzle-orm'
import { chronologyAccess } from '../chronology/tables.ts'
import { involvementAccess } from '../involvements/tables.ts'
import { postHolders, posts, teamMembers, teams } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import type { Transaction } from '../database/client.ts'
import { notFound } from '../errors.ts'
import type { NamedMember } from './list-groups.ts'

/** A seat is a post, which outlives whoever holds it, or a service team, to which people belong. */
export const seatKinds = ['post', 'team'] as const
export type SeatKind = (typeof seatKinds)[number]

/** The table of the seats of a kind. */
export function tableOf(kind: SeatKind): typeof posts | typeof teams {
  return kind === 'post' ? posts : teams
}

/** The seat with an id; throws not-found. */
export async function getSeat(tx: Transaction, kind: SeatKind, seatId: string): Promise<{ name: string }> {
  const table = tableOf(kind)
  const [seat] = await tx.select({ name: table.name }).from(table).where(eq(table.id, seatId))
  if (!seat) throw notFound()
  return seat
}

/** Who holds the posts, or belongs to the teams: all of a kind, or one. */
export async function listHolders(
  tx: Transaction,
  kind: SeatKind,
  seatId?: string,
): Promise<(NamedMember & { seatId: string })[]> {
  const who = { userId: users.id, name: users.name, disabled: users.disabled }
  if (kind === 'post') {
    return tx
      .select({ ...who, seatId: postHolders.postId })
      .from(postHolders)
      .innerJoin(users, eq(users.id, postHolders.userId))
      .where(seatId ? eq(postHolders.postId, seatId) : undefined)
      .orderBy(asc(users.name))
  }
  return tx
    .select({ ...who, seatId: teamMembers.teamId })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(seatId ? eq(teamMembers.teamId, seatId) : undefined)
    .orderBy(asc(users.name))
}

/** Puts exactly these people on a post or into a team. */
export async function writeHolders(
  tx: Transaction,
  { kind, seatId, userIds }: { kind: SeatKind; seatId: string; userIds: readonly string[] },
): Promise<void> {
  if (kind === 'post') {
    await tx.delete(postHolders).where(eq(postHolders.postId, seatId))
    if (userIds.length > 0)
      await tx.insert(postHolders).values(userIds.map((userId) => ({ postId: seatId, userId })))
    return
  }
  await tx.delete(teamMembers).where(eq(teamMembers.teamId, seatId))
  if (userIds.length > 0)
    await tx.insert(teamMembers).values(userIds.map((userId) => ({ teamId: seatId, userId })))
}

/** Whether an access list of an entry or an involvement speaks of a group, post or team: its name must not be lost. */
export async function isNamedInLists(
  tx: Transaction,
  kind: SeatKind | 'group',
  id: string,
): Promise<boolean> {
  for (const table of [chronologyAccess, involvementAccess]) {
    const named = await tx
      .select({ id: table.subjectId })
      .from(table)
      .where(and(eq(table.subjectKind, kind), eq(table.subjectId, id)))
      .limit(1)
    if (named.length > 0) return true
  }
  return false
}
