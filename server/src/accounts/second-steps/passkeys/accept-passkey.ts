import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import type { PasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { notAllowed } from '../../../errors.ts'
import { findAllowedMethods } from '../method-policy.ts'
import { passkeys } from '../tables.ts'
import { keepChallenge, relyingParty, takeChallenge } from './passkey-challenge.ts'

/** Asks a browser for one of the passkeys of whoever gave the password. */
export async function beginPasskeySignIn(ctx: ProcedureContext<Actor>) {
  const party = relyingParty(ctx)
  if (!(await findAllowedMethods(ctx.tx, ctx.actor.kind)).includes('passkey')) throw notAllowed()
  const own = await ctx.tx.select().from(passkeys).where(eq(passkeys.userId, ctx.actor.userId))
  if (own.length === 0) throw notAllowed()
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'preferred',
  })
  await keepChallenge(ctx, 'verify', options.challenge)
  return options
}

/** Whether a passkey of this user answered the challenge of this session; the challenge is used up either way. */
export async function acceptPasskey(ctx: ProcedureContext<Actor>, answer: PasskeyAnswer): Promise<boolean> {
  const party = relyingParty(ctx)
  const challenge = await takeChallenge(ctx, 'verify')
  const [passkey] = await ctx.tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, answer.id), eq(passkeys.userId, ctx.actor.userId)))
    .for('update')
  if (!challenge || !passkey) return false
  const verification = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    // The password came first: that somebody touched the key is enough.
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.signCount,
      transports: passkey.transports,
    },
    // It throws for every forgery and for a counter that ran backwards, which tells of a copied key.
  }).catch(() => undefined)
  if (!verification?.verified) return false
  await ctx.tx
    .update(passkeys)
    .set({ signCount: verification.authenticationInfo.newCounter, lastUsedAt: ctx.now() })
    .where(eq(passkeys.id, passkey.id))
  return true
}
