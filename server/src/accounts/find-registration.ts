import { and, eq } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { hashToken } from './session-tokens.ts'
import { registrations } from './tables.ts'

type RegistrationState = { outcome: 'open'; email: string } | { outcome: 'expired' | 'used' | 'unknown' }

/** Whether a registration link still opens an account on this face. */
export async function findRegistration(ctx: ProcedureContext, token: string): Promise<RegistrationState> {
  if (ctx.face === 'desktop') return { outcome: 'unknown' }
  const [link] = await ctx.tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.tokenHash, hashToken(token)), eq(registrations.face, ctx.face)))
  if (!link) return { outcome: 'unknown' }
  if (link.usedAt) return { outcome: 'used' }
  return link.expiresAt <= ctx.now() ? { outcome: 'expired' } : { outcome: 'open', email: link.email }
}
