import { initTRPC } from '@trpc/server'
import type { BusinessProcess } from '@send/shared/accounts/business-processes'
import { findActor } from './accounts/find-actor.ts'
import { recordAuditEvent } from './audit/record-audit-event.ts'
import type { Actor, ProcedureContext, RequestContext } from './context.ts'
import { setActingAs, type ActingAs } from './database/client.ts'
import { maskError, notAllowed, SendError } from './errors.ts'
import { createWorkContext } from './work-context.ts'

/** Who may: the ladder step that guards a procedure. */
export type Access = 'public' | 'registered' | 'twoStepVerified' | `staff:${BusinessProcess}`

const t = initTRPC
  .context<RequestContext>()
  .meta<{ access: Access }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const masked = maskError(error)
      return { message: masked.sentence, code: shape.code, data: { ...masked } }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Every procedure runs in one transaction which first says who acts; what it refuses is audited in another. */
const inOneTransaction = t.middleware(async ({ ctx: request, next, path }) => {
  let actor: Actor | undefined
  try {
    return await request.services.database.transaction(async (tx) => {
      actor = await findActor(tx, request)
      await setActingAs(tx, actingAs(actor))
      const result = await next({ ctx: procedureContext(request, tx, actor ?? null) })
      if (!result.ok) throw result.error // rolls back
      return result
    })
  } catch (error) {
    await auditRefusal(request, actor, path, error)
    throw error
  }
})

function procedureContext(
  request: RequestContext,
  tx: ProcedureContext['tx'],
  actor: Actor | null,
): ProcedureContext {
  const { services, face, address, requestId } = request
  const origin = { ...originOf(actor), face, address, requestId }
  return { ...createWorkContext(services, tx, origin), actor, face, address, requestId }
}

/** A half session is nobody to row-level security. */
function actingAs(actor: Actor | undefined): ActingAs {
  return actor?.secondStep ? { kind: actor.kind, userId: actor.userId } : { kind: 'public', userId: null }
}

function originOf(actor: Actor | null) {
  return { actorUserId: actor?.userId ?? null, actorKind: actor?.kind ?? ('public' as const) }
}

async function auditRefusal(
  request: RequestContext,
  actor: Actor | undefined,
  path: string,
  error: unknown,
): Promise<void> {
  const { id } = maskError(error)
  const known = actor !== undefined || request.token !== null
  if (!known || !['sign-in-needed', 'second-step-needed', 'not-allowed', 'not-found'].includes(id)) return
  const { services, face, address, requestId } = request
  const at = services.clock.now()
  await services.database.transaction((tx) =>
    recordAuditEvent(
      tx,
      { ...originOf(actor ?? null), face, address, requestId, at },
      { action: path, objectKind: 'procedure', objectId: path, outcome: 'refused', details: { reason: id } },
    ),
  )
}

const base = t.procedure.use(inOneTransaction)

/** Anybody, signed in or not. */
export const publicProcedure = base.meta({ access: 'public' })

/** Whoever gave a right password; the second step may still be missing. */
export const registeredProcedure = base.meta({ access: 'registered' }).use(({ ctx, next }) => {
  if (!ctx.actor) throw new SendError('sign-in-needed')
  return next({ ctx: { actor: ctx.actor } })
})

/** Whoever passed both steps on this face. */
export const twoStepVerifiedProcedure = registeredProcedure
  .meta({ access: 'twoStepVerified' })
  .use(({ ctx, next }) => {
    if (!ctx.actor.secondStep) throw new SendError('second-step-needed')
    return next()
  })

/** Staff, both steps passed, in a permission group that holds the business process. */
export function staffProcedure(process: BusinessProcess) {
  return twoStepVerifiedProcedure.meta({ access: `staff:${process}` }).use(({ ctx, next }) => {
    if (ctx.actor.kind !== 'staff' || !ctx.actor.processes.includes(process)) throw notAllowed()
    return next()
  })
}
