import type { AppRouter } from '@send/server/router'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, TRPCClientError, type TRPCClientErrorLike, type TRPCLink } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { createTRPCContext } from '@trpc/tanstack-react-query'

import { bridge } from './bridge.ts'

export type RouterOutputs = inferRouterOutputs<AppRouter>

const context = createTRPCContext<AppRouter>()
export const ApiProvider = context.TRPCProvider

/** The procedures of the server as query and mutation options. */
export const useApi = context.useTRPC

/** Hands every call to the main process, which alone talks to the server. */
const ipcLink: TRPCLink<AppRouter> = () => {
  return ({ op }) =>
    observable((observer) => {
      void pass()
      async function pass(): Promise<void> {
        if (op.type === 'subscription') return
        const result = await bridge.server.call({ type: op.type, path: op.path, input: op.input })
        if (result.ok) {
          observer.next({ result: { type: 'data', data: result.data } })
          observer.complete()
          return
        }
        const { message, data } = result.error
        observer.error(TRPCClientError.from({ error: { message, code: -32603, data } }))
      }
    })
}

export const apiClient = createTRPCClient<AppRouter>({ links: [ipcLink] })

export const queryClient = new QueryClient({
  defaultOptions: {
    // The window has no network of its own; whether the server can be reached is the main process's business.
    queries: { networkMode: 'always', retry: false, staleTime: 5000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Whether the server wants to know first who asks. */
export function isSignInNeeded(error: TRPCClientErrorLike<AppRouter>): boolean {
  return error.data?.id === 'sign-in-needed'
}

/** Opens a file in a window of its own; throws with a sentence when it cannot be opened. */
export async function openFile(fileId: string): Promise<void> {
  const result = await bridge.files.open(fileId)
  if (!result.ok) throw new Error(result.error.message)
}
