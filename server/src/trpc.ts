import { initTRPC } from '@trpc/server'
import type { BusinessProcess, ProcessLevel } from '@send/shared/accounts/business-processes'
import { fewAtOnce } from './accounts/few-at-once.ts'
import type { Actor, ProcedureContext, RequestContext } from './context.ts'
import { maskError } from './errors.ts'
import {
  inOneTransaction,
  leavingALine,
  requireProcess,
  requireRegistered,
  requireTwoSteps,
} from './one-transaction.ts'

/** Who may: the ladder step that guards a procedure. */
type Access =
  'public' | 'registered' | 'twoStepVerified' | `staff:${BusinessProcess}` | `staff:${BusinessProcess}.read`

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

const transactional = t.middleware(({ ctx: request, next, path, type }) => {
  const work = async (ctx: ProcedureContext) => {
    const result = await next({ ctx })
    if (!result.ok) throw result.error // rolls the transaction back
    return result
  }
  return inOneTransaction(request, path, type === 'query' ? leavingALine(path, work) : work)
})

/** Sign-ins wait before they take a connection, so that a flood of them leaves the pool to everybody else. */
const passwordGate = fewAtOnce({ running: 6, waiting: 200 })
const gated = t.middleware(({ next }) => passwordGate(() => next()))

const base = t.procedure.use(transactional)

/** Anybody, signed in or not. */
export const publicProcedure = base.meta({ access: 'public' })

/** Anybody, for the few procedures that hash a password. */
export const publicPasswordProcedure = t.procedure.meta({ access: 'public' }).use(gated).use(transactional)

/** Whoever gave a right password; the second step may still be missing. */
export const registeredProcedure = base
  .meta({ access: 'registered' })
  .use(({ ctx, next }) => next({ ctx: { actor: requireRegistered(ctx) } }))

/** Whoever passed both steps on this face. */
export const twoStepVerifiedProcedure = base
  .meta({ access: 'twoStepVerified' })
  .use(({ ctx, next }) => next({ ctx: { actor: requireTwoSteps(ctx) } }))

/** Staff, both steps passed, in a permission group that grants the business process, or `read` for looking alone. */
export function staffProcedure(process: BusinessProcess, level: ProcessLevel = 'write') {
  return base
    .meta({ access: level === 'read' ? `staff:${process}.read` : `staff:${process}` })
    .use(({ ctx, next }) => next({ ctx: { actor: requireProcess(ctx, process, level) } }))
}

/** Does some work in a transaction of its own. */
export type InTransaction = <T>(work: (ctx: ProcedureContext<Actor>) => Promise<T>) => Promise<T>

/**
 * The same for work of many steps: each is a transaction of its own, and in each it is asked anew who acts and whether they
 * may, so that whoever loses the right in between decides no more.
 */
export function staffStepsProcedure(process: BusinessProcess) {
  return t.procedure.meta({ access: `staff:${process}` }).use(async ({ ctx: request, path, next }) => {
    const inTransaction: InTransaction = (work) =>
      inOneTransaction(request, path, (ctx) => work({ ...ctx, actor: requireProcess(ctx, process, 'write') }))
    // Whoever may not is refused before a word of the input is read.
    await inTransaction(async () => {})
    return next({ ctx: { inTransaction } })
  })
}
