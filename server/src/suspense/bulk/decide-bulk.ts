import type { BulkAction, BulkOutcome, PreviewedChild } from '@send/shared/suspense/bulk-decision'
import type { Actor, ProcedureContext } from '../../context.ts'
import { openSteps, stepOnce } from '../../database/steps.ts'
import { maskError } from '../../errors.ts'
import type { InTransaction } from '../../trpc.ts'
import { decideOne } from './decide-one.ts'

/** So many a request, so that whoever waits sees how it goes on. */
const decidedAtOnce = 10

const procedure = 'suspense.decideBulk'

type BulkRequest = { idempotencyKey: string; action: BulkAction; children: PreviewedChild[] }

export type DecidedBulk = {
  /** What became of those who had their turn, in the order of the request. */
  outcomes: ({ incomingChildId: string } & BulkOutcome)[]
  /** How many have not; the same request once more goes on with them. */
  left: number
}

/**
 * Decides about many children, each in a transaction of its own and as its card would decide, some a request: the same
 * request goes on until none is left, and a repeat of what was done changes nothing. What changed since the preview
 * is left out; what fails stands alone. Each leaves its own lines in the audit trail, and the whole one when it begins
 * and one when it ends.
 */
export async function decideBulk(inTransaction: InTransaction, request: BulkRequest): Promise<DecidedBulk> {
  const { idempotencyKey: key, action, children } = request
  let done = await inTransaction((ctx) => begin(ctx, request))
  const waiting = children.filter(({ incomingChildId }) => !(incomingChildId in done))
  for (const child of waiting.slice(0, decidedAtOnce)) {
    const step = { key, step: child.incomingChildId }
    const decide = (operation: (ctx: ProcedureContext<Actor>) => Promise<BulkOutcome>) =>
      inTransaction(async (ctx) => {
        const steps = await stepOnce(ctx, step, () => operation(ctx))
        if (steps.isNew && Object.keys(steps.done).length === children.length)
          await end(ctx, request, steps.done)
        return steps.done
      })
    try {
      done = await decide((ctx) => decideOne(namingBulk(ctx, key), action, child))
    } catch (error) {
      // Nothing of it was done. Whoever may not decide any more, or has no database, is told so by this one too.
      const { sentence } = maskError(error)
      done = await decide(async () => ({ outcome: 'failed', sentence }))
    }
  }
  const outcomes = children.flatMap(({ incomingChildId }) => {
    const outcome = done[incomingChildId]
    return outcome ? [{ incomingChildId, ...outcome }] : []
  })
  return { outcomes, left: children.length - outcomes.length }
}

type Outcomes = Record<string, BulkOutcome>

async function begin(ctx: ProcedureContext<Actor>, request: BulkRequest): Promise<Outcomes> {
  const { idempotencyKey: key, action, children } = request
  const { isNew, done } = await openSteps<BulkOutcome>(ctx, { key, procedure, input: request })
  if (isNew)
    await auditBulk(ctx, request, {
      begins: true,
      kind: action.kind,
      children: children.map(({ incomingChildId }) => incomingChildId),
    })
  return done
}

async function end(ctx: ProcedureContext<Actor>, request: BulkRequest, done: Outcomes): Promise<void> {
  const outcomes = Object.values(done)
  const count = (wanted: BulkOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length
  await auditBulk(ctx, request, {
    ends: true,
    kind: request.action.kind,
    done: count('done'),
    leftOut: count('leftOut'),
    failed: count('failed'),
  })
}

async function auditBulk(
  ctx: ProcedureContext<Actor>,
  { idempotencyKey: objectId, action }: BulkRequest,
  details: Record<string, unknown>,
): Promise<void> {
  const reason =
    action.kind === 'discard' ? [action.why.reason, action.why.words].filter(Boolean).join(': ') : undefined
  await ctx.audit({ action: procedure, objectKind: 'bulk', objectId, reason, details })
}

/** Every line about one of the children names the whole of which it was. */
function namingBulk(ctx: ProcedureContext<Actor>, bulkId: string): ProcedureContext<Actor> {
  return { ...ctx, audit: (event) => ctx.audit({ ...event, details: { ...event.details, bulkId } }) }
}
