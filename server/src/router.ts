import { accountsRouter } from './accounts/router.ts'
import { createCallerFactory, router } from './trpc.ts'

/** The rooms of the server in the order of the flow. */
export const appRouter = router({
  accounts: accountsRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter)
