import type { AppRouter } from '@send/server/router'
import { TRPCClientError, createTRPCClient, httpLink } from '@trpc/client'
import type { TRPCClient } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { serverHeaders } from './host/server-headers.ts'
import type { Visitor } from './visitor.ts'

export type ServerApi = TRPCClient<AppRouter>
export type ServerOutputs = inferRouterOutputs<AppRouter>
export type Me = ServerOutputs['accounts']['me']

/** The server as this visitor may use it; `token` replaces the session of the request after signing in. */
export function serverApi(visitor: Visitor, token: string | undefined = visitor.token): ServerApi {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${visitor.serverUrl.replace(/\/$/, '')}/trpc`,
        methodOverride: 'POST',
        headers: () => serverHeaders({ ...visitor, token }),
      }),
    ],
  })
}

const whoAmI = new WeakMap<Visitor, Promise<Me | undefined>>()

async function askWho(visitor: Visitor): Promise<Me | undefined> {
  if (!visitor.token) return undefined
  try {
    return await serverApi(visitor).accounts.me.query({})
  } catch (error) {
    const id = refusalId(error)
    if (id !== 'sign-in-needed') console.error(`The server did not say who is signed in: ${id}`)
    return undefined
  }
}

/** Finds who is signed in, asking the server once a request; undefined when nobody is. */
export function findMe(visitor: Visitor): Promise<Me | undefined> {
  const known = whoAmI.get(visitor) ?? askWho(visitor)
  whoAmI.set(visitor, known)
  return known
}

/** The stable id of a refusal of the server, or 'unavailable' when the server did not answer at all. */
export function refusalId(error: unknown): string {
  if (!(error instanceof TRPCClientError)) throw error
  const data: unknown = error.data
  if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string') return data.id
  return 'unavailable'
}
