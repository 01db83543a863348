import { asc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { findOwnFingerprint } from './bundle-key.ts'
import { fingerprintOf, verifyBundle } from './sign-bundle.ts'
import { trustedSenders } from './tables.ts'

export type TrustedSender = { fingerprint: string; name: string; trustedAt: string; trustedBy: string }

/** `own`: this server made it. Only what comes from an unknown one is refused. */
export type Standing = 'own' | 'trusted' | 'unknown'

/** How this server stands to whoever has a key. */
export async function standingOf(ctx: ProcedureContext, fingerprint: string): Promise<Standing> {
  if ((await findOwnFingerprint(ctx)) === fingerprint) return 'own'
  const [known] = await ctx.tx
    .select({ fingerprint: trustedSenders.fingerprint })
    .from(trustedSenders)
    .where(eq(trustedSenders.fingerprint, fingerprint))
  return known ? 'trusted' : 'unknown'
}

/** All trusted senders by name, and the fingerprint that others know this server by (null before its first export). */
export async function listTrustedSenders(
  ctx: ProcedureContext,
): Promise<{ senders: TrustedSender[]; own: string | null }> {
  const rows = await ctx.tx
    .select({ sender: trustedSenders, trustedBy: users.name })
    .from(trustedSenders)
    .innerJoin(users, eq(users.id, trustedSenders.trustedBy))
    .orderBy(asc(trustedSenders.name), asc(trustedSenders.fingerprint))
  const senders = rows.map(({ sender: { fingerprint, name, trustedAt }, trustedBy }) => ({
    fingerprint,
    name,
    trustedAt: trustedAt.toISOString(),
    trustedBy,
  }))
  return { senders, own: await findOwnFingerprint(ctx) }
}

export type TrustedNow =
  { outcome: 'trusted'; fingerprint: string } | { outcome: 'refused'; sentence: string }

/**
 * Trusts whoever signed a bundle, from now on. The bundle is verified again, so that nobody is trusted under a key that
 * they do not hold, and the officer names the fingerprint that they compared. Repeating it changes nothing.
 */
export async function trustSender(
  ctx: ProcedureContext<Actor>,
  { bundle: text, fingerprint }: { bundle: string; fingerprint: string },
): Promise<TrustedNow> {
  const verified = verifyBundle(text)
  if ('problem' in verified) return { outcome: 'refused', sentence: verified.problem }
  const { publicKey, name } = verified.bundle.signer
  if (fingerprintOf(publicKey) !== fingerprint)
    return { outcome: 'refused', sentence: 'Somebody else signed this file. Open it again and compare.' }
  await ctx.tx
    .insert(trustedSenders)
    .values({ fingerprint, publicKey, name, trustedAt: ctx.now(), trustedBy: ctx.actor.userId })
    .onConflictDoNothing()
  await ctx.audit({
    action: 'forms.trustSender',
    objectKind: 'sender',
    objectId: fingerprint,
    details: { name },
  })
  return { outcome: 'trusted', fingerprint }
}

/** Trusts a sender no longer; what was imported stays. Throws not-found. */
export async function forgetSender(
  ctx: ProcedureContext<Actor>,
  fingerprint: string,
): Promise<{ fingerprint: string }> {
  const [gone] = await ctx.tx
    .delete(trustedSenders)
    .where(eq(trustedSenders.fingerprint, fingerprint))
    .returning({ name: trustedSenders.name })
  if (!gone) throw notFound()
  await ctx.audit({
    action: 'forms.forgetSender',
    objectKind: 'sender',
    objectId: fingerprint,
    details: { name: gone.name },
  })
  return { fingerprint }
}
