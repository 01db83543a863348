import { readdir } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualFileSettings, type FileSettings } from '@send/shared/submissions/file-settings'
import { buildServer } from '../host.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { headersOf, startWithFiles, upload, type Started } from '../testing/build-upload.ts'
import { buildPage } from '../testing/hostile-files/build-pdf.ts'
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

const report = buildPage()

const send = (started: Started, files: Record<string, string | Buffer>) =>
  upload({ server, app }, started, Object.entries(files))

const open = (session: BuiltSession, fileId: string | undefined) =>
  app.inject({ url: `/files/${fileId}`, headers: headersOf(server, session) })

test('V5.2.1 V5.2.2: strangers attach and open nothing; empty, oversize and disguised files are refused with a reason', async () => {
  const started = await startWithFiles(server, { maxBytes: 1_000 })
  const stranger = await buildPortalSession(server, 'citizen')
  await expect(send({ ...started, parent: stranger }, { 'report.pdf': report })).rejects.toThrow(/^404/)

  const answer = await send(started, {
    'empty.pdf': '',
    'program.pdf': 'MZ\u0090\u0000 a program',
    'big.pdf': `%PDF-1.7\n${'x'.repeat(2_000)}`,
    'report.pdf': report,
  })
  expect(answer).toMatchObject({
    files: [{ name: 'report.pdf' }],
    refused: [
      { name: 'empty.pdf', reason: 'empty' },
      { name: 'program.pdf', reason: 'wrongKind' },
      { name: 'big.pdf', reason: 'tooBig' },
    ],
  })
  const fileId = answer.files[0]?.fileId
  expect((await open(stranger, fileId)).statusCode).toBe(404)
  const opened = await open(started.parent, fileId)
  expect(opened.rawPayload.equals(report)).toBe(true)
  expect(opened.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  expect(opened.headers['content-disposition']).toMatch(/^attachment/)
})

test('V5.3.2 V5.4.2: whatever a file is called, it lies under an id and its name cannot break a header', async () => {
  const started = await startWithFiles(server, { maxFiles: 9 })
  for (const name of [
    '../../etc/passwd.pdf',
    'C:\\\\Windows\\\\report.pdf',
    'a\u202efdp.exe.pdf',
    `it's; filename=evil.html.pdf`,
    'Ŵyn £5.pdf',
  ]) {
    const { files } = await send(started, { [name]: report })
    const opened = await open(started.parent, files[0]?.fileId)
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
  const started = await startWithFiles(server, { maxBytes: 1_000_000 })
  const megabytes = 'x'.repeat(6_000_000)
  const answer = await send(started, {
    'big.pdf': `%PDF-1.7\n${megabytes}`,
    'program.pdf': `MZ\u0000${megabytes}`,
    'report.pdf': report,
  })
  expect(answer).toMatchObject({
    files: [{ name: 'report.pdf' }],
    refused: [
      { name: 'big.pdf', reason: 'tooBig' },
      { name: 'program.pdf', reason: 'wrongKind' },
    ],
  })
})

test('of twenty-five files at once the first are taken and the rest is said to be too many', async () => {
  const started = await startWithFiles(server, { maxFiles: 20, types: ['text'] })
  const files = Array.from({ length: 25 }, (_, index) => [`../${index}/:.txt`, `Letter ${index}`])
  const answer = await send(started, { ...Object.fromEntries(files), '::': 'Letter' })
  expect(answer.files).toHaveLength(20)
  expect(answer.refused).toEqual([{ name: '', reason: 'tooMany' }])
})

test('SR-355: the limits that the authority settles are said before a form is begun, and end a stream where they are passed', async () => {
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const settle = (before: FileSettings, after: FileSettings) =>
    server.caller(administrator).files.setSettings({ before, after })
  const small = { ...usualFileSettings, fileMegabytes: 2, formMegabytes: 3 }
  const started = await startWithFiles(server, { maxFiles: 9, maxBytes: 50 * 1024 * 1024, types: ['text'] })
  const { submissions, forms } = server.caller(started.parent)
  await settle(usualFileSettings, small)
  const limits = { fileMegabytes: 2, formMegabytes: 3 }
  expect(await submissions.getMine({ submissionId: started.submissionId })).toMatchObject({
    fileLimits: limits,
  })
  const { forms: available } = await forms.listAvailable({})
  expect(available.find(({ code }) => code === started.code)).toMatchObject({
    fileLimits: [{ maxBytes: 2 * 1024 * 1024 }],
    formMegabytes: 3,
  })

  const letter = (megabytes: number, sign: string) => Buffer.alloc(megabytes * 1024 * 1024, sign)
  const { files, refused } = await send(started, {
    'large.txt': letter(2.1, 'a'),
    'first.txt': letter(2, 'b'),
    'second.txt': letter(1.5, 'c'),
    'third.txt': letter(0.9, 'd'),
  })
  expect(files.map(({ name }) => name)).toEqual(['first.txt', 'third.txt'])
  expect(refused).toEqual([
    { name: 'large.txt', reason: 'tooBig' },
    { name: 'second.txt', reason: 'formFull' },
  ])
  await submissions.removeFile({ submissionId: started.submissionId, fileId: files[0]?.fileId ?? '' })
  const together = await Promise.all([
    send(started, { 'fourth.txt': letter(1.5, 'e') }),
    send(started, { 'fifth.txt': letter(1.5, 'f') }),
  ])
  expect(together.flatMap((answer) => answer.refused.map(({ reason }) => reason))).toEqual(['formFull'])
  await settle(small, usualFileSettings)
})

test('the same file sent again, because no answer came, is there once, and under another name it is another', async () => {
  const started = await startWithFiles(server, { maxFiles: 3 })
  const [first, again] = await Promise.all([
    send(started, { 'report.pdf': report }),
    send(started, { 'report.pdf': report }),
  ])
  expect(again.files).toEqual(first.files)
  expect((await send(started, { 'copy.pdf': report })).files).not.toEqual(first.files)
  const { submissionId, parent } = started
  const { files } = await server.caller(parent).submissions.getMine({ submissionId })
  expect(files.map(({ name }) => name).toSorted()).toEqual(['copy.pdf', 'report.pdf'])
})
