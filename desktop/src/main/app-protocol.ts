import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Makes `app://` a standard, secure scheme; must run before the app is ready. */
export function announceAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built window from its own folder, with a fresh nonce in the page and its policy at every load. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = path.join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    const type = mediaTypes[path.extname(file)]
    if (host !== 'send' || !file.startsWith(folder + path.sep) || !type)
      return new Response('', { status: 404 })
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) return new Response('', { status: 404 })
    if (!file.endsWith('.html')) return new Response(bytes, { headers: { 'content-type': type } })
    const nonce = randomBytes(16).toString('base64')
    const headers = { 'content-type': type, 'content-security-policy': policy(nonce) }
    return new Response(bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers })
  })
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
