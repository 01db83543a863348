import { readFile } from 'node:fs/promises'
import path from 'node:path'

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** One file directly in the folder of built parts: with this shape there is no way out of it. */
const builtPart = /^\/assets\/[\w-][\w.-]*$/

/** What `app://preview` serves: the page in which a form is shown, and the scripts and styles of the build. */
export async function answerPreviewRequest(
  folder: string,
  { url, method }: { url: string; method: string },
): Promise<Response | undefined> {
  const { host, pathname } = new URL(url)
  if (host !== 'preview') return undefined
  if (method !== 'GET') return notFound()
  if (pathname === '/') {
    const page = await readFile(path.join(folder, 'preview.html'))
    return new Response(page, {
      headers: { ...common, 'content-type': 'text/html; charset=utf-8', ...policy },
    })
  }
  const type = mediaTypes[path.extname(pathname)]
  if (!type || !builtPart.test(pathname)) return notFound()
  const bytes = await readFile(path.join(folder, pathname)).catch(() => undefined)
  return bytes ? new Response(bytes, { headers: { ...common, 'content-type': type } }) : notFound()
}

const common = { 'x-content-type-options': 'nosniff' }

/** Our window alone may show the preview; it sends nothing anywhere, a filled-in form included. */
const policy = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors app://send',
  ].join('; '),
}

function notFound(): Response {
  return new Response('', { status: 404 })
}
