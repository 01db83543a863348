import { and, eq } from 'drizzle-orm'
import { findChildAnswer } from '@send/shared/forms/answers'
import type { Audience } from '@send/shared/forms/form-definition'
import { findIncomingIdentity } from '@send/shared/suspense/incoming-identity'
import type { Identity } from '@send/shared/suspense/matching/identity'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import { Id, newId } from '@send/shared/values/ids'
import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { mailReceipt } from '../submissions/mail-receipt.ts'
import { readAnswers } from '../submissions/read-answers.ts'
import { submissions } from '../submissions/tables.ts'
import { childKeyOf } from './child-key.ts'
import { scoreChild, scoreDetails } from './score-child.ts'
import { waitAgain } from './discard/bring-back.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { keepParentContacts, listParentContacts } from './keep-parent-contacts.ts'
import { incomingChildren } from './tables.ts'

const Held = z.object({ submissionId: Id })

const sources = { parents: 'parent', youngPeople: 'youngPerson', professionals: 'professional' } as const

/**
 * The job after a submission was received: hangs it on its incoming child, a new one or that of the sender's
 * earlier forms, and scores that against the people on record. A child that is settled already settles the submission.
 * What an officer entered always hangs on a child of its own: the same officer enters the forms of many families.
 */
export async function holdInSuspense(ctx: WorkContext, data: unknown): Promise<void> {
  const { submissionId } = Held.parse(data)
  const [submission] = await ctx.tx
    .select()
    .from(submissions)
    .where(eq(submissions.id, submissionId))
    .for('update')
  if (!submission || submission.incomingChildId || submission.status === 'inProgress') return
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const answers = await readAnswers(ctx, submissionId, definition, [])
  const identity = findIncomingIdentity(findChildAnswer(definition, answers)) ?? {}
  const { originId, ownerUserId } = submission
  const found =
    originId === null
      ? await provideIncomingChild(ctx, ownerUserId, definition.audience, identity)
      : await addEnteredChild(ctx, submissionId, identity)
  // What comes after a discard was not looked at by whoever discarded: an officer looks again.
  const wasDiscarded = found.state === 'discarded'
  const waiting = wasDiscarded ? await waitAgain(ctx, found) : found
  const isOfParent = originId === null && definition.audience === 'parents'
  const contacts = await listParentContacts(ctx, { definition, answers }, isOfParent ? ownerUserId : null)
  const child = await keepParentContacts(ctx, waiting, contacts)
  await ctx.tx
    .update(submissions)
    .set({ incomingChildId: child.id, personId: child.personId })
    .where(eq(submissions.id, submissionId))
  const { id: objectId, personId } = child
  // What is known of a child does not change with its next form, but for a number or address that is new.
  const isNew = child !== waiting && canInSuspense(child.state, 'score')
  const scored =
    child.scoredAt && !isNew ? {} : scoreDetails(await scoreChild(ctx, child, { byOfficer: false }))
  const kept = child.parentContacts.map(({ kind }) => kind)
  await mailReceipt(ctx, submission, definition)
  await ctx.audit({
    action: 'suspense.hold',
    objectKind: 'incomingChild',
    objectId,
    personId,
    details: {
      submissionId,
      ...(wasDiscarded ? { broughtBack: true } : {}),
      ...(kept.length > 0 ? { contacts: kept } : {}),
      ...scored,
    },
  })
}

async function provideIncomingChild(
  ctx: WorkContext,
  ownerUserId: string,
  audience: Audience,
  identity: Identity,
): Promise<IncomingChild> {
  const childKey = childKeyOf(identity)
  // Two forms of one sender may be held at the same moment: the second finds the first's child.
  await ctx.tx
    .insert(incomingChildren)
    .values({
      id: newId(),
      source: sources[audience],
      ownerUserId,
      childKey,
      ...identity,
      state: 'unmatched',
      waitingSince: ctx.now(),
    })
    .onConflictDoNothing()
  const [child] = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(and(eq(incomingChildren.ownerUserId, ownerUserId), eq(incomingChildren.childKey, childKey)))
    .for('update')
  if (!child) throw new Error('An incoming child is there after it was inserted')
  return child
}

async function addEnteredChild(
  ctx: WorkContext,
  submissionId: string,
  identity: Identity,
): Promise<IncomingChild> {
  const waits = { state: 'unmatched', waitingSince: ctx.now() } as const
  const [child] = await ctx.tx
    .insert(incomingChildren)
    .values({ id: newId(), source: 'onBehalf', childKey: submissionId, ...identity, ...waits })
    .returning()
  if (!child) throw new Error('An incoming child is there after it was inserted')
  return child
}
