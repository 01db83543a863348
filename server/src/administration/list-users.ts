import { and, gt, isNull, max } from 'drizzle-orm'
import { listStaff, type StaffMember } from '../accounts/permissions/list-staff.ts'
import { passwordResets, sessions } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'

export type StaffUser = {
  userId: string
  name: string
  email: string
  /** Invited: never signed in yet, or the sign-in was reset. */
  state: 'active' | 'invited' | 'disabled'
  /** Until when a starting code is open. */
  startingCodeUntil: string | null
  lastUsedAt: string | null
  groupIds: string[]
  postIds: string[]
  teamIds: string[]
}

/** All staff accounts by name, disabled ones too. */
export async function listUsers(ctx: ProcedureContext<Actor>): Promise<{ users: StaffUser[] }> {
  const staff = await listStaff(ctx.tx)
  const codes = await ctx.tx
    .select({ userId: passwordResets.userId, at: passwordResets.expiresAt })
    .from(passwordResets)
    .where(and(isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, ctx.now())))
  const used = await ctx.tx
    .select({ userId: sessions.userId, at: max(sessions.createdAt) })
    .from(sessions)
    .groupBy(sessions.userId)
  const [openUntil, lastUsed] = [codes, used].map(
    (rows) => new Map(rows.map(({ userId, at }) => [userId, at?.toISOString() ?? null])),
  )
  await ctx.audit({
    action: 'administration.listUsers',
    objectKind: 'users',
    objectId: 'staff',
    details: { found: staff.length },
  })
  return {
    users: staff.map((member) => ({
      userId: member.userId,
      name: member.name,
      email: member.email,
      state: stateOf(member),
      startingCodeUntil: openUntil?.get(member.userId) ?? null,
      lastUsedAt: lastUsed?.get(member.userId) ?? null,
      groupIds: [...member.groupIds],
      postIds: [...member.postIds],
      teamIds: [...member.teamIds],
    })),
  }
}

function stateOf({ disabled, canSignIn }: StaffMember): StaffUser['state'] {
  if (disabled) return 'disabled'
  return canSignIn ? 'active' : 'invited'
}
