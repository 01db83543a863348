import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, SendError } from '../../errors.ts'
import { isPasswordRecent } from '../recent-password.ts'
import { emailChanges, users } from '../tables.ts'

export type OwnAccount = {
  kind: 'citizen' | 'professional'
  name: string
  email: string
  phone: string | null
  jobTitle: string | null
  /** Null of professionals, and of a citizen who has not said. */
  citizenKind: CitizenKind | null
  language: 'en' | 'cy'
  createdAt: string
  /** The address that waits for its link to be opened, or null. */
  newEmail: string | null
  /** Whether what protects the account can be changed without giving the password again. */
  passwordIsRecent: boolean
}

/** The account of who acts, locked. Staff accounts are the authority's: their owners change nothing here. */
export async function requireOwnPortalAccount(ctx: ProcedureContext<Actor>) {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId)).for('update')
  if (!user) throw new SendError('sign-in-needed')
  const { kind } = user
  if (kind === 'staff') throw notAllowed()
  return { ...user, kind }
}

/** One's own account as the account pages show it. */
export async function getOwnAccount(ctx: ProcedureContext<Actor>): Promise<OwnAccount> {
  const user = await requireOwnPortalAccount(ctx)
  const { kind, name, email, phone, jobTitle, citizenKind, language, createdAt } = user
  const open = and(
    eq(emailChanges.userId, user.id),
    isNull(emailChanges.usedAt),
    gt(emailChanges.expiresAt, ctx.now()),
  )
  const [change] = await ctx.tx
    .select({ email: emailChanges.email })
    .from(emailChanges)
    .where(open)
    .orderBy(desc(emailChanges.createdAt))
    .limit(1)
  const details = { kind, name, email, phone, jobTitle, citizenKind, language }
  const standing = { newEmail: change?.email ?? null, passwordIsRecent: isPasswordRecent(ctx) }
  return { ...details, createdAt: createdAt.toISOString(), ...standing }
}
