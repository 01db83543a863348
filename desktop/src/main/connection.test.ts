import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { watchConnection, type Connection } from './connection.ts'

let server: Server | undefined
let connection: Connection | undefined

afterEach(() => {
  connection?.stop()
  server?.closeAllConnections()
  server?.close()
})

const healthy: RequestListener = (_request, response) => response.end('{"status":"ok"}')

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

function watch(serverUrl: string): boolean[] {
  const told: boolean[] = []
  connection = watchConnection({ serverUrl, tell: (now) => told.push(now), pause: 50, patience: 2000 })
  return told
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await wait(20)
}

test('a server that stops and starts again is noticed both times, and each change is told once', async () => {
  const url = await serve(healthy)
  const told = watch(url)
  await until(() => told.length === 1)
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
  await until(() => told.length === 2)
  await new Promise<void>((resolve) => server?.listen(Number(new URL(url).port), '127.0.0.1', resolve))
  await until(() => told.length === 3)
  await wait(150)
  expect(told).toEqual([true, false, true])
})

test.each([
  ['says nothing', () => {}],
  ['is somebody else', (_request, response) => response.end('<html>Welcome to the hotel</html>')],
  ['sends us elsewhere', (_request, response) => response.writeHead(302, { location: '/x' }).end()],
] as [string, RequestListener][])('a server that %s is not connected', async (_what, listener) => {
  const told = watch(await serve(listener))
  await until(() => told.length === 1)
  expect(told).toEqual([false])
})

test('a call that failed is believed at once, without waiting for the next check', async () => {
  const told = watch(await serve(healthy))
  await until(() => told.length === 1)
  connection?.report(false)
  expect(told.slice(0, 2)).toEqual([true, false])
})

test('nothing is told once the watch is over', async () => {
  const told = watch(await serve(healthy))
  await until(() => told.length === 1)
  connection?.stop()
  connection?.report(false)
  expect(told).toEqual([true])
})
