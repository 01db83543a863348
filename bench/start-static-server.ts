import path from 'node:path'
import { findFreePort } from '@send/server/database/find-free-port'
import { startProcess } from '../scripts/child-process.ts'

/** Serves one HTML file, which may be compressed already, by a process of its own. */
export async function startStaticServer(
  file: string,
  encoding: 'identity' | 'gzip' = 'identity',
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}/`
  const server = await startProcess({
    name: 'static server',
    file: path.join(import.meta.dirname, 'static-server.ts'),
    environment: { STATIC_FILE: file, STATIC_PORT: String(port), STATIC_ENCODING: encoding },
    readyUrl: url,
    output: (text) => process.stderr.write(text),
  })
  return { url, stop: () => server.stop() }
}
