import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { RequestContext, Services } from './context.ts'
import { notAllowed } from './errors.ts'

type Incoming = { headers: IncomingHttpHeaders; id: string; ip: string }

/**
 * Reads who asks from the headers. Only a caller with the portals' service secret is believed about the face
 * and the visitor's address; anybody else who names them is refused; without them the face is the desktop.
 */
export function createRequestContext(services: Services, { headers, id, ip }: Incoming): RequestContext {
  const token = /^Bearer ([A-Za-z0-9_-]{20,128})$/.exec(headers.authorization ?? '')?.[1] ?? null
  const secret = single(headers['x-send-service'])
  const face = single(headers['x-send-face'])
  const visitor = single(headers['x-send-visitor-address'])
  const named = single(headers['x-send-device'])
  // Believed of anybody: whoever forges it only lets a session end that would have gone on.
  const unattended = headers['x-send-unattended'] !== undefined
  if (secret === undefined) {
    if (face !== undefined || visitor !== undefined) throw notAllowed()
    const device = desktopShape.test(named ?? '') ? (named ?? null) : null
    return { services, face: 'desktop', address: ip, device, token, unattended, requestId: id }
  }
  if (!sameSecret(secret, services.portal.serviceSecret)) throw notAllowed()
  if (face !== 'citizen' && face !== 'professional') throw notAllowed()
  const device = named?.slice(0, 60) ?? null
  const address = visitor?.slice(0, 64) ?? ip
  return { services, face, address, device, token, unattended, requestId: id }
}

/** All that is believed of the desktop about itself: it stands in its owner's list of devices. */
const desktopShape = /^SEND Client on (Windows|macOS|Linux)$/

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

/** Equal time for every guess, of every length. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
