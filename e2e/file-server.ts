import { createServer } from 'node:http'

/** A file that the stand-in server gives out, by its id. */
export type ServedFile = {
  mediaType: string
  bytes: Buffer
  status?: number
  /** Milliseconds before it is given out. */
  delay?: number
}

/**
 * Serves files as the real server does, but also such as that one would never keep: damaged ones, and refusals
 * at will. Everything else about it is silence.
 */
export async function serveFiles(files: Map<string, ServedFile>): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    if (request.url === '/health') return response.end('{"status":"ok"}')
    const file = files.get(request.url?.replace('/files/', '') ?? '')
    if (!file) {
      response.writeHead(404)
      return response.end('{"error":{"id":"not-found","sentence":"This could not be found."}}')
    }
    response.writeHead(file.status ?? 200, {
      'content-type': file.mediaType,
      'content-disposition': 'attachment; filename="report"',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    return setTimeout(() => response.end(file.bytes), file.delay ?? 0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
