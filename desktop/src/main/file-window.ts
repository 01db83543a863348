import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { translator } from '@send/shared/texts/translator'

import { fetchFile } from './fetch-file.ts'
import type { CallResult } from './server-calls.ts'
import type { ServerSession } from './server-session.ts'
import { fileWindowOptions, shownTypes } from './window-options.ts'

const t = translator('en')

type HeldFile = { window: BrowserWindow; bytes: Buffer; contentType: string }

/** The files that are open, by the address under which their window finds them. */
const held = new Map<string, HeldFile>()

/** How often the files were closed: one that was on its way meanwhile is not shown any more. */
let closings = 0

/** Lets the windows of files reach what is held in memory, and nothing else. Called once, when the app is ready. */
export function serveFiles(): void {
  const partition = filePartition()
  partition.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] },
    (_details, done) => done({ cancel: true }),
  )
  partition.protocol.handle('app', ({ url }) => {
    const file = held.get(url)
    if (!file) return new Response('', { status: 404 })
    const headers = { 'content-type': file.contentType, 'x-content-type-options': 'nosniff' }
    return new Response(new Uint8Array(file.bytes), { headers })
  })
}

/** Opens a file in a sandboxed window straight from memory; nothing is written to the laptop. */
export async function openFile(server: ServerSession, fileId: string): Promise<CallResult> {
  const before = closings
  const file = await fetchFile(server, fileId)
  if (!file.ok) return file
  if (closings !== before) return refuse(t('fileWindow.over'))
  const contentType = shownTypes[file.mediaType]
  if (!contentType) return refuse(t('fileWindow.kindNotShown'))
  const shown = await show(file.bytes, contentType)
  return shown ? { ok: true, data: null } : refuse(t('fileWindow.damaged'))
}

/** Closes every file; when a session is over no child's file stays on the screen. */
export function closeFiles(): void {
  closings += 1
  for (const { window } of held.values()) window.destroy()
}

async function show(bytes: Buffer, contentType: string): Promise<boolean> {
  const address = `app://file/${randomUUID()}`
  const window = new BrowserWindow({ ...fileWindowOptions(filePartition()), title: t('fileWindow.title') })
  held.set(address, { window, bytes, contentType })
  window.setMenu(null)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', () => held.delete(address))
  window.webContents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || key !== 'Escape') return
    event.preventDefault()
    window.close()
  })
  try {
    await window.loadURL(address)
    return true
  } catch {
    window.destroy()
    return false
  }
}

/**
 * Named "persist:" because Electron before autumn 2026 shows no PDF in a partition of memory. With no cache, no
 * scripts and our own protocol nothing of a file reaches the disk all the same; a test looks for it there.
 */
function filePartition() {
  return session.fromPartition('persist:files', { cache: false })
}

function refuse(message: string): CallResult {
  return { ok: false, error: { message, data: undefined } }
}
