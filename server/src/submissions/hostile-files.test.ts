import { readdir } from 'node:fs/promises'
import { translator } from '@send/shared/texts/translator'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '../host.ts'
import { headersOf, startWithFiles, upload, type Started } from '../testing/build-upload.ts'
import { buildDocx, external, field } from '../testing/hostile-files/build-docx.ts'
import { buildPage, objectStream } from '../testing/hostile-files/build-pdf.ts'
import { photograph, photographOnItsSide, placeCanary } from '../testing/hostile-files/build-picture.ts'
import type { HostileFile } from '../testing/hostile-files/hostile-file.ts'
import { hostileDocuments } from '../testing/hostile-files/hostile-documents.ts'
import { hostileNames } from '../testing/hostile-files/hostile-names.ts'
import { hostilePdfs } from '../testing/hostile-files/hostile-pdfs.ts'
import { hostilePictures } from '../testing/hostile-files/hostile-pictures.ts'
import { watchInspections } from '../testing/hostile-files/watch-inspections.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

const corpus: HostileFile[] = [...hostileDocuments, ...hostilePdfs, ...hostilePictures, ...hostileNames]
const megabyte = 1024 * 1024
const mostGrowth = 100 * megabyte
const watch = watchInspections()

let server: TestServer
let app: FastifyInstance
let started: Started
let idleInspection = 0
/** By how many bytes the server ever grew while it took a file; the tests themselves make great ones. */
let mostServerGrowth = 0

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
  started = await startWithFiles(server, {
    required: false,
    maxFiles: 1,
    maxBytes: 50 * megabyte,
    types: ['pdf', 'docx', 'jpeg', 'png', 'text'],
  })
  for (const [name, content] of [
    ['report.pdf', buildPage()],
    ['report.docx', buildDocx()],
    ['report.txt', 'A report.'],
    ['report.jpg', await photograph('jpeg', { width: 4, height: 4 })],
  ] as const)
    await keep(name, Buffer.from(content))
  idleInspection = watch.mostBytes()
})
afterAll(async () => {
  watch.stop()
  await app.close()
  await server.close()
})

async function send(name: string, content: Buffer) {
  const before = process.memoryUsage().rss
  const measure = () => {
    mostServerGrowth = Math.max(mostServerGrowth, process.memoryUsage().rss - before)
  }
  const timer = setInterval(measure, 10)
  try {
    return await upload({ server, app }, started, [[name, content]])
  } finally {
    clearInterval(timer)
    measure()
  }
}

/** Sends a file that is taken, opens it as its sender does, and takes it out again. */
async function keep(name: string, content: Buffer) {
  const { files, refused } = await send(name, content)
  expect(refused).toEqual([])
  const fileId = files[0]?.fileId ?? ''
  const opened = await app.inject({ url: `/files/${fileId}`, headers: headersOf(server, started.parent) })
  const { submissionId, parent } = started
  await server.caller(parent).submissions.removeFile({ submissionId, fileId })
  return { name: files[0]?.name ?? '', opened }
}

describe.each([
  ['documents', hostileDocuments],
  ['PDFs', hostilePdfs],
  ['pictures', hostilePictures],
  ['names and other kinds', hostileNames],
])('A-06 SR-351: hostile %s', (_kind, files) => {
  test.each(files)('$title ($reason)', async ({ name, content, reason }) => {
    const bytes = await content()
    watch.mostBytes()
    if (reason) {
      expect((await send(name, bytes)).refused.map((file) => file.reason)).toEqual([reason])
      const { submissionId, parent } = started
      expect((await server.caller(parent).submissions.getMine({ submissionId })).files).toEqual([])
    } else {
      const { name: keptName, opened } = await keep(name, bytes)
      expect(opened.statusCode).toBe(200)
      expect(opened.headers).toMatchObject({
        'content-disposition': expect.stringMatching(
          /^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.~!'()*%-]+$/,
        ),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'content-type': expect.stringMatching(/^(application\/pdf|image\/(png|jpeg)|text\/plain)/),
      })
      expect(opened.rawPayload.includes(placeCanary)).toBe(false)
      expect(opened.rawPayload.includes('Exif')).toBe(false)
      expect(Array.from(keptName).length).toBeLessThanOrEqual(100)
      expect(keptName).not.toMatch(/[\p{Cc}\p{Cf}/\\:<>]/u)
    }
    expect(watch.mostBytes() - idleInspection).toBeLessThan(mostGrowth)
  })
})

test('A-06 SR-351: the corpus has its size, every refusal its sentence in both languages, and nothing lies outside of the store', async () => {
  expect(corpus.length).toBeGreaterThanOrEqual(100)
  const reasons = new Set(corpus.flatMap(({ reason }) => reason ?? []))
  const sentence = (language: 'en' | 'cy', reason: RefusedReason) =>
    translator(language)(`portal.files.${reason}`, { count: 1, megabytes: 1 })
  for (const reason of reasons) {
    expect(sentence('en', reason).length).toBeGreaterThan(10)
    expect(sentence('cy', reason)).not.toBe(sentence('en', reason))
  }
  const kept = await readdir(server.folder, { recursive: true })
  expect(kept.filter((path) => !/^(incoming|[0-9a-f]{2}|[0-9a-f]{2}\/[0-9a-f-]{36})$/.test(path))).toEqual([])
})

test('A-06 SR-352 V5.2.3 V5.2.6: hostile files cost the server less than 100 MB of memory', () => {
  expect(mostServerGrowth).toBeLessThan(mostGrowth)
})

test('what honest people send is kept: links, a template on the own disk, outlines, a place to open at, and pictures upright', async () => {
  const honest = [
    ['links.docx', buildDocx({ relationships: external('hyperlink', 'https://example.org/?a=1&amp;b=2') })],
    [
      'template.docx',
      buildDocx({
        relationships: external('attachedTemplate', String.raw`file:///C:\Users\nia\Normal.dotm`),
      }),
    ],
    [
      'contents.docx',
      buildDocx({ body: field('TOC \\o "1-3" \\h') + field('HYPERLINK "https://example.org/link"') }),
    ],
    ['opens.pdf', buildPage({ catalogue: '/OpenAction [3 0 R /Fit]' })],
    ['opens.pdf', buildPage({ catalogue: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' })],
    [
      'packed.pdf',
      buildPage({
        catalogue: '/OpenAction 9 0 R',
        more: [
          objectStream([
            [8, '<< /A 1 >>'],
            [9, '<< /S /GoTo /D [3 0 R /Fit] >>'],
            [10, '<< /S /URI /URI (https://example.org) >>'],
          ]),
        ],
      }),
    ],
    [
      'link.pdf',
      buildPage({ page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]' }),
    ],
    ['chance.pdf', buildPage({ more: ['<< /Length 6 >>\nstream\n\u0001/XFA\u0002\nendstream'] })],
  ] as const
  for (const [name, content] of honest)
    expect((await keep(name, content)).opened.rawPayload.equals(content)).toBe(true)
  const { opened } = await keep('side.jpg', await photographOnItsSide({ width: 300, height: 200 }))
  const { default: sharp } = await import('sharp')
  expect(await sharp(opened.rawPayload).metadata()).toMatchObject({ width: 200, height: 300, format: 'jpeg' })
})
