import type { FastifyInstance } from 'fastify'
import type { Services } from './context.ts'

/** The few addresses that are not procedures because they carry the bytes of files. */
export async function registerRoutes(_app: FastifyInstance, _services: Services): Promise<void> {}
