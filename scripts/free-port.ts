import { createServer } from 'node:net'
import { findFreePort } from '@send/server/database/find-free-port'

/** Throws a sentence when something listens on a port of ours already; `setting` names what changes the port. */
export function requireFreePort(port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () =>
      reject(
        new Error(
          `Port ${port} is in use by another program. Stop it, or choose another with ${setting}=NUMBER.`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}

/** Ports for a stack of its own, beside whatever else runs on this machine. */
export async function findFreePorts(): Promise<{
  database: number
  server: number
  citizen: number
  professional: number
}> {
  const database = await findFreePort()
  const server = await findFreePort()
  const citizen = await findFreePort()
  return { database, server, citizen, professional: await findFreePort() }
}
