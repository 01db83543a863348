import {
  findReceivedProblem,
  type FormOrigin,
  type OriginSignature,
} from '@send/shared/submissions/form-origin'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { formOrigins } from './tables.ts'

const t = translator('en')

export type Origin = FormOrigin & { originId: string; signature: OriginSignature | null }
/** An origin as it is told wherever the form is read. */
export type ToldOrigin = Omit<Origin, 'originId'> & { enteredBy: string }

/** The origin with an id. */
export async function getOrigin(ctx: WorkContext, originId: string): Promise<Origin> {
  const [found] = await ctx.tx.select().from(formOrigins).where(eq(formOrigins.id, originId))
  if (!found) throw new Error('A form that was entered has an origin')
  const { id: _, signedBy, signedOn, ...told } = found
  const signature = signedBy !== null && signedOn !== null ? { by: signedBy, on: signedOn } : null
  return { originId, ...told, signature }
}

/** Where a submission came from that an officer entered, and who that was; null of what was sent on a portal. */
export async function findToldOrigin(
  ctx: WorkContext,
  submission: { originId: string | null; ownerUserId: string },
): Promise<ToldOrigin | null> {
  if (submission.originId === null) return null
  const { originId: _, ...told } = await getOrigin(ctx, submission.originId)
  const [officer] = await ctx.tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, submission.ownerUserId))
  return { ...told, enteredBy: officer?.name ?? '' }
}

/** Removes whom a discarded form came from. */
export async function forgetOrigin(ctx: WorkContext, { originId }: Origin): Promise<void> {
  const nobody = { fromName: '', fromRelationship: '', fromContact: '' }
  await ctx.tx.update(formOrigins).set(nobody).where(eq(formOrigins.id, originId))
}

/** Refuses a day on which a form cannot have been received. */
export function requirePossibleDay(ctx: WorkContext, { receivedOn }: FormOrigin): void {
  const problem = findReceivedProblem(receivedOn, dateInLondon(ctx.now()))
  if (problem) throw new SendError('bad-input', t(`onBehalf.received.${problem}`))
}
