import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFaceHost } from './face-host.ts'
import type { PortalBuild } from './face-host.ts'

const portal = new URL('../../', import.meta.url)
const serverBuild = new URL('build/server/index.js', portal)
const origin = 'https://families.council.example'
const ownPage = { origin, 'sec-fetch-site': 'same-origin' }

let host: FastifyInstance
let base: string

beforeAll(async () => {
  if (!existsSync(serverBuild)) {
    execFileSync('pnpm', ['run', 'build'], { cwd: fileURLToPath(portal), stdio: 'ignore' })
  }
  host = await createFaceHost({
    face: 'citizen',
    origin,
    // Nothing listens there: these tests are about what the portal does by itself.
    serverUrl: 'http://127.0.0.1:9',
    serviceSecret: 'a secret for the tests of the portal',
    build: (await import(serverBuild.href)) as PortalBuild,
    clientDirectory: fileURLToPath(new URL('build/client', portal)),
    print: async () => ({ outcome: 'failed' }),
    logLevel: 'silent',
  })
  base = await host.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(() => host.close())

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${base}${path}`, { redirect: 'manual', ...init })
}

describe('who may change something', () => {
  test.each([
    ['no proof at all', {}],
    ['a page of another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['an opaque origin', { origin: 'null' }],
  ])('A-04 V3.5.1: %s is refused', async (_who, headers: Record<string, string>) => {
    expect((await ask('/sign-out', { method: 'POST', headers })).status).toBe(403)
    const upload = '/submissions/1/files/q_1/upload'
    expect((await ask(upload, { method: 'POST', headers })).status).toBe(403)
  })

  test('a file is read by the page for lists alone, and no more of it than a list may have', async () => {
    const send = (path: string, size: number) => {
      const body = new FormData()
      body.set('file', new File(['x'.repeat(size)], 'list.csv'))
      return ask(path, { method: 'POST', headers: ownPage, body })
    }
    expect((await send('/children/tell-us', 10)).status).toBe(415)
    expect((await send('/children/add-several', 10)).status).not.toBe(415)
    expect((await send('/children/add-several', 3 * 1024 * 1024)).status).toBe(413)
  })

  test('an own page is let through', async () => {
    const answer = await ask('/sign-out', { method: 'POST', headers: ownPage, body: new URLSearchParams() })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-send-citizen=; .*HttpOnly; Secure; SameSite=Lax/,
    )
  })
})

describe('every page', () => {
  test('V3.4.3: may run and load only what this portal sends, under a nonce of its own', async () => {
    const [first, second] = await Promise.all([ask('/'), ask('/')])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await first.text()).toContain(`nonce="${nonce}"`)
    expect(second.headers.get('content-security-policy')).not.toBe(policy)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    expect(first.headers.get('referrer-policy')).toBe('same-origin')
    expect(first.headers.get('strict-transport-security')).toContain('max-age')
  })

  test('sends no script but the small one of its own', async () => {
    const scripts = (await (await ask('/register')).text()).match(/<script[^>]*>/g) ?? []
    expect(scripts).toHaveLength(1)
    expect(scripts[0]).toContain('src="/enhance.js"')
  })

  test('is in Welsh for those who chose it', async () => {
    const chosen = await ask('/language/cy?returnTo=//elsewhere.example')
    expect(chosen.headers.get('location')).toBe('/')
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await (await ask('/register', { headers: { cookie } })).text()).toContain('<html lang="cy"')
  })
})

describe('whose address it is', () => {
  async function addressSeenBehind(trustedProxies: string[] | undefined): Promise<unknown> {
    let seen: unknown
    const server = createServer((request, response) => {
      seen = request.headers['x-send-visitor-address']
      response.writeHead(503).end()
    })
    const serverUrl = await new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
      })
    })
    const face = await createFaceHost({
      face: 'citizen',
      origin,
      serverUrl,
      serviceSecret: 'a secret for the tests of the portal',
      build: (await import(serverBuild.href)) as PortalBuild,
      clientDirectory: fileURLToPath(new URL('build/client', portal)),
      print: async () => ({ outcome: 'failed' }),
      trustedProxies,
      logLevel: 'silent',
    })
    const url = await face.listen({ port: 0, host: '127.0.0.1' })
    const body = new URLSearchParams({ email: 'parent@example.com' })
    const headers = { ...ownPage, 'x-forwarded-for': '203.0.113.9' }
    await fetch(`${url}/register`, { method: 'POST', headers, body })
    await face.close()
    server.close()
    return seen
  }

  test('V6.3.1 A-13 V4.1.3: X-Forwarded-For from outside is not believed', async () => {
    expect(await addressSeenBehind(undefined)).toBe('127.0.0.1')
    expect(await addressSeenBehind(['192.0.2.0/24'])).toBe('127.0.0.1')
  })

  test('X-Forwarded-For of the proxy that the settings name is believed', async () => {
    expect(await addressSeenBehind(['127.0.0.1'])).toBe('203.0.113.9')
  })
})

test('A-19: a forged Host changes no link and no redirect of a page', async () => {
  const answer = await ask('/register', { headers: { 'x-forwarded-host': 'evil.example' } })
  expect(await answer.text()).not.toContain('evil.example')
  for (const returnTo of ['//evil.example', '/\\\\evil.example', 'https://evil.example']) {
    const language = await ask(`/language/cy?returnTo=${encodeURIComponent(returnTo)}`)
    expect(language.headers.get('location')).toBe('/')
  }
})

test('a page that is not there says so in plain words', async () => {
  const answer = await ask('/nowhere')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Page not found')
})

test('without the server the portal says so, shows no detail, and a form keeps what was typed', async () => {
  const body = new URLSearchParams({ email: 'parent@example.com' })
  const answer = await ask('/register', { method: 'POST', headers: ownPage, body })
  const page = await answer.text()
  expect(answer.status).toBe(503)
  expect(page).toContain('parent@example.com')
  expect(page).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:9|TRPC/)
})

test('somebody who is not signed in and asks for a form is led to sign in and back again', async () => {
  const answer = await ask('/files/0197f2c4-0000-7000-8000-000000000000')
  expect(answer.headers.get('location')).toBe(
    '/sign-in?returnTo=%2Ffiles%2F0197f2c4-0000-7000-8000-000000000000',
  )
})

test('SR-480: a stranger who asks for a copy as a PDF is led to its page, which asks to sign in or says what is wrong', async () => {
  const page = '/submissions/0197f2c4-0000-7000-8000-000000000000/copy'
  for (const address of [`${page}.pdf`, `${page}.pdf?size=large`]) {
    const answer = await ask(address)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(page)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  const odd = await ask('/submissions/..%2f..%2fevil/copy.pdf')
  expect(odd.headers.get('location')).toBe('/submissions/..%2F..%2Fevil/copy')
})

test('a form that is far too large is refused before it is read', async () => {
  const body = new URLSearchParams({ email: 'x'.repeat(3 * 1024 * 1024) })
  const answer = await ask('/register', { method: 'POST', headers: ownPage, body })
  expect(answer.status).toBe(413)
})

test.each([
  ['JSON', 'application/json', '{}'],
  ['broken parts', 'multipart/form-data; boundary=edge', 'no part'],
  ['plain text', 'text/plain', 'email=parent@example.com'],
])('a page takes a form of its own and not %s', async (_what, type, body) => {
  const headers = { ...ownPage, 'content-type': type }
  const answer = await ask('/register', { method: 'POST', headers, body })
  expect(answer.status).toBe(415)
  expect(await answer.text()).toBe('This was not sent as a form of this service sends it.\n')
})

test('without the server a file that was sent or asked for is said to be missing, never a failure inside', async () => {
  const cookie = '__Host-send-citizen=a-session'
  const question = '/submissions/0197f2c4-0000-7000-8000-000000000000/files/q_1'
  const body = new FormData()
  body.append('file', new Blob(['%PDF-1.7']), 'report.pdf')
  const sent = await ask(`${question}/upload?then=next`, {
    method: 'POST',
    headers: { ...ownPage, cookie },
    body,
  })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toBe(`${question}?added=0`)
  expect(sent.headers.get('set-cookie')).toContain('__Host-send-notice=')
  const asked = await ask('/files/0197f2c4-0000-7000-8000-000000000000', { headers: { cookie } })
  expect(asked.status).toBe(503)
  expect(await asked.text()).toContain('not available')
})

describe('the steps of an upload that can be resumed', () => {
  const uploads = '/submissions/0197f2c4-0000-7000-8000-000000000000/files/q_1/uploads'
  const one = `${uploads}/0197f2c4-0000-7000-8000-000000000001`
  const cookie = '__Host-send-citizen=a-session'

  test.each([
    ['POST', uploads],
    ['PATCH', one],
    ['DELETE', one],
  ])(
    'SR-387: a %s from another site is refused, and one without a session is answered in figures',
    async (method, place) => {
      const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', cookie }
      expect((await ask(place, { method, headers: elsewhere })).status).toBe(403)
      expect((await ask(place, { method, headers: ownPage })).status).toBe(401)
      expect((await ask(place, { method, headers: { ...ownPage, cookie } })).status).toBe(503)
    },
  )

  test('an address that nobody gave out is not passed on', async () => {
    const headers = { ...ownPage, cookie }
    const odd = await ask(`${uploads}/..%2f..%2faccounts`, { method: 'DELETE', headers })
    expect(odd.status).toBe(404)
    expect((await ask(one, { method: 'HEAD', headers: ownPage })).status).toBe(401)
  })
})

test('without the server somebody with a session is not taken for a stranger', async () => {
  const answer = await ask('/', { headers: { cookie: '__Host-send-citizen=a-session' } })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('The answers you saved are safe')
})
