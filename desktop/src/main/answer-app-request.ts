import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

type AppRequest = { url: string; method: string }

/** A file of the built window, with a fresh nonce in the page and its policy at every load; else 404. */
export async function answerAppRequest(folder: string, { url, method }: AppRequest): Promise<Response> {
  const file = method === 'GET' ? await findFile(folder, url) : undefined
  const type = file && mediaTypes[path.extname(file)]
  const bytes = file && type ? await readFile(file).catch(() => undefined) : undefined
  if (!type || !bytes) return new Response('', { status: 404 })
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  if (!type.startsWith('text/html')) return new Response(bytes, { headers })
  const nonce = randomBytes(16).toString('base64')
  return new Response(bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce), {
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce) },
  })
}

/** Where the file really lies, links followed; undefined for everything outside the folder. */
async function findFile(folder: string, address: string): Promise<string | undefined> {
  try {
    const { host, pathname } = new URL(address)
    if (host !== 'send') return undefined
    const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname)
    const [home, file] = await Promise.all([realpath(folder), realpath(path.join(folder, name))])
    // With the separator, or a neighbour whose name begins alike would pass.
    return file.startsWith(home + path.sep) ? file : undefined
  } catch {
    return undefined
  }
}

/** What a page of the window may load and run: its own files, and no network at all. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    // The preview of a form, a document of its own (docs/decisions/0016).
    'frame-src app://preview',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
