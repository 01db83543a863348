import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAppRequest } from './answer-app-request.ts'

let home: string
let folder: string

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'send-app-'))
  folder = path.join(home, 'renderer')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await mkdir(path.join(home, 'renderer-of-another'))
  await writeFile(path.join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">')
  await writeFile(path.join(folder, 'assets/index.js'), 'start()')
  await writeFile(path.join(folder, 'secrets.json'), '{}')
  await writeFile(path.join(home, 'outside.js'), 'secret')
  await writeFile(path.join(home, 'renderer-of-another/other.js'), 'secret')
  await symlink(path.join(home, 'outside.js'), path.join(folder, 'assets/link.js'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

function ask(url: string, method = 'GET'): Promise<Response> {
  return answerAppRequest(folder, { url, method })
}

test('the page comes with a policy that allows no network, and with a new nonce at every load', async () => {
  const [first, second] = [await ask('app://send/'), await ask('app://send/')]
  const policy = first.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const nonce = /'nonce-(?<nonce>[^']+)'/.exec(policy)?.groups?.nonce
  expect(await first.text()).toBe(`<meta nonce="${nonce}">`)
  expect(await second.text()).not.toContain(nonce)
})

test('a file of the window is served with its own type and is not sniffed', async () => {
  const answer = await ask('app://send/assets/index.js')
  expect(await answer.text()).toBe('start()')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  'app://send/../../outside.js',
  'app://send/%2e%2e/outside.js',
  'app://send/..%2foutside.js',
  'app://send/assets/..%2f..%2foutside.js',
  'app://send/..%2frenderer-of-another/other.js',
  'app://send/..%5coutside.js',
  'app://send/%2fetc%2fpasswd',
  'app://send//etc/hosts',
  'app://send/assets/link.js',
  'app://send/assets',
  'app://send/secrets.json',
  'app://send/missing.js',
  'app://send/index.html%00.js',
  'app://send/%',
  'app://send/%zz',
  'app://send/%c0%ae%c0%ae/outside.js',
  'app://elsewhere/index.html',
  'app://send.evil/index.html',
  'nonsense',
])('%s is not found', async (url) => {
  const answer = await ask(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
})

test('a page of ours is only ever fetched, never posted to', async () => {
  expect((await ask('app://send/', 'POST')).status).toBe(404)
})
