import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { ScannerUnavailable, type Scanner, type ScanVerdict } from './scanner.ts'

type ClamdOptions = {
  /** `tcp://HOST:PORT` or `unix:/PATH/OF/THE/SOCKET`. */
  url: string
}

/** Milliseconds for a file; with the proof below the 60 s after which PostgreSQL ends a transaction that waits. */
const usualPatience = 45_000
const longestAnswer = 4096 // characters
const usualPort = 3310

/** Scans by clamd's INSTREAM command. Only the exact words of a verdict count; everything else is none. */
export function createClamdScanner({ url }: ClamdOptions): Scanner {
  const target = targetOf(url)
  return {
    async scan(content, patience = usualPatience) {
      const socket = connect(target)
      const timer = setTimeout(() => socket.destroy(new Error('it took too long')), patience)
      try {
        const answer = readAnswer(socket)
        // Said by the reading of the answer; without a handler a failure while sending would end the process.
        answer.catch(() => {})
        await sendWhole(socket, content)
        return verdictOf(await answer)
      } finally {
        clearTimeout(timer)
        socket.destroy()
      }
    },
  }
}

function targetOf(url: string): { path: string } | { host: string; port: number } {
  const { protocol, pathname, hostname, port } = new URL(url)
  if (protocol === 'unix:') return { path: pathname }
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usualPort) }
}

/**
 * The command, the file in pieces with their lengths, and the empty piece that ends it. Stops early when clamd has
 * answered or gone: it says itself that a file is too long for it. A file that cannot be read is the caller's fault.
 */
async function sendWhole(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  const gone = once(socket, 'close').catch(() => {})
  const send = async (bytes: Uint8Array) => {
    if (socket.writable && !socket.write(bytes))
      await Promise.race([once(socket, 'drain').catch(() => {}), gone])
  }
  await send(Buffer.from('zINSTREAM\0'))
  for await (const piece of content) {
    if (piece.length === 0) continue
    if (!socket.writable) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    await send(length)
    await send(piece)
  }
  await send(Buffer.alloc(4))
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = ''
  try {
    for await (const piece of socket) {
      answer += String(piece)
      if (answer.length > longestAnswer) throw new Error('the answer is too long')
    }
  } catch (cause) {
    throw new ScannerUnavailable(cause instanceof Error ? cause.message : 'it went away', cause)
  }
  return answer
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK\0') return { outcome: 'clean' }
  const found = /^stream: ([^\0\n]{1,300}) FOUND\0$/.exec(answer)
  if (found?.[1]) return { outcome: 'found', signature: found[1] }
  // Its errors speak of limits and of itself, never of what stands in the file.
  throw new ScannerUnavailable(answer.replaceAll('\0', '').slice(0, 200) || 'it closed without an answer')
}
