import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createServerSession } from '../server-session.ts'
import { openSessionVault } from '../session-vault.ts'
import { createWindowLock, HeldWork, type WindowLock } from './window-lock.ts'

const work: HeldWork = { name: 'Priya Sharma', email: 'priya@send.example', screen: 'people' }

let http: Server
let serverUrl: string
let asked: string[]

beforeEach(async () => {
  asked = []
  http = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.end('{}')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  serverUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(() => {
  vi.useRealTimers()
  http.close()
})

function begin() {
  const steps: string[] = []
  const vault = openSessionVault({ file: '/nowhere/session', serverUrl, cipher: undefined })
  const server = createServerSession({
    serverUrl,
    vault,
    isAttended: () => true,
    onReached: () => {},
    onOver: () => {
      steps.push('files closed')
      lock.forget()
    },
  })
  const lock: WindowLock = createWindowLock({
    server,
    useWatch: {
      used: () => {},
      isAttended: () => true,
      start: () => steps.push('counting'),
      stop: () => steps.push('not counting'),
    },
    askToEmpty: () => steps.push('asked to empty'),
    beginAnew: (byForce) => steps.push(byForce ? 'begun anew by force' : 'begun anew'),
  })
  server.withoutToken({ token: 'secret' })
  return { steps, server, lock }
}

test('a window where nobody works is not locked', () => {
  const { steps, lock, server } = begin()
  lock.lock()
  expect(lock.find()).toBeUndefined()
  expect(steps).toEqual([])
  expect(server.authorization()).toEqual({ authorization: 'Bearer secret' })
})

test('a locked window has no session, here or on the server, and knows whose work it holds', async () => {
  const { steps, lock, server } = begin()
  lock.hold(work)
  lock.lock()
  expect(server.authorization()).toEqual({})
  expect(lock.find()).toEqual(work)
  lock.emptied()
  expect(steps).toEqual(['counting', 'files closed', 'not counting', 'asked to empty', 'begun anew'])
  await expect.poll(() => asked).toEqual(['POST /trpc/accounts.signOut Bearer secret'])
})

test('a window that does not answer is emptied by force, once', () => {
  vi.useFakeTimers()
  const { steps, lock } = begin()
  lock.hold(work)
  lock.lock()
  vi.advanceTimersByTime(10_000)
  lock.emptied()
  expect(steps.slice(3)).toEqual(['asked to empty', 'begun anew by force'])
})

test('locking twice locks once, and after signing in again it locks anew', () => {
  const { steps, lock } = begin()
  lock.hold(work)
  lock.lock()
  lock.lock()
  lock.emptied()
  lock.open()
  expect(lock.find()).toBeUndefined()
  lock.hold({ ...work, screen: 'suspense' })
  lock.lock()
  lock.emptied()
  expect(lock.find()?.screen).toBe('suspense')
  expect(steps.filter((step) => step === 'begun anew')).toHaveLength(2)
})

test('a locked window on a computer without the server is locked as well', () => {
  http.close()
  const { lock, server } = begin()
  lock.hold(work)
  lock.lock()
  expect(lock.find()).toEqual(work)
  expect(server.authorization()).toEqual({})
})

test.each([
  [{ ...work, screen: 'people/0190' }],
  [{ ...work, name: '' }],
  [{ ...work, childName: 'Amira' }],
  ['people'],
])('work of another shape is not held (%#)', (message) => {
  expect(HeldWork.safeParse(message).success).toBe(false)
})
