import type { FastifyInstance } from 'fastify'
import type { BuiltSession } from './build-sessions.ts'
import { headersOf } from './build-upload.ts'
import type { TestServer } from './test-server.ts'

export type Sender = { server: TestServer; app: FastifyInstance; session: BuiltSession }

const protocol = { 'tus-resumable': '1.0.0' }

/** Begins an upload as a browser does: an address of it, or the answer that refused it. */
export async function beginUpload(
  { server, app, session }: Sender,
  target: string,
  { name, size }: { name: string; size: number },
) {
  const filename = Buffer.from(name).toString('base64')
  const answer = await app.inject({
    method: 'POST',
    url: `/uploads/${target}`,
    headers: {
      ...headersOf(server, session),
      ...protocol,
      'upload-length': String(size),
      'upload-metadata': `filename ${filename}`,
    },
  })
  return { status: answer.statusCode, body: answer.body, place: String(answer.headers['location'] ?? '') }
}

/** Sends bytes from an offset on; `offset` of the answer is how far the server has it. */
export async function sendBytes(
  { server, app, session }: Sender,
  place: string,
  { offset, bytes }: { offset: number; bytes: Buffer },
) {
  const headers = {
    ...headersOf(server, session),
    ...protocol,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(bytes.length),
  }
  return read(await app.inject({ method: 'PATCH', url: place, headers, payload: bytes }))
}

/** Asks how far an upload is, and what became of it. */
export async function askOffset({ server, app, session }: Sender, place: string) {
  const headers = { ...headersOf(server, session), ...protocol }
  return read(await app.inject({ method: 'HEAD', url: place, headers }))
}

/** Ends an upload. */
export async function cancel({ server, app, session }: Sender, place: string) {
  const headers = { ...headersOf(server, session), ...protocol }
  return read(await app.inject({ method: 'DELETE', url: place, headers }))
}

type Injected = { statusCode: number; body: string; headers: Record<string, unknown> }

function read({ statusCode, body, headers }: Injected) {
  const offset = headers['upload-offset']
  return {
    status: statusCode,
    body,
    offset: offset === undefined ? undefined : Number(offset),
    outcome: headers['send-outcome'],
  }
}
