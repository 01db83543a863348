// Serves one file and nothing else, as little as a web server can do; in a process of its own.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { pipeline } from 'node:stream/promises'

const { STATIC_FILE = '', STATIC_PORT = '', STATIC_ENCODING = 'identity' } = process.env

const server = createServer((_request, response) => {
  void (async () => {
    const { size } = await stat(STATIC_FILE)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': STATIC_ENCODING,
      'content-length': size,
    })
    await pipeline(createReadStream(STATIC_FILE), response)
  })()
})
server.listen(Number(STATIC_PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
