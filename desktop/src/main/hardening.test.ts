import { EventEmitter } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { App, Session } from 'electron'
import { beforeAll, expect, test } from 'vitest'
import { answerAppRequest } from './answer-app-request.ts'
import { guardEverything } from './guard.ts'
import { isOwnWindow } from './is-own-window.ts'
import { readSettings } from './settings.ts'
import { fileWindowOptions, mainWindowOptions } from './window-options.ts'

// The twenty points of Electron's security tutorial, in its order. What a running window does about them is tested
// in a real Electron: e2e/client-security.e2e.ts and e2e/client-files.e2e.ts.

const desktop = path.resolve(import.meta.dirname, '../..')
const pages = {
  main: mainWindowOptions({ preload: '/preload.cjs', packaged: true }).webPreferences,
  file: fileWindowOptions({} as Session).webPreferences,
}
let sources: Map<string, string>
let policy: string

beforeAll(async () => {
  sources = await readSources(path.join(desktop, 'src'))
  const renderer = path.join(desktop, 'src/renderer')
  const page = await answerAppRequest(renderer, { url: 'app://send/', method: 'GET' })
  policy = page.headers.get('content-security-policy') ?? ''
})

async function readSources(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(
      (entry) => entry.isFile() && /\.(?:tsx?|html)$/.test(entry.name) && !entry.name.includes('.test.'),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      names.map(async (name) => [path.relative(folder, name), await readFile(name, 'utf8')] as const),
    ),
  )
}

/** Which source files, of all or of those under a folder, hold the words. */
function filesWith(words: RegExp, under = ''): string[] {
  return [...sources]
    .filter(([name, text]) => name.startsWith(under) && words.test(text))
    .map(([name]) => name)
}

/** What the guards do to a page and a session that were just made. */
function guarded() {
  const app = new EventEmitter()
  guardEverything(app as unknown as App)
  let openWindow: unknown
  const answers: Record<string, (...given: never[]) => unknown> = {}
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => unknown) => (openWindow = handler()),
  })
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: never) => (answers['request'] = handler),
    setPermissionCheckHandler: (handler: never) => (answers['check'] = handler),
    setDevicePermissionHandler: (handler: never) => (answers['device'] = handler),
  })
  app.emit('web-contents-created', {}, page)
  app.emit('session-created', session)
  function isPrevented(emitter: EventEmitter, name: string): boolean {
    let prevented = false
    emitter.emit(name, { preventDefault: () => (prevented = true) })
    return prevented
  }
  return { openWindow, answers, page, session, isPrevented }
}

test('1: only secure content is loaded: our own pages, and a server over https', () => {
  const settings = { SEND_SERVER_URL: 'http://send.example.gov.uk' }
  expect(() => readSettings(settings, { packaged: true })).toThrow('https')
  expect(filesWith(/https?:\/\//, 'renderer').filter((name) => !name.endsWith('.html'))).toEqual([])
  const loaded = [...sources.values()].flatMap((text) => [...text.matchAll(/loadURL\((?<what>[^)]*)\)/g)])
  const addresses = new Set(loaded.map(({ groups }) => groups?.['what']))
  expect(addresses).toEqual(new Set(["'app://send/'", 'address']))
})

test.each(Object.entries(pages))('2: the page of the %s window has no Node', (_name, page) => {
  expect(page).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

test.each(Object.entries(pages))(
  '3: the page of the %s window is isolated from its preload',
  (_name, page) => {
    expect(page.contextIsolation).toBe(true)
  },
)

test.each(Object.entries(pages))('4: the process of the %s window is sandboxed', (_name, page) => {
  expect(page.sandbox).toBe(true)
  expect(sources.get('main/index.ts')).toContain('app.enableSandbox()')
})

test('5: every permission of every session is refused', () => {
  const { answers } = guarded()
  const told: unknown[] = []
  answers['request']?.(...([{}, 'media', (allowed: boolean) => told.push(allowed)] as never[]))
  expect(told).toEqual([false])
  expect(answers['check']?.()).toBe(false)
  expect(answers['device']?.()).toBe(false)
})

test.each(Object.entries(pages))('6: the web security of the %s window is on', (_name, page) => {
  expect(page.webSecurity).toBe(true)
})

test('7: the page has a policy that runs only its own scripts and allows no network', () => {
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
    ]),
  )
  expect(policy).not.toContain('unsafe')
})

test.each(Object.entries(pages))('8: the %s window runs no insecure content', (_name, page) => {
  expect(page.allowRunningInsecureContent).toBe(false)
})

test.each(Object.entries(pages))('9: the %s window has no experimental features', (_name, page) => {
  expect(page.experimentalFeatures).toBe(false)
})

test('10: no feature of the engine is switched on by hand', () => {
  expect(filesWith(/enableBlinkFeatures|appendSwitch(?!\('lang', 'en-GB'\))|appendArgument/)).toEqual([])
})

test('11: there is no embedded browser that could open windows', () => {
  expect(filesWith(/<webview|allowpopups/i)).toEqual([])
})

test('12: an embedded browser cannot be attached', () => {
  expect([pages.main.webviewTag, pages.file.webviewTag]).toEqual([false, false])
  const { page, isPrevented } = guarded()
  expect(isPrevented(page, 'will-attach-webview')).toBe(true)
})

test('13: a page does not leave its address, not even by a dropped file', () => {
  const { page, isPrevented } = guarded()
  expect([isPrevented(page, 'will-navigate'), isPrevented(page, 'will-redirect')]).toEqual([true, true])
  expect([pages.main.navigateOnDragDrop, pages.file.navigateOnDragDrop]).toEqual([false, false])
})

test('14: a page opens no window', () => {
  expect(guarded().openWindow).toEqual({ action: 'deny' })
})

test('15: nothing is handed to another program', () => {
  expect(filesWith(/\bshell\b(?=.*from 'electron')|openExternal|openPath/)).toEqual([])
})

test('16: the Electron that ships is the one of the catalogue, above the floor of the check', async () => {
  const workspace = await readFile(path.join(desktop, '../pnpm-workspace.yaml'), 'utf8')
  const builder = await readFile(path.join(desktop, '../electron-builder.yml'), 'utf8')
  const floors = await readFile(path.join(desktop, '../scripts/checks/dependency-floors.json'), 'utf8')
  const shipped = /^electronVersion: (?<version>\S+)$/m.exec(builder)?.groups?.['version']
  expect(workspace).toContain(`\n  electron: ${shipped}\n`)
  expect(floors).toContain('"electron":')
})

test('17: a message counts only from the top frame of our own window', () => {
  expect(isOwnWindow({ url: 'app://send/', parent: null })).toBe(true)
  for (const url of [
    'app://send.evil/',
    'app://preview/',
    'app://file/x',
    'https://send/',
    'about:blank',
    '',
  ]) {
    expect(isOwnWindow({ url, parent: null }), url).toBe(false)
  }
  expect(isOwnWindow({ url: 'app://send/', parent: {} })).toBe(false)
  expect(isOwnWindow(null)).toBe(false)
  // One place answers every channel, and asks who sent the message first.
  expect(filesWith(/ipcMain\.(?:handle|on|once|handleOnce)\(/)).toEqual(['main/answer-window.ts'])
  expect(sources.get('main/answer-window.ts')?.match(/ipcMain\./g)).toHaveLength(1)
})

test('18: nothing is loaded from file://', () => {
  expect(filesWith(/loadFile\(|loadURL\([^)]*file:/)).toEqual([])
  expect(filesWith(/file:\/\//)).toEqual(['main/file-window.ts'])
})

test('19: the fuses were gone through, each with a test of its own', async () => {
  const tests = await readFile(path.join(import.meta.dirname, 'fuses.test.ts'), 'utf8')
  expect(tests).toContain('the fuse %s is')
})

test('20: the page gets verbs, never Electron itself nor an event with its ways into it', () => {
  const preload = sources.get('preload/index.ts') ?? ''
  expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1)
  expect(preload).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/)
  expect(preload).not.toMatch(/listener\(_?event/)
  expect(filesWith(/from 'electron'/, 'renderer')).toEqual([])
})

test('a packed client has no developer tools, and what officers write is sent to no spelling service', () => {
  expect([pages.main.devTools, pages.file.devTools]).toEqual([false, false])
  expect([pages.main.spellcheck, pages.file.spellcheck]).toEqual([false, false])
})

test('a download is refused in every session', () => {
  const { session, isPrevented } = guarded()
  expect(isPrevented(session, 'will-download')).toBe(true)
})

test('a second client gives way to the first', () => {
  expect(sources.get('main/index.ts')).toContain('app.requestSingleInstanceLock()')
})

test('a file runs no scripts and has no preload', () => {
  expect(pages.file.javascript).toBe(false)
  expect('preload' in pages.file).toBe(false)
})
