import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPreviewRequest } from './answer-preview-request.ts'

let home: string
let folder: string

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'send-preview-'))
  folder = path.join(home, 'renderer')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'preview.html'), '<title>Preview</title>')
  await writeFile(path.join(folder, 'index.html'), '<title>Window</title>')
  await writeFile(path.join(folder, 'assets/preview.js'), 'draw()')
  await writeFile(path.join(home, 'outside.js'), 'secret')
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('the preview may be framed by our window alone and sends nothing anywhere', async () => {
  const answer = await answerPreviewRequest(folder, { url: 'app://preview/', method: 'GET' })
  expect(await answer?.text()).toBe('<title>Preview</title>')
  const policy = answer?.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).toContain("form-action 'none'; frame-ancestors app://send")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('the built scripts are served with their own type', async () => {
  const answer = await answerPreviewRequest(folder, { url: 'app://preview/assets/preview.js', method: 'GET' })
  expect(await answer?.text()).toBe('draw()')
  expect(answer?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  ['GET', 'app://preview/index.html'],
  ['GET', 'app://preview/preview.html'],
  ['GET', 'app://preview/assets/..%2f..%2foutside.js'],
  ['GET', 'app://preview/assets/../../outside.js'],
  ['GET', 'app://preview/assets/%2e%2e/outside.js'],
  ['GET', 'app://preview/assets/missing.js'],
  ['POST', 'app://preview/'],
])('%s %s is not found', async (method, url) => {
  expect((await answerPreviewRequest(folder, { url, method }))?.status).toBe(404)
})

test('other hosts are not its business', async () => {
  expect(await answerPreviewRequest(folder, { url: 'app://send/', method: 'GET' })).toBeUndefined()
})
