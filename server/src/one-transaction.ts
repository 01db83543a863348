import { findActor } from './accounts/find-actor.ts'
import { recordAuditEvent, type AuditEvent } from './audit/record-audit-event.ts'
import { unaudited } from './audit/unaudited.ts'
import { watchReading } from './audit/watch-reading.ts'
import type { Actor, ProcedureContext, RequestContext } from './context.ts'
import { setActingAs, type ActingAs, type Transaction } from './database/client.ts'
import { maskError, notAllowed, SendError } from './errors.ts'
import { createWorkContext, untilSettled } from './work-context.ts'
import { covers, type BusinessProcess, type ProcessLevel } from '@send/shared/accounts/business-processes'

/** Does the work of one request in one transaction that says who acts; a refusal is audited in another. */
export async function inOneTransaction<T>(
  request: RequestContext,
  path: string,
  work: (ctx: ProcedureContext) => Promise<T>,
): Promise<T> {
  let actor: Actor | undefined
  try {
    return await request.services.database.transaction(async (tx) => {
      actor = await findActor(tx, request)
      const ctx = procedureContext(request, tx, actor ?? null)
      // It reaches the database before whatever the work asks for, and without it that fails.
      ctx.alongside(setActingAs(tx, actingAs(actor), request.services.clock.now()))
      const audit = async (event: AuditEvent) => ctx.alongside(auditAndWatch(ctx, event))
      return untilSettled(ctx, () => work({ ...ctx, audit }))
    })
  } catch (error) {
    await auditRefusal(request, actor, path, error)
    throw error
  }
}

/**
 * Work that only looks: it is refused as a fault of ours when it answers without a line in the audit trail, so
 * that no look at a child goes unseen because somebody forgot to record it.
 */
export function leavingALine<T>(
  path: string,
  work: (ctx: ProcedureContext) => Promise<T>,
): (ctx: ProcedureContext) => Promise<T> {
  return async (ctx) => {
    let lines = 0
    const audit = async (event: AuditEvent) => {
      await ctx.audit(event)
      lines += 1
    }
    const result = await work({ ...ctx, audit })
    if (lines === 0 && !Object.hasOwn(unaudited, path))
      throw new Error(`${path} answers without a line in the audit trail`)
    return result
  }
}

/** Adds a line, and watches how many children staff look at. */
async function auditAndWatch(ctx: ProcedureContext, event: AuditEvent): Promise<void> {
  await ctx.audit(event)
  if (ctx.actor?.kind === 'staff' && event.outcome !== 'refused')
    await watchReading(ctx.tx, { actorUserId: ctx.actor.userId, now: ctx.now(), event })
}

/** Guards what needs at least a right password. */
export function requireRegistered(ctx: { actor: Actor | null }): Actor {
  if (!ctx.actor) throw new SendError('sign-in-needed')
  return ctx.actor
}

/** Guards what needs both steps. */
export function requireTwoSteps(ctx: { actor: Actor | null }): Actor {
  const actor = requireRegistered(ctx)
  if (!actor.secondStep) throw new SendError('second-step-needed')
  return actor
}

/** Guards what needs staff of a permission group that grants the business process at a level. */
export function requireProcess(
  ctx: { actor: Actor | null },
  process: BusinessProcess,
  level: ProcessLevel,
): Actor {
  const actor = requireTwoSteps(ctx)
  if (actor.kind !== 'staff' || !covers(actor.processes, process, level)) throw notAllowed()
  return actor
}

function procedureContext(request: RequestContext, tx: Transaction, actor: Actor | null): ProcedureContext {
  const { services, face, address, device, requestId } = request
  const origin = { ...originOf(actor), face, address, requestId }
  return { ...createWorkContext(services, tx, origin), actor, face, address, device, requestId }
}

/** A half session is nobody to row-level security. */
function actingAs(actor: Actor | undefined): ActingAs {
  return actor?.secondStep ? { kind: actor.kind, userId: actor.userId } : { kind: 'public', userId: null }
}

function originOf(actor: Actor | null) {
  return { actorUserId: actor?.userId ?? null, actorKind: actor?.kind ?? ('public' as const) }
}

const auditedRefusals = ['sign-in-needed', 'second-step-needed', 'not-allowed', 'not-found', 'file-closed']

async function auditRefusal(
  request: RequestContext,
  actor: Actor | undefined,
  path: string,
  error: unknown,
): Promise<void> {
  const { id } = maskError(error)
  // Strangers without a token are noise; whoever shows one, living or dead, is worth a line.
  const known = actor !== undefined || request.token !== null
  if (!known || !(auditedRefusals.includes(id) || (id === 'too-many-tries' && actor?.secondStep))) return
  const { services, face, address, requestId } = request
  const origin = { ...originOf(actor ?? null), face, address, requestId, at: services.clock.now() }
  const event = { action: path, objectKind: 'procedure', objectId: path, details: { reason: id } }
  await services.database.transaction((tx) => recordAuditEvent(tx, origin, { ...event, outcome: 'refused' }))
}
