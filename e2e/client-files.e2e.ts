import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askMain } from './ask-main.ts'
import { type Client, closeClient, launchClient } from './desktop-steps.ts'
import { serveFiles, type ServedFile } from './file-server.ts'

/** Stands in every file and must be found nowhere on the disk afterwards. */
const canary = `canary-${randomUUID()}`
const files = new Map<string, ServedFile>()
let server: Awaited<ReturnType<typeof serveFiles>>
let client: Client

beforeAll(async () => {
  server = await serveFiles(files)
  client = await launchClient(server.url)
})
afterAll(async () => {
  await closeClient(client)
  server?.stop()
})
afterEach(() => closeFileWindows(client.application))

/** Opens a file as the window does; returns its refusal, or which part of the file’s window is red. */
async function open(file: ServedFile): Promise<{ refusal: string } | { red: number; title: string }> {
  const fileId = randomUUID()
  files.set(fileId, file)
  return openById(client, fileId)
}

async function openById({ application, window }: Client, fileId: string) {
  const answer = await askMain(window, 'files', 'open', fileId)
  if (!answer.ok) return { refusal: answer.error?.message ?? '' }
  // The viewer of PDFs draws a little after its page was loaded.
  let shown = { red: 0, title: '' }
  for (let tries = 0; tries < 30 && shown.red < 0.2; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    shown = await lookAtFile(application)
  }
  return shown
}

function lookAtFile(application: ElectronApplication): Promise<{ red: number; title: string }> {
  return application.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('app://file/'),
    )
    if (!window) return { red: 0, title: '' }
    const bitmap = (await window.webContents.capturePage()).toBitmap()
    let red = 0
    for (let at = 0; at < bitmap.length; at += 4) {
      if ((bitmap[at + 2] ?? 0) > 200 && (bitmap[at + 1] ?? 255) < 60 && (bitmap[at] ?? 255) < 60) red += 1
    }
    return { red: red / (bitmap.length / 4), title: window.getTitle() }
  })
}

function closeFileWindows(application: ElectronApplication): Promise<void> {
  return application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().startsWith('app://file/')) window.destroy()
    }
  })
}

/** A red square as the system's own encoder writes it. */
async function paint(kind: 'png' | 'jpeg'): Promise<Buffer> {
  const base64 = await client.application.evaluate(({ nativeImage }, wanted) => {
    const side = 800
    const bitmap = Buffer.alloc(side * side * 4)
    for (let at = 0; at < bitmap.length; at += 4) bitmap.set([0, 0, 255, 255], at)
    const image = nativeImage.createFromBitmap(bitmap, { width: side, height: side })
    return (wanted === 'png' ? image.toPNG() : image.toJPEG(90)).toString('base64')
  }, kind)
  return Buffer.from(base64, 'base64')
}

function paintPdf(): Buffer {
  const drawing = '1 0 0 rg 0 0 600 800 re f'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(`${text}%${canary}\n`)
}

function shownRed(answer: { refusal: string } | { red: number }): number {
  return 'red' in answer ? answer.red : 0
}

function countWindows(): Promise<number> {
  return client.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

test('a PDF, a PNG and a JPEG are really drawn, each twice', async () => {
  for (let round = 0; round < 2; round += 1) {
    const pdf = await open({ mediaType: 'application/pdf', bytes: paintPdf() })
    expect(pdf).toMatchObject({ title: 'File – SEND Client' })
    expect(shownRed(pdf)).toBeGreaterThan(0.3)
    await closeFileWindows(client.application)
    for (const kind of ['png', 'jpeg'] as const) {
      const bytes = Buffer.concat([await paint(kind), Buffer.from(canary)])
      expect(shownRed(await open({ mediaType: `image/${kind}`, bytes }))).toBeGreaterThan(0.3)
      await closeFileWindows(client.application)
    }
  }
})

test('a text is shown as text, in its own letters, and its markup is not run', async () => {
  const text = `Ŵyn £5 <script>document.title = 'run'</script> ${canary}`
  const fileId = randomUUID()
  files.set(fileId, { mediaType: 'text/plain', bytes: Buffer.from(text) })
  expect(await askMain(client.window, 'files', 'open', fileId)).toMatchObject({ ok: true })
  const page = client.application.windows().find((known) => known.url().startsWith('app://file/'))
  expect(await page?.locator('pre').textContent()).toBe(text)
})

test.each([
  [
    'a Word file',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'cannot show this kind',
  ],
  ['a web page', 'text/html', 'cannot show this kind'],
  ['a drawing that may hold scripts', 'image/svg+xml', 'cannot show this kind'],
  ['a file without a kind', '', 'cannot show this kind'],
])('%s gives a sentence and no empty window', async (_what, mediaType, sentence) => {
  const before = await countWindows()
  expect(await open({ mediaType, bytes: Buffer.from('<script>1</script>') })).toEqual({
    refusal: expect.stringContaining(sentence),
  })
  expect(await countWindows()).toBe(before)
})

test('a file that the server refuses or does not have gives the server’s own sentence', async () => {
  const busy = { error: { id: 'unavailable', sentence: 'The service is busy. Try again in a moment.' } }
  const bytes = Buffer.from(JSON.stringify(busy))
  expect(await open({ mediaType: 'application/json', bytes, status: 503 })).toEqual({
    refusal: busy.error.sentence,
  })
  expect(await openById(client, randomUUID())).toEqual({ refusal: 'This could not be found.' })
})

test('Escape closes a file, and no file stays when the client signs out', async () => {
  const before = await countWindows()
  await open({ mediaType: 'image/png', bytes: await paint('png') })
  await client.application.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('app://file/'),
    )
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' })
  })
  await expect.poll(countWindows).toBe(before)
  await open({ mediaType: 'image/png', bytes: await paint('png') })
  await askMain(client.window, 'server', 'call', { type: 'mutation', path: 'accounts.signOut' })
  await expect.poll(countWindows).toBe(before)
})

test('no file stays when the client locks, and none that was on its way opens after that', async () => {
  const before = await countWindows()
  const work = { name: 'Priya Sharma', email: 'priya@send.example', screen: 'people' }
  await open({ mediaType: 'image/png', bytes: await paint('png') })
  const fileId = randomUUID()
  files.set(fileId, { mediaType: 'text/plain', bytes: Buffer.from(canary), delay: 1500 })
  await askMain(client.window, 'lock', 'hold', work)
  await client.window.evaluate((id) => {
    const { send } = globalThis as unknown as { send: { files: { open(id: string): Promise<unknown> } } }
    void send.files.open(id)
  }, fileId)
  await client.application.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await expect.poll(countWindows).toBe(before)
  await client.window.getByRole('heading', { level: 1, name: 'The client is locked' }).waitFor()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(await countWindows()).toBe(before)
  await askMain(client.window, 'lock', 'open')
})

test('a file cannot be saved out of its window', async () => {
  const fileId = randomUUID()
  files.set(fileId, { mediaType: 'text/plain', bytes: Buffer.from(canary) })
  expect(await askMain(client.window, 'files', 'open', fileId)).toMatchObject({ ok: true })
  const outcome = await client.application.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const { webContents } = BrowserWindow.getAllWindows().find((known) =>
          known.webContents.getURL().startsWith('app://file/'),
        )!
        webContents.session.once('will-download', (event) =>
          resolve(event.defaultPrevented ? 'refused' : 'saved'),
        )
        webContents.downloadURL(webContents.getURL())
      }),
  )
  expect(outcome).toBe('refused')
})

test('nothing of any opened file is on the disk', async () => {
  const userData = await client.application.evaluate(({ app }) => app.getPath('userData'))
  const names = (await readdir(userData, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  expect(names.length).toBeGreaterThan(3)
  for (const { parentPath, name } of names) {
    const bytes = await readFile(path.join(parentPath, name)).catch(() => Buffer.alloc(0))
    expect(bytes.includes(canary), name).toBe(false)
  }
})
