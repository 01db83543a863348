import type { FastifyInstance } from 'fastify'
import type { Database } from '../../database/client.ts'
import { buildServer } from '../../host.ts'
import type { TestServer } from '../test-server.ts'
import type { Caller } from './callers.ts'

export type Asked = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  payload?: string
  headers?: Record<string, string>
}
export type Answered = { status: number; body: string }

/** A server whose every request is undone after it was answered, so that each cell finds the same world. */
export async function buildForgetfulServer(
  server: TestServer,
): Promise<{ ask: (caller: Caller, asked: Asked) => Promise<Answered>; close: () => Promise<void> }> {
  let current: Database = server.services.database
  const services = Object.defineProperty({ ...server.services }, 'database', { get: () => current })
  const app = await buildServer(services)
  const ask = async (caller: Caller, asked: Asked): Promise<Answered> => {
    let answered: Answered | undefined
    await server.services.database
      .transaction(async (tx) => {
        // A transaction within it becomes a savepoint: the procedure works as always, and all of it is undone.
        current = tx
        answered = await inject(app, server, caller, asked)
        throw new Undone()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
      .finally(() => {
        current = server.services.database
      })
    if (!answered) throw new Error('The request was not answered')
    return answered
  }
  return { ask, close: () => app.close() }
}

class Undone extends Error {}

async function inject(
  app: FastifyInstance,
  server: TestServer,
  caller: Caller,
  { method, url, payload, headers = {} }: Asked,
): Promise<Answered> {
  const response = await app.inject({
    method,
    url,
    headers: { ...headersOf(server, caller), ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, body: response.body }
}

function headersOf(server: TestServer, { session }: Caller): Record<string, string> {
  const face = session?.face ?? 'citizen'
  const authorization: Record<string, string> = session?.token
    ? { authorization: `Bearer ${session.token}` }
    : {}
  if (face === 'desktop') return authorization
  return {
    ...authorization,
    'x-send-service': server.services.portal.serviceSecret,
    'x-send-face': face,
    'x-send-visitor-address': '198.51.100.7',
  }
}
