import { readdir } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildServer } from '../host.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

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

function headersOf(session: BuiltSession): Record<string, string> {
  return {
    authorization: `Bearer ${session.token}`,
    'x-send-service': server.services.portal.serviceSecret,
    'x-send-face': 'citizen',
    'x-send-visitor-address': '198.51.100.7',
  }
}

function upload(url: string, session: BuiltSession, files: Record<string, string>) {
  const parts = Object.entries(files).map(
    ([name, content]) =>
      `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
      `content-type: application/pdf\r\n\r\n${content}\r\n`,
  )
  const headers = { ...headersOf(session), 'content-type': 'multipart/form-data; boundary=edge' }
  return app.inject({ method: 'POST', url, headers, payload: `${parts.join('')}--edge--\r\n` })
}

async function startWithFiles(overrides: Parameters<typeof buildQuestion<'file'>>[1]) {
  const staff = await buildStaffSession(server, ['formBuilder'])
  const question = buildQuestion('file', overrides)
  const code = `FILES-${question.id.slice(2, 10).toUpperCase()}`
  const definition = buildForm({ code, pages: [buildPage([buildQuestion('childDetails'), question])] })
  const formId = newId()
  await server
    .caller(staff)
    .forms.publish(
      await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }),
    )
  const parent = await buildPortalSession(server, 'citizen')
  const { submissionId } = await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId })
  return { parent, url: `/files/${submissionId}/${question.id}` }
}

test('V5.2.1 V5.2.2: strangers attach and open nothing; empty, oversize and disguised files are refused with a reason', async () => {
  const { parent, url } = await startWithFiles({ maxBytes: 1_000 })
  const stranger = await buildPortalSession(server, 'citizen')
  const report = '%PDF-1.7\nreport'
  expect((await upload(url, stranger, { 'report.pdf': report })).statusCode).toBe(404)

  const answer = await upload(url, parent, {
    'empty.pdf': '',
    'program.pdf': 'MZ\u0090\u0000 a program',
    'big.pdf': `%PDF-1.7\n${'x'.repeat(2_000)}`,
    'report.pdf': report,
  })
  expect(answer.json()).toMatchObject({
    files: [{ name: 'report.pdf' }],
    refused: [
      { name: 'empty.pdf', reason: 'empty' },
      { name: 'program.pdf', reason: 'wrongKind' },
      { name: 'big.pdf', reason: 'tooBig' },
    ],
  })
  const file = `/files/${answer.json().files[0].fileId}`
  expect((await app.inject({ url: file, headers: headersOf(stranger) })).statusCode).toBe(404)
  const opened = await app.inject({ url: file, headers: headersOf(parent) })
  expect(opened.body).toBe(report)
  expect(opened.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  expect(opened.headers['content-disposition']).toMatch(/^attachment/)
})

test('V5.3.2 V5.4.2: whatever a file is called, it lies under an id and its name cannot break a header', async () => {
  const { parent, url } = await startWithFiles({ maxFiles: 9 })
  for (const name of [
    '../../etc/passwd.pdf',
    'C:\\\\Windows\\\\report.pdf',
    'a\u202efdp.exe.pdf',
    `it's; filename=evil.html.pdf`,
    'Ŵyn £5.pdf',
  ]) {
    const sent = await upload(url, parent, { [name]: `%PDF-1.7\n${name}` })
    const [file] = sent.json().files
    const opened = await app.inject({ url: `/files/${file.fileId}`, headers: headersOf(parent) })
    expect(opened.statusCode, name).toBe(200)
    expect(opened.headers['content-disposition'], name).toMatch(
      /^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.~!'()*%-]+$/,
    )
  }
  const kept = await readdir(server.folder, { recursive: true })
  expect(kept.filter((name) => /passwd|report|evil|wyn/i.test(name))).toEqual([])
  expect(kept.length).toBeGreaterThanOrEqual(5)
})

test('megabytes that are refused pass by, and the file after them is taken', async () => {
  const { parent, url } = await startWithFiles({ maxBytes: 1_000_000 })
  const megabytes = 'x'.repeat(6_000_000)
  const answer = await upload(url, parent, {
    'big.pdf': `%PDF-1.7\n${megabytes}`,
    'program.pdf': `MZ\u0000${megabytes}`,
    'report.pdf': '%PDF-1.7\nreport',
  })
  expect(answer.json()).toMatchObject({
    files: [{ name: 'report.pdf' }],
    refused: [
      { name: 'big.pdf', reason: 'tooBig' },
      { name: 'program.pdf', reason: 'wrongKind' },
    ],
  })
})

test('of twenty-five files at once the first are taken and the rest is said to be too many', async () => {
  const { parent, url } = await startWithFiles({ maxFiles: 20 })
  const files = Array.from({ length: 25 }, (_, index) => [`../${index}/:.pdf`, '%PDF-1.7'] as const)
  const answer = await upload(url, parent, { ...Object.fromEntries(files), '::': '%PDF-1.7' })
  expect(answer.json().files).toHaveLength(20)
  expect(answer.json().refused).toEqual([{ name: '', reason: 'tooMany' }])
})
