import { BrowserWindow, session } from 'electron'
import { z } from 'zod'

import { authorization, serverUrl, type CallResult } from './server-calls.ts'

export const FileId = z.uuid()

/** Opens a file in a sandboxed window straight from memory; nothing is written to the laptop. */
export async function openFile(fileId: string): Promise<CallResult> {
  const answer = await fetch(`${serverUrl}/files/${fileId}`, { headers: authorization() }).catch(
    () => undefined,
  )
  if (!answer?.ok) return { ok: false, error: { message: 'The file cannot be opened.', data: undefined } }
  const bytes = Buffer.from(await answer.arrayBuffer())
  const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream'
  // A partition without "persist:" lives in memory and ends with the window.
  const partition = session.fromPartition(`file-${fileId}`)
  partition.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'file://*/*'] },
    (_details, done) => done({ cancel: true }),
  )
  partition.on('will-download', (event) => event.preventDefault())
  partition.protocol.handle('blob-of-send', () => new Response(bytes, { headers: fileHeaders(mediaType) }))
  const window = new BrowserWindow({
    width: 900,
    height: 1000,
    autoHideMenuBar: true,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      plugins: true,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  await window.loadURL('blob-of-send://file/').catch(() => {})
  return { ok: true, data: null }
}

function fileHeaders(mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}
