import { spawn } from 'node:child_process'
import { rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newQuestionId } from '@send/shared/values/ids'
import { projectFolder } from '../scripts/data-folder.ts'
import { type Client, closeClient, launchClient } from './desktop-steps.ts'

/** Nobody listens there: what the client refuses, it refuses without any server. */
const nowhere = 'http://127.0.0.1:9'
const refusal = { ok: false, error: { message: 'The window asked for something unknown.' } }
let client: Client

beforeAll(async () => {
  client = await launchClient(nowhere)
})
afterAll(() => closeClient(client))

/** Every channel on which the main process answers, from itself, so that a new one cannot be forgotten here. */
function listChannels(): Promise<string[]> {
  return client.application.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    return [...handlers.keys()].filter((channel) => !channel.startsWith('__'))
  })
}

type Message = { channel: string; content: unknown[] }

/** Sends messages as an attacker would who got hold of Electron's own messenger in a page at an address. */
function sendFrom(address: string, messages: Message[], frame?: string): Promise<unknown[]> {
  return client.application.evaluate(
    async ({ BrowserWindow }, sent) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          nodeIntegration: true,
          nodeIntegrationInSubFrames: true,
          contextIsolation: false,
          sandbox: false,
        },
      })
      try {
        await window.loadURL(sent.address)
        const inFrame = `const frame = document.createElement('iframe'); frame.srcdoc = '<p>frame</p>'
          document.body.append(frame); await new Promise((resolve) => (frame.onload = resolve))
          const messenger = frame.contentWindow.require('electron').ipcRenderer`
        const inPage = `const messenger = require('electron').ipcRenderer`
        return (await window.webContents.executeJavaScript(`(async () => {
          ${sent.frame ? inFrame : inPage}
          const answers = []
          const revive = (value) => (value?.bytes ? { ...value, bytes: new Uint8Array(value.bytes) } : value)
          for (const { channel, content } of ${JSON.stringify(sent.messages)})
            answers.push(await messenger.invoke(channel, ...content.map(revive)))
          return answers
        })()`)) as unknown[]
      } finally {
        window.destroy()
      }
    },
    { address, messages, frame },
  )
}

const formId = '01890f3e-7b1c-7cc2-9bb1-0123456789ab'
/** One message for each channel that its own window would be answered. */
const rightMessages: Record<string, unknown[]> = {
  'server:call': [{ type: 'query', path: 'accounts.me' }],
  'files:open': [formId],
  'files:send': [{ internalFormId: formId, questionId: newQuestionId(), name: 'a.pdf', bytes: [1] }],
  'audit:export': [{ filter: {}, reason: 'Asked by the auditors' }],
  'personMerges:save': [{ unmergedPersonId: formId, reason: 'Asked by the auditors' }],
  'undoneMatches:save': [{ undoneMatchId: formId, reason: 'Asked by the auditors' }],
  'blankForms:save': [{ formId, size: 'large', language: 'cy' }],
  'bundles:export': [{ of: 'version', formId, version: 1 }],
  'bundles:pick': [],
  'connection:check': [],
  'lock:hold': [{ name: 'Priya Sharma', email: 'priya@send.example', screen: 'people' }],
  'lock:used': [],
  'lock:find': [],
  'lock:emptied': [],
  'lock:open': [],
  'menu:show': [[]],
  'drafts:save': [{ formId, baseVersion: null, definition: {} }],
  'drafts:list': [],
  'drafts:get': [formId],
  'drafts:history': [formId],
  'drafts:fetch': [formId],
  'drafts:remove': [formId],
  'drafts:restore': [formId],
  'drafts:forget': [formId],
  'drafts:decide': [{ formId, decisions: {} }],
  'drafts:watch': [formId],
  'drafts:presence': [formId],
  'drafts:sync': [],
}

test('every channel is known to these tests', async () => {
  expect((await listChannels()).toSorted()).toEqual(Object.keys(rightMessages).toSorted())
})

test('the same messages are answered when they come from our own window', async () => {
  // Nobody is there to choose a file.
  await client.application.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
  })
  const channels = Object.keys(rightMessages).filter((channel) => channel !== 'drafts:save')
  const messages = channels.map((channel) => ({ channel, content: rightMessages[channel] ?? [] }))
  for (const answer of await sendFrom('app://send/', messages)) expect(answer).not.toMatchObject(refusal)
})

test.each(['data:text/html,<p>page</p>', 'about:blank', 'app://preview/', 'app://send.evil/', 'app://file/'])(
  'a page at %s is refused on every channel',
  async (address) => {
    const messages = Object.entries(rightMessages).map(([channel, content]) => ({ channel, content }))
    for (const answer of await sendFrom(address, messages)) expect(answer).toMatchObject(refusal)
  },
)

test('a frame within our own window is refused on every channel', async () => {
  const messages = Object.entries(rightMessages).map(([channel, content]) => ({ channel, content }))
  const answers = await sendFrom('app://send/', messages, 'frame')
  expect(answers).toHaveLength(messages.length)
  for (const answer of answers) expect(answer).toMatchObject(refusal)
})

test('a message of another type, or with more than was asked for, is refused on every channel', async () => {
  const hostile: unknown[] = [
    7,
    null,
    '../../etc/passwd',
    [{ __proto__: null, constructor: 'x' }],
    { type: 'query', path: '../../x', input: {} },
    { type: 'query', path: 'accounts.me', input: {}, headers: {} },
    { type: 'subscription', path: 'accounts.me' },
    { formId: 'x', baseVersion: -1, definition: null },
    { internalFormId: '../files', questionId: '..', name: 'a.pdf', bytes: [1] },
    { internalFormId: formId, questionId: newQuestionId(), name: '', bytes: [1] },
    'x'.repeat(100_000),
  ]
  const messages = Object.entries(rightMessages).flatMap(([channel, right]) => [
    ...hostile.map((content) => ({ channel, content: [content] })),
    { channel, content: [...(right.length > 0 ? right : [undefined]), 'more'] },
  ])
  const answers = await sendFrom('app://send/', messages)
  expect(answers).toHaveLength(messages.length)
  for (const [index, answer] of answers.entries()) {
    expect(answer, JSON.stringify(messages[index]).slice(0, 100)).toMatchObject(refusal)
  }
})

test('the window has nothing of Node and Electron but what the preload gives it', async () => {
  const found = await client.window.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron']
    const { send } = globalThis as unknown as { send: Record<string, object> }
    return {
      leaked: names.filter((name) => name in globalThis),
      given: Object.entries(send).map(([room, verbs]) => `${room}: ${Object.keys(verbs).join(' ')}`),
      frozen: Object.isFrozen(send),
    }
  })
  expect(found.leaked).toEqual([])
  expect(found.given).toEqual([
    'server: call',
    'session: onExpired',
    'connection: check onChange',
    'lock: hold used find emptied open onLocked',
    'menu: show onOpen onSignOut',
    'files: open send',
    'audit: export',
    'undoneMatches: save',
    'personMerges: save',
    'blankForms: save',
    'bundles: export pick',
    'drafts: save list get history fetch remove restore forget decide watch presence sync onChange',
  ])
})

test('no page opens a window', async () => {
  const opened = await client.window.evaluate(() => {
    const { open } = globalThis as unknown as { open: (url: string) => unknown }
    return ['https://example.com', 'app://send/', 'file:///etc/passwd', 'about:blank'].map(
      (url) => open(url) === null,
    )
  })
  expect(opened).toEqual([true, true, true, true])
  expect(client.application.windows()).toHaveLength(1)
})

test('the page reaches no network: neither by fetch, nor by a socket, a picture, a frame or a form', async () => {
  const outcome = await client.window.evaluate(async () => {
    const page = globalThis as unknown as {
      document: {
        addEventListener: (name: string, listener: (event: { effectiveDirective: string }) => void) => void
        createElement: (name: string) => Record<string, unknown>
        body: { append: (element: unknown) => void }
      }
      WebSocket: new (url: string) => { close: () => void }
      EventSource: new (url: string) => { close: () => void }
    }
    const blocked: string[] = []
    page.document.addEventListener('securitypolicyviolation', (event) =>
      blocked.push(event.effectiveDirective),
    )
    const answers = await Promise.all(
      ['http://127.0.0.1:9/', 'https://example.com/', 'app://send/', 'data:,x'].map((url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    )
    for (const Kind of [page.WebSocket, page.EventSource]) {
      try {
        new Kind('http://127.0.0.1:9/'.replace('http', Kind === page.WebSocket ? 'ws' : 'http')).close()
      } catch {
        answers.push('refused')
      }
    }
    for (const [name, url] of [
      ['img', 'https://example.com/a.png'],
      ['iframe', 'https://example.com/'],
      ['script', 'https://example.com/a.js'],
    ] as const) {
      page.document.body.append(Object.assign(page.document.createElement(name), { src: url }))
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { answers, blocked: [...new Set(blocked)] }
  })
  expect(outcome.answers).not.toContain('reached')
  expect(outcome.blocked).toEqual(
    expect.arrayContaining(['connect-src', 'img-src', 'frame-src', 'script-src-elem']),
  )
})

test('no permission is given: camera, place, notices, clipboard and the rest', async () => {
  const answers = await client.window.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: {
        mediaDevices: { getUserMedia: (wish: object) => Promise<unknown> }
        geolocation: { getCurrentPosition: (yes: (at: unknown) => void, no: () => void) => void }
        permissions: { query: (what: object) => Promise<{ state: string }> }
        clipboard: { readText: () => Promise<string> }
      }
    }
    const { Notification } = globalThis as unknown as {
      Notification: { requestPermission: () => Promise<string> }
    }
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        () => 'refused',
      )
    return [
      await refused(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        ),
      ),
      await refused(navigator.clipboard.readText()),
      (await Notification.requestPermission()) === 'granted' ? 'given' : 'refused',
      (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted' ? 'given' : 'refused',
    ]
  })
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
})

test('app:// serves the built window and nothing beside it, however the address is written', async () => {
  const outside = path.join(tmpdir(), `send-outside-${process.pid}.js`)
  const link = path.join(projectFolder, 'desktop/out/renderer', `link-${process.pid}.js`)
  await writeFile(outside, 'outside')
  await symlink(outside, link)
  try {
    const addresses = [
      'app://send/../../package.json',
      'app://send/%2e%2e/main/index.cjs',
      'app://send/..%2fmain/index.cjs',
      'app://send/..%5cmain%5cindex.cjs',
      'app://send/%2fetc%2fpasswd',
      'app://send/%',
      'app://send/%c0%ae',
      'app://send/x%00.js',
      `app://send/${path.basename(link)}`,
      'app://elsewhere/',
    ]
    const outcomes = await client.application.evaluate(
      async ({ BrowserWindow }, urls) => {
        const found: (number | string)[] = []
        for (const url of urls) {
          const window = new BrowserWindow({ show: false })
          let status: number | undefined
          window.webContents.once('did-navigate', (_event, _url, code) => (status = code))
          // An empty answer ends the loading with an error, after its status was seen; some addresses are none.
          await window.loadURL(url).catch(() => {})
          found.push(status ?? 'no address')
          window.destroy()
        }
        return found
      },
      ['app://send/', ...addresses],
    )
    expect(outcomes[0]).toBe(200)
    for (const outcome of outcomes.slice(1)) expect([404, 'no address']).toContain(outcome)
  } finally {
    await rm(link, { force: true })
    await rm(outside, { force: true })
  }
})

test('a second client on the same folder gives way to the first', async () => {
  const { userData, executable } = await client.application.evaluate(({ app }) => ({
    userData: app.getPath('userData'),
    executable: process.execPath,
  }))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const folder = path.join(projectFolder, 'desktop')
  const second = spawn(executable, [...sandbox, folder, `--user-data-dir=${userData}`], { stdio: 'ignore' })
  const ended = new Promise<string>((resolve) => second.once('exit', () => resolve('gave way')))
  const outcome = await Promise.race([ended, wait(15_000, 'stayed')])
  second.kill('SIGKILL')
  expect(outcome).toBe('gave way')
  expect(client.application.windows()).toHaveLength(1)
})

test('no embedded browser can be made, and a download is refused', async () => {
  const outcome = await client.application.evaluate(
    ({ session }) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (event) =>
          resolve(event.defaultPrevented ? 'refused' : 'saved'),
        )
        session.defaultSession.downloadURL('app://send/')
      }),
  )
  expect(outcome).toBe('refused')
  const webview = await client.window.evaluate(() => {
    const { document } = globalThis as unknown as { document: { createElement: (name: string) => object } }
    return 'loadURL' in document.createElement('webview') || 'src' in document.createElement('webview')
  })
  expect(webview).toBe(false)
})

// The last one: after a prevented navigation the automation of the page hangs.
test('the window stays on its page, wherever a script or a dropped file would take it', async () => {
  for (const address of [
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://elsewhere/',
  ]) {
    const at = await client.application.evaluate(async ({ BrowserWindow }, url) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      await webContents.executeJavaScript(`location.href = ${JSON.stringify(url)}; 1`)
      await new Promise((resolve) => setTimeout(resolve, 200))
      return webContents.getURL()
    }, address)
    expect(at).toBe('app://send/')
  }
})

test('the window is British on every system: boxes for dates ask for the day first', async () => {
  // The boxes follow the language of the window, and nothing else tells how they are drawn.
  expect(await client.window.evaluate(() => navigator.language)).toBe('en-GB')
})
