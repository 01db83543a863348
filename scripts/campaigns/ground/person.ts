import type { AppRouter } from '@send/server/router'
import type { BuiltSession } from '@send/server/testing/build-sessions'
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client'
import type { Stack } from '../../stack.ts'
import { patience } from './ask.ts'

/** Somebody signed in, as the server sees them through their client or portal. */
export type Person = { userId: string; name: string; api: TRPCClient<AppRouter>; headers: Headers }

type Headers = Record<string, string>

/** The requests of somebody with this session, from an address of theirs; one without an answer in time fails. */
export function createPerson(
  stack: Stack,
  session: BuiltSession,
  name: string,
  address = '192.0.2.1',
): Person {
  const headers: Headers = {
    authorization: `Bearer ${session.token}`,
    ...(session.face === 'desktop' ? {} : visiting(stack, session.face, address)),
  }
  return { userId: session.userId, name, headers, api: connect(stack, headers) }
}

/** The requests of a stranger on the citizen portal. */
export function createVisitor(stack: Stack, address: string): TRPCClient<AppRouter> {
  return connect(stack, visiting(stack, 'citizen', address))
}

let addressesGiven = 0

/** A visitor's address that nobody had before, where the throttle of addresses is to have no say. */
export function newAddress(): string {
  addressesGiven += 1
  return `10.${addressesGiven >> 16}.${(addressesGiven >> 8) & 255}.${addressesGiven & 255}`
}

function visiting(stack: Stack, face: string, address: string): Headers {
  return {
    'x-send-service': stack.portalService,
    'x-send-face': face,
    'x-send-visitor-address': address,
  }
}

function connect(stack: Stack, headers: Headers): TRPCClient<AppRouter> {
  const link = httpLink({
    url: `${stack.serverUrl}/trpc`,
    methodOverride: 'POST',
    headers,
    fetch: (url, options) =>
      fetch(url, { ...(options as RequestInit), signal: AbortSignal.timeout(patience) }),
  })
  return createTRPCClient<AppRouter>({ links: [link] })
}

/** Attaches a file to a question of a form; fails like a procedure does. */
export async function uploadFile(
  stack: Stack,
  person: Person,
  target: { submissionId: string; questionId: string },
  bytes: Buffer,
): Promise<{ fileId: string }> {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'report.pdf')
  const url = `${stack.serverUrl}/files/${target.submissionId}/${target.questionId}`
  const response = await answering(() =>
    fetch(url, { method: 'POST', headers: person.headers, body, signal: AbortSignal.timeout(patience) }),
  )
  const { files } = (await answering(() => response.json())) as { files?: { fileId: string }[] }
  const [file] = files ?? []
  if (!file) throw new TRPCClientError('The file was not taken.')
  return file
}

/** The bytes of a file as its owner is given them. */
export async function downloadFile(stack: Stack, person: Person, fileId: string): Promise<Buffer> {
  return answering(async () => {
    const response = await fetch(`${stack.serverUrl}/files/${fileId}`, {
      headers: person.headers,
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error(`The file is not given out: ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  })
}

async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new TRPCClientError(error instanceof Error ? error.message : String(error))
  }
}
