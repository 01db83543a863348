import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import type { NewPasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import { hasFirstMethod } from '@send/shared/accounts/second-step-methods'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { notAllowed } from '../../../errors.ts'
import { findStanding, getOwnAccount } from '../standing.ts'
import { passkeys } from '../tables.ts'
import { tellOwner } from '../tell-owner.ts'
import { keepChallenge, keyAlgorithms, relyingParty, takeChallenge } from './passkey-challenge.ts'

const mostPasskeys = 20

/** Asks a browser to make a passkey, for somebody who has another second step beside it. */
export async function beginPasskeyRegistration(ctx: ProcedureContext<Actor>) {
  const party = relyingParty(ctx)
  const own = await listOwnBesideAnother(ctx)
  const options = await generateRegistrationOptions({
    rpName: 'SEND Portal',
    rpID: party.id,
    // The id of the account and no name: an authenticator may show it to whoever holds it.
    userID: new TextEncoder().encode(ctx.actor.userId),
    userName: ctx.actor.email,
    userDisplayName: ctx.actor.name,
    attestationType: 'none',
    supportedAlgorithmIDs: keyAlgorithms,
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  await keepChallenge(ctx, 'register', options.challenge)
  return options
}

/** Keeps the passkey that a browser made for the challenge of this session. */
export async function registerPasskey(
  ctx: ProcedureContext<Actor>,
  input: { response: NewPasskeyAnswer; name: string },
): Promise<{ outcome: 'added' } | { outcome: 'refused' }> {
  const party = relyingParty(ctx)
  await listOwnBesideAnother(ctx)
  const challenge = await takeChallenge(ctx, 'register')
  if (!challenge) return { outcome: 'refused' }
  const verification = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: false,
    supportedAlgorithmIDs: keyAlgorithms,
  }).catch(() => undefined)
  if (!verification?.verified) return { outcome: 'refused' }
  const { credential } = verification.registrationInfo
  const [added] = await ctx.tx
    .insert(passkeys)
    .values({
      id: newId(),
      userId: ctx.actor.userId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      signCount: credential.counter,
      transports: credential.transports ?? [],
      name: input.name,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (!added) return { outcome: 'refused' }
  await ctx.audit({ action: 'secondSteps.registerPasskey', objectKind: 'passkey', objectId: added.id })
  await tellOwner(ctx, ctx.actor.userId, 'secondStepsChanged')
  return { outcome: 'added' }
}

/** A passkey is lost with its device, so it never stands alone. */
async function listOwnBesideAnother(ctx: ProcedureContext<Actor>) {
  const { allowed, usable, emailCodeFrom } = await findStanding(ctx, await getOwnAccount(ctx))
  // After a reset the e-mail code rests for a day; it is still there.
  if (!allowed.includes('passkey') || !(hasFirstMethod(usable) || emailCodeFrom)) throw notAllowed()
  const own = await ctx.tx.select().from(passkeys).where(eq(passkeys.userId, ctx.actor.userId))
  if (own.length >= mostPasskeys) throw notAllowed()
  return own
}
