import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { countRecoveryCodes } from './recovery-codes.ts'
import { findStanding, getOwnAccount } from './standing.ts'
import { passkeys } from './tables.ts'

/** Everything about one's own second steps that the account area shows. */
export async function getOverview(ctx: ProcedureContext<Actor>) {
  const user = await getOwnAccount(ctx)
  const { allowed, emailCodeFrom } = await findStanding(ctx, user)
  const own = await ctx.tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, user.id))
    .orderBy(passkeys.createdAt, passkeys.id)
  return {
    allowed,
    hasApp: user.totpSecret !== null,
    email: user.email,
    emailCodeFrom: emailCodeFrom?.toISOString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes(ctx.tx, user.id),
    passkeys: own.map(({ id, name, createdAt, lastUsedAt }) => ({
      passkeyId: id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  }
}
