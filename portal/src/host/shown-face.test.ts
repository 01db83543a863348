import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { usualShownFace, type ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import { tilesOf, type PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createFaceHost, type PortalBuild } from './face-host.ts'

const portal = new URL('../../', import.meta.url)
const serverBuild = new URL('build/server/index.js', portal)
const opened: (FastifyInstance | Server)[] = []

beforeAll(() => {
  if (!existsSync(serverBuild))
    execFileSync('pnpm', ['run', 'build'], { cwd: fileURLToPath(portal), stdio: 'ignore' })
}, 120_000)
afterEach(async () => {
  for (const open of opened.splice(0)) await open.close()
})

/** A portal before a server that says this of its face and nothing else; gives its pages. */
async function openPortal(face: PortalFace, change: Partial<ShownFace>) {
  const asked: string[] = []
  const introduction = { en: 'Welcome to the portal of a test.' }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const shown = request.url?.startsWith('/trpc/portalFaces.show')
    response.writeHead(shown ? 200 : 503, { 'content-type': 'application/json' })
    response.end(
      shown
        ? JSON.stringify({ result: { data: { ...usualShownFace(face), introduction, ...change } } })
        : undefined,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = await createFaceHost({
    face,
    origin: 'https://families.council.example',
    serverUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    serviceSecret: 'a secret for the tests of the portal',
    build: (await import(serverBuild.href)) as PortalBuild,
    clientDirectory: fileURLToPath(new URL('build/client', portal)),
    print: async () => ({ outcome: 'failed' }),
    logLevel: 'silent',
  })
  opened.push(host, server)
  const base = await host.listen({ port: 0, host: '127.0.0.1' })
  async function read(path: string, language: 'en' | 'cy' = 'en') {
    const answer = await fetch(`${base}${path}`, {
      redirect: 'manual',
      headers: { cookie: `send-language=${language}; __Host-send-language=${language}` },
    })
    return { status: answer.status, page: await answer.text() }
  }
  // However slow the machine is: the shipped words stand there until the server has said others.
  const says = async () => expect((await read('/')).page).not.toContain('Use this service to:')
  await vi.waitFor(says, { timeout: 60_000, interval: 100 })
  return { read, asked }
}

test('a portal says what its authority has settled, what is not in Welsh in English and named so, and asks once for many pages', async () => {
  const { read, asked } = await openPortal('citizen', {
    authority: { en: 'Yourtown Council', cy: 'Cyngor Eich Tref' },
    serviceName: { en: 'Help with learning' },
    notice: { title: { en: 'Closed over Christmas' }, text: { en: 'Until 2 January.\n\n- ring 999' } },
    contact: {
      who: { en: 'The SEND team' },
      phone: '0113 496 0000 ext 12',
      email: 'send+help@example.gov.uk',
      hours: { en: 'Monday to Friday' },
      address: { en: '1 High Street\nYourtown' },
    },
  })
  const { page: english } = await read('/')
  expect(english).toMatch(/<title>[^<]+ – Help with learning – Yourtown Council<\/title>/)
  expect(english).toContain('Closed over Christmas')
  expect(english).toContain('href="tel:01134960000"')
  const { page: welsh } = await read('/', 'cy')
  expect(welsh).toContain('Cyngor Eich Tref')
  expect(welsh).toMatch(/<bdi class="send-wording" lang="en">Help with learning<\/bdi>/)
  expect(welsh).toMatch(/lang="en"[^>]*>Closed over Christmas/)
  const { page: contact } = await read('/contact')
  expect(contact).toContain('href="mailto:send%2Bhelp%40example.gov.uk"')
  expect(contact).toContain('1 High Street\nYourtown')
  const lost = await read('/nowhere')
  expect(lost.status).toBe(404)
  expect(lost.page).toContain('Monday to Friday')
  expect(asked.filter((path) => path.startsWith('/trpc/portalFaces.show'))).toHaveLength(1)
})

test('SR-594: hostile words of the settings are letters on every page, and the page of a form asks for no settings', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil'
  const text = { en: hostile, cy: hostile }
  const { read, asked } = await openPortal('citizen', {
    authority: text,
    serviceName: text,
    welcomeTitle: text,
    introduction: { en: `[a link](javascript:alert(1)) ${hostile}\n\n- ${hostile}` },
    notice: { title: text, text },
    phase: { word: text, text },
    contact: { who: text, phone: '', email: '', hours: text, address: text },
  })
  for (const path of ['/', '/sign-in', '/contact', '/nowhere']) {
    const { page } = await read(path)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img|href="javascript/)
    expect(page).toContain('&lt;script&gt;')
  }
  const before = asked.length
  await read('/submissions/0197f2c4-0000-7000-8000-000000000000/pages/p')
  expect(asked.slice(before).filter((path) => path.includes('portalFaces'))).toEqual([])
})

const pages = {
  tellUs: '/children/tell-us',
  shareForms: '/submissions/0197f2c4-0000-7000-8000-000000000000/share/ask',
  addSeveral: '/children/add-several',
  caseload: '/caseload',
  joinOrganisation: '/organisation/join',
} as const

test.each(Object.entries(pages) as [keyof typeof pages, string][])(
  'SR-593: where %s is switched off its page says so kindly, and where it is on it does not',
  async (tile, path) => {
    const off = await openPortal('professional', { tilesOff: [tile] })
    const { status, page } = await off.read(path)
    expect(status).toBe(410)
    expect(page).toContain('This is not available here at the moment')
    expect((await off.read(path, 'cy')).page).toContain('Nid yw hyn ar gael yma ar hyn o bryd')
    const others = tilesOf.professional.filter((other) => other !== tile)
    const on = await openPortal('professional', { tilesOff: others })
    expect((await on.read(path)).status).not.toBe(410)
  },
)

test('a portal that has said nothing of a phase, a notice or whom to ask shows none', async () => {
  const { read } = await openPortal('professional', { phase: null })
  const { page } = await read('/')
  expect(page).not.toContain('govuk-phase-banner')
  expect(page).not.toContain('govuk-notification-banner')
  expect(page).not.toContain('href="/contact"')
  expect(page).toContain('For professionals')
  expect((await read('/contact')).page).toContain('letters and the website of the council')
})
