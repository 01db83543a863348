import { randomBytes } from 'node:crypto'
import { encodeBase32NoPadding } from '@oslojs/encoding'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { notAllowed } from '../../errors.ts'
import { hashToken } from '../session-tokens.ts'
import { users } from '../tables.ts'
import { findAllowedMethods } from './method-policy.ts'
import { recoveryCodes } from './tables.ts'
import { tellOwner } from './tell-owner.ts'

const codesAtOnce = 10
/** 120 bits: more than the 112 from which a plain hash is enough (ASVS 5.0, V6.5.2). */
const codeBytes = 15

/** Makes ten new codes in the place of all earlier ones; they are shown this once. */
export async function makeRecoveryCodes(ctx: ProcedureContext<Actor>): Promise<{ codes: string[] }> {
  const { tx, actor } = ctx
  if (!(await findAllowedMethods(tx, actor.kind)).includes('recoveryCode')) throw notAllowed()
  // Of two requests at once the later waits, so that never twenty codes count.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for('update')
  const replaced = await tx
    .delete(recoveryCodes)
    .where(eq(recoveryCodes.userId, actor.userId))
    .returning({ codeHash: recoveryCodes.codeHash })
  const codes = Array.from({ length: codesAtOnce }, () => encodeBase32NoPadding(randomBytes(codeBytes)))
  const createdAt = ctx.now()
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ codeHash: hashToken(code), userId: actor.userId, createdAt })))
  await ctx.audit({ action: 'secondSteps.makeRecoveryCodes', objectKind: 'user', objectId: actor.userId })
  if (replaced.length > 0) await tellOwner(ctx, actor.userId, 'secondStepsChanged')
  return { codes: codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-')) }
}

/** Uses up a code; the update is the proof, and it stands in the same transaction as the new session. */
export async function acceptRecoveryCode(ctx: ProcedureContext<Actor>, typed: string): Promise<boolean> {
  const { userId } = ctx.actor
  const [used] = await ctx.tx
    .update(recoveryCodes)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        eq(recoveryCodes.codeHash, hashToken(asWritten(typed))),
        eq(recoveryCodes.userId, userId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ codeHash: recoveryCodes.codeHash })
  if (!used) return false
  await tellOwner(ctx, userId, 'recoveryCodeUsed', { count: await countRecoveryCodes(ctx.tx, userId) })
  return true
}

/** How many codes of a user still count. */
export async function countRecoveryCodes(tx: Transaction, userId: string): Promise<number> {
  const [row] = await tx
    .select({ number: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.number ?? 0
}

/** Base32 has no 0, 1 and 8: whoever typed one read an O, an I or a B. */
function asWritten(typed: string): string {
  const letters: Record<string, string> = { '0': 'O', '1': 'I', '8': 'B' }
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll(/[018]/g, (sign) => letters[sign] ?? sign)
}
