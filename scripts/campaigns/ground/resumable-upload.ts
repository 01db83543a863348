import { partBytes } from '@send/shared/submissions/upload-parts'
import { TRPCClientError } from '@trpc/client'
import type { Stack } from '../../stack.ts'
import { patience } from './ask.ts'
import type { Person } from './person.ts'

/** The upload of one file by the protocol with which browsers resume. */
export type ResumableUpload = { place: string; file: Buffer }

export type Found = { offset: number; outcome: string | null }

/** Milliseconds for all the bytes of a file, and for looking into it. */
const uploadPatience = 60_000
const protocol = { 'tus-resumable': '1.0.0' }

/** Begins the upload of a file to a question. */
export async function beginResumable(
  stack: Stack,
  person: Person,
  target: { submissionId: string; questionId: string },
  file: Buffer,
): Promise<ResumableUpload> {
  const answer = await send(`${stack.serverUrl}/uploads/${target.submissionId}/${target.questionId}`, {
    method: 'POST',
    headers: {
      ...person.headers,
      ...protocol,
      'upload-length': String(file.length),
      'upload-metadata': `filename ${Buffer.from('report.pdf').toString('base64')}`,
    },
    signal: AbortSignal.timeout(patience),
  })
  return { place: new URL(answer.headers.get('location') ?? '', stack.serverUrl).href, file }
}

/** How far the server has the file, and what became of it. */
export async function findResumable(person: Person, { place }: ResumableUpload): Promise<Found> {
  const { headers } = await send(place, {
    method: 'HEAD',
    headers: { ...person.headers, ...protocol },
    signal: AbortSignal.timeout(patience),
  })
  return { offset: Number(headers.get('upload-offset')), outcome: headers.get('send-outcome') }
}

/** Sends what the server has not; says what became of the file. */
export async function resume(person: Person, upload: ResumableUpload): Promise<string | null> {
  const { offset, outcome } = await findResumable(person, upload)
  if (outcome) return outcome
  const rest = upload.file.subarray(offset)
  const answer = await patch(person, upload, { offset, body: new Uint8Array(rest) })
  return answer.headers.get('send-outcome')
}

/** Sends the first bytes of a file and no more, with the line left open; ends when the line does. */
export async function sendUpTo(person: Person, upload: ResumableUpload, bytes: number): Promise<void> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes; at += partBytes)
        controller.enqueue(new Uint8Array(upload.file.subarray(at, Math.min(at + partBytes, bytes))))
      if (bytes === upload.file.length) controller.close()
    },
  })
  await patch(person, upload, { offset: 0, body })
}

async function patch(
  person: Person,
  { place }: ResumableUpload,
  {
    offset,
    body,
  }: { offset: number; body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> },
): Promise<Response> {
  const headers = {
    ...person.headers,
    ...protocol,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  }
  // `duplex` is asked for by the standard and not yet known to the types of the browser.
  const init = { method: 'PATCH', headers, body, duplex: 'half' as const }
  return send(place, { ...init, signal: AbortSignal.timeout(uploadPatience) })
}

/** Fails like a procedure does. */
async function send(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw new TRPCClientError(String(error))
  })
  if (!answer.ok) throw new TRPCClientError(`${answer.status} ${await answer.text()}`)
  return answer
}
