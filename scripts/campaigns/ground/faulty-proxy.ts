import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What a bad network does to one request. */
export const networkFaults = [
  'cut before the request',
  'cut in the request',
  'answer lost',
  'cut in the answer',
  'stalled',
  'sent twice',
] as const
type NetworkFault = (typeof networkFaults)[number]

export type FaultyProxy = { url: string; close(): Promise<void> }

type Chosen = (passing: { method: string; path: string }) => NetworkFault | undefined
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** So long a stalled answer is held back; milliseconds. */
const stallMilliseconds = 2000

/** A proxy between a browser and a portal, that lets every request pass but those for which a fault is chosen. */
export async function startFaultyProxy(choose: Chosen): Promise<FaultyProxy> {
  let requests = 0
  const server = createServer((incoming, reply) => {
    requests += 1
    // A browser sends by itself again what was lost on a connection that it had used before, and only that.
    if (requests % 4 !== 0) reply.setHeader('connection', 'close')
    pass(incoming, reply, choose).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function pass(incoming: IncomingMessage, reply: ServerResponse, choose: Chosen): Promise<void> {
  const url = new URL(incoming.url ?? '')
  const fault = choose({ method: incoming.method ?? 'GET', path: url.pathname })
  if (fault === 'cut before the request') return void incoming.socket.destroy()
  const body = await readAll(incoming)
  const forward = (part?: number) => send(url, incoming, body, part)
  if (fault === 'cut in the request') {
    await forward(Math.floor(body.length / 2))
    return void incoming.socket.destroy()
  }
  const [answer] = await Promise.all(fault === 'sent twice' ? [forward(), forward()] : [forward()])
  if (!answer || fault === 'answer lost') return void incoming.socket.destroy()
  if (fault === 'stalled') await wait(stallMilliseconds)
  reply.writeHead(answer.status, answer.headers)
  if (fault !== 'cut in the answer') return void reply.end(answer.body)
  reply.write(answer.body.subarray(0, answer.body.length / 2))
  // What was written is on its way before the line is cut.
  await wait(20)
  incoming.socket.destroy()
}

/** Sends a request on; of one that is cut short only `part` bytes, and then there is no answer. */
async function send(
  url: URL,
  { method, headers }: IncomingMessage,
  body: Buffer,
  part?: number,
): Promise<Answer | undefined> {
  const upstream = request(url, { method, headers: { ...headers, connection: 'close' }, agent: false })
  if (part !== undefined) {
    upstream.on('error', () => {})
    upstream.write(body.subarray(0, part))
    await wait(20)
    upstream.destroy()
    return undefined
  }
  upstream.end(body)
  const [response] = (await once(upstream, 'response')) as [IncomingMessage]
  // Node has decoded the pieces; the browser gets the length of the whole instead.
  const { 'transfer-encoding': _, connection: __, ...rest } = response.headers
  const whole = await readAll(response)
  return {
    status: response.statusCode ?? 502,
    headers: { ...rest, 'content-length': String(whole.length) },
    body: whole,
  }
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
