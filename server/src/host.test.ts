import type { FastifyInstance } from 'fastify'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from './host.ts'
import { appRouter } from './router.ts'
import { builtPassword, buildPortalSession, buildStaffSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

type Headers = Record<string, string>

function post(path: string, headers: Headers = {}, payload: unknown = {}) {
  const json = { 'content-type': 'application/json', ...headers }
  return app.inject({ method: 'POST', url: `/trpc/${path}`, headers: json, payload: JSON.stringify(payload) })
}

function portal(face: string, overrides: Headers = {}): Headers {
  const secret = server.services.portal.serviceSecret
  return {
    'x-send-service': secret,
    'x-send-face': face,
    'x-send-visitor-address': '198.51.100.7',
    ...overrides,
  }
}

test('V4.1.3: a portal face without the service secret, or with a wrong one, is refused', async () => {
  const { token } = await buildPortalSession(server, 'citizen')
  const authorization = `Bearer ${token}`
  const ok = await post('accounts.me', portal('citizen', { authorization }))
  expect(ok.json()).toMatchObject({ result: { data: { face: 'citizen' } } })

  const liars: Headers[] = [
    { 'x-send-face': 'citizen', authorization },
    { 'x-send-visitor-address': '198.51.100.7', authorization },
    portal('citizen', { authorization, 'x-send-service': 'guessed' }),
    portal('desktop', { authorization }),
  ]
  for (const headers of liars) {
    const refused = await post('accounts.me', headers)
    expect(refused.statusCode).toBe(403)
    expect(refused.json().error.data.id).toBe('not-allowed')
  }
  const asDesktop = await post('accounts.me', { authorization })
  expect(asDesktop.json().error.data.id).toBe('sign-in-needed')
})

test('what a device is called comes from the portal, and of the desktop nothing but its system', async () => {
  const { email } = await buildStaffSession(server, [])
  const payload = { email, password: builtPassword }
  for (const [named, kept] of [
    ['SEND Client on Windows', 'SEND Client on Windows'],
    ['Anything <else>', null],
  ] as const) {
    await post('accounts.signIn', { 'x-send-device': named }, payload)
    const [row] = await server.ownerDatabase.execute(
      sql`select device from sessions order by created_at desc, id desc limit 1`,
    )
    expect(row).toEqual({ device: kept })
  }
})

test('a request that says that nobody is there is answered, and leaves the session as it was', async () => {
  const { token } = await buildStaffSession(server, [])
  const authorization = `Bearer ${token}`
  const endOf = async (headers: Headers) =>
    (await post('accounts.me', { authorization, ...headers })).json().result.data.expiresAt
  const before = await endOf({})
  server.clock.moveBy(5 * 60_000)
  expect(await endOf({ 'x-send-unattended': 'yes' })).toBe(before)
  expect(await endOf({})).not.toBe(before)
})

test('every procedure names who may, and its ladder step keeps strangers and half sessions out', async () => {
  const procedures = Object.entries(
    appRouter._def.procedures as unknown as Record<
      string,
      { _def: { meta?: { access?: string }; type: string } }
    >,
  )
  const half = await buildStaffSession(server, [], { secondStep: false })
  expect(procedures.length).toBeGreaterThan(9)
  for (const [path, { _def }] of procedures) {
    expect(_def.meta?.access, path).toMatch(/^(public|registered|twoStepVerified|staff:[a-zA-Z]+(\.read)?)$/)
    if (_def.meta?.access === 'public') continue
    expect((await post(path)).json().error.data, path).toMatchObject({ id: 'sign-in-needed' })
    if (_def.meta?.access === 'registered') continue
    const withHalf = await post(path, { authorization: `Bearer ${half.token}` })
    expect(withHalf.json().error.data, path).toMatchObject({ id: 'second-step-needed' })
  }
})

test('staff procedures are closed to staff without the process and to portal users', async () => {
  const staff = await buildStaffSession(server, [])
  const parent = await buildPortalSession(server, 'citizen')
  const procedures = Object.entries(
    appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { access?: string } } }>,
  )
  for (const [path, { _def }] of procedures.filter(([, each]) =>
    each._def.meta?.access?.startsWith('staff:'),
  )) {
    expect(_def.meta?.access, path).toBeDefined()
    const asStaff = await post(path, { authorization: `Bearer ${staff.token}` })
    expect(asStaff.json().error.data.id, path).toBe('not-allowed')
    const asParent = await post(path, portal('citizen', { authorization: `Bearer ${parent.token}` }))
    expect(asParent.json().error.data.id, path).toBe('not-allowed')
  }
})

test('errors say a sentence and an id, and nothing of the inside', async () => {
  const bad = await post(
    'accounts.signIn',
    {},
    { email: 'not an address', password: 'secret-words', extra: 1 },
  )
  expect(bad.statusCode).toBe(400)
  expect(bad.json().error.data).toEqual({
    id: 'bad-input',
    code: 'BAD_REQUEST',
    sentence: 'Something in this request was not understood.',
  })
  const unknown = await post('accounts.noSuchThing')
  expect(unknown.json().error.data.id).toBe('not-found')
  const broken = await app.inject({
    method: 'POST',
    url: '/trpc/accounts.signIn',
    headers: { 'content-type': 'application/json' },
    payload: '{',
  })
  for (const response of [bad, unknown, broken])
    expect(response.body).not.toMatch(/secret-words|stack|node_modules|zod/i)
})

test('V3.5.3 V14.2.1 V2.4.1: only POST is answered, inputs never stand in an address, and a batch has ten calls at most', async () => {
  const get = await app.inject({ method: 'GET', url: '/trpc/accounts.me?input=%7B%7D' })
  expect(get.statusCode).toBe(405)
  const paths = Array.from({ length: 11 }, () => 'accounts.me').join(',')
  const batch = await post(`${paths}?batch=1`)
  expect(batch.statusCode).toBe(400)
})

test('V3.2.1: an answer may not be framed, sniffed, cached or run', async () => {
  const { headers, statusCode } = await app.inject({ method: 'GET', url: '/health' })
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('no-store')
  expect((await app.inject({ method: 'GET', url: '/nowhere' })).json().error.id).toBe('not-found')
})

test('a body beyond four megabytes is refused before it is read', async () => {
  const huge = await post('accounts.signIn', {}, { email: 'x'.repeat(4 * 1024 * 1024) })
  expect(huge.statusCode).toBe(413)
})
