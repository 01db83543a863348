import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createClamdScanner } from './clamd-scanner.ts'
import { hasClamd, startEmbeddedClamd, type EmbeddedClamd } from './embedded-clamd.ts'
import { createProvenScanner, testSignature } from './proven-scanner.ts'

async function* pieces(...parts: (Buffer | string)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part)
}

/** Megabytes of the same letter, made as they are read. */
async function* megabytes(count: number): AsyncGenerator<Buffer> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(1024 * 1024, 'x')
}

describe.skipIf(!hasClamd())('a real clamd', () => {
  let clamd: EmbeddedClamd
  beforeAll(async () => {
    clamd = await startEmbeddedClamd()
  })
  afterAll(() => clamd.stop())

  test('V5.4.3: finds the test signature, also when it lies across two pieces, and calls other files clean', async () => {
    const scanner = createClamdScanner({ url: clamd.url })
    const found = { outcome: 'found', signature: 'Send.Trial.Eicar.UNOFFICIAL' }
    expect(await scanner.scan(pieces(testSignature))).toEqual(found)
    const [start, rest] = [testSignature.subarray(0, 20), testSignature.subarray(20)]
    expect(await scanner.scan(pieces('', start, rest))).toEqual(found)
    expect(await scanner.scan(pieces('A report about reading.'))).toEqual({ outcome: 'clean' })
    expect(await scanner.scan(pieces())).toEqual({ outcome: 'clean' })
  })

  test('reads a file of 60 MB, and gives no verdict about a longer one', async () => {
    const scanner = createClamdScanner({ url: clamd.url })
    expect(await scanner.scan(megabytes(60))).toEqual({ outcome: 'clean' })
    await expect(scanner.scan(megabytes(201))).rejects.toThrow('The scanner gave no verdict')
  })

  test('is believed once it has found what it must find', async () => {
    const scanner = createProvenScanner(createClamdScanner({ url: clamd.url }), systemClock)
    expect(await scanner.scan(pieces('A report.'))).toEqual({ outcome: 'clean' })
  })

  test('a file that cannot be read to its end is the fault of the file and has no verdict', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('A report')
      throw new Error('the file was tampered with')
    }
    const scanner = createClamdScanner({ url: clamd.url })
    await expect(scanner.scan(broken())).rejects.toThrow('the file was tampered with')
  })
})

/** A server at the place of clamd that does what `behave` does to each connection. */
async function standIn(behave: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    behave(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return `tcp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const misbehaviours: [string, (socket: Socket) => void][] = [
  ['stalls after it took the file', (socket) => void socket.resume()],
  ['takes nothing at all', (socket) => void socket.pause()],
  ['closes at once', (socket) => void socket.end()],
  ['breaks the connection', (socket) => void socket.resetAndDestroy()],
  ['closes in the middle of the file', (socket) => void socket.once('data', () => socket.destroy())],
  ...[
    ['answers rubbish', '\u0001\u0002<html>502</html>'],
    ['answers nothing but an end', '\0'],
    ['says OK of something else', 'stream: OK but not this one\0'],
    ['says OK without the end of its answer', 'stream: OK'],
    ['says OK twice', 'stream: OK\0stream: OK\0'],
    ['says OK and found', 'stream: OK\nstream: Something FOUND\0'],
    ['says that the file is too long', 'INSTREAM size limit exceeded. ERROR\0'],
    ['does not know the command', 'UNKNOWN COMMAND\0'],
  ].map(([title = '', answer = '']): [string, (socket: Socket) => void] => [
    title,
    (socket) => {
      socket.resume()
      socket.end(answer)
    },
  ]),
  [
    'answers without an end',
    (socket) => {
      socket.resume()
      const talk = setInterval(() => socket.write('stream: '.repeat(1000)), 1)
      socket.on('close', () => clearInterval(talk))
    },
  ],
]

test.each(misbehaviours)('SR-346: a scanner that %s has given no verdict', async (_title, behave) => {
  const scanner = createClamdScanner({ url: await standIn(behave) })
  await expect(scanner.scan(megabytes(8), 400)).rejects.toMatchObject({ name: 'ScannerUnavailable' })
})

test('SR-346: where nothing listens there is no verdict', async () => {
  for (const url of ['tcp://127.0.0.1:1', 'unix:/nowhere/clamd.sock']) {
    const scan = createClamdScanner({ url }).scan(pieces('A report.'))
    await expect(scan).rejects.toMatchObject({ name: 'ScannerUnavailable' })
  }
})

test('SR-347: a scanner that calls the test signature clean is believed about nothing, until it finds it', async () => {
  let answer = 'stream: OK\0'
  const url = await standIn((socket) => {
    socket.resume()
    // As clamd does: after the file.
    void wait(20).then(() => socket.end(answer))
  })
  let now = systemClock.now()
  const scanner = createProvenScanner(createClamdScanner({ url }), { now: () => now })
  const verdict = () => scanner.scan(pieces('A report.'))
  await expect(verdict()).rejects.toThrow('it does not find the test signature')
  answer = 'stream: Eicar FOUND\0'
  expect(await verdict()).toMatchObject({ outcome: 'found' })
  answer = 'stream: OK\0'
  expect(await verdict()).toEqual({ outcome: 'clean' })
  now = new Date(now.getTime() + 3_600_000)
  await expect(verdict()).rejects.toThrow('it does not find the test signature')
})
