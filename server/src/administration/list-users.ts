import { and, eq, gt, isNotNull, isNull, max } from 'drizzle-orm'
import { listStaff, type StaffMember } from '../accounts/permissions/list-staff.ts'
import { passwordResets, sessions, users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'

export type StaffUser = {
  userId: string
  name: string
  email: string
  /** Invited: never signed in yet, or the sign-in was reset. */
  state: 'active' | 'invited' | 'disabled'
  /** Until when a starting code is open. */
  startingCodeUntil: string | null
  /** Since when they are signed in; null when no session is open. */
  signedInSince: string | null
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
    .innerJoin(users, and(eq(users.id, passwordResets.userId), eq(users.kind, 'staff')))
    .where(and(isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, ctx.now())))
  const open = await ctx.tx
    .select({ userId: sessions.userId, at: max(sessions.createdAt) })
    .from(sessions)
    .where(
      and(
        gt(sessions.expiresAt, ctx.now()),
        gt(sessions.endsAt, ctx.now()),
        isNotNull(sessions.secondStepAt),
      ),
    )
    .groupBy(sessions.userId)
  const [openUntil, signedIn] = [codes, open].map(
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
      signedInSince: signedIn?.get(member.userId) ?? null,
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
