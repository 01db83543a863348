import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the ports that systems hand out by themselves: one of those may be gone before it is listened on. */
const [lowest, highest] = [20_000, 32_000]
const mostTries = 100

const found = new Set<number>()

/** A port that nothing listens on, and that was not found before by this process; throws when there is none. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const port = randomInt(lowest, highest)
    if (found.has(port) || !(await isFree(port))) continue
    found.add(port)
    return port
  }
  throw new Error(`No port between ${lowest} and ${highest} is free. Stop what listens there.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
