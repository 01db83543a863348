import type { FastifyInstance } from 'fastify'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

/** How a session shows itself at the addresses of files, from the portal or from the client. */
export function headersOf(server: TestServer, { token, face }: BuiltSession): Record<string, string> {
  if (face === 'desktop') return { authorization: `Bearer ${token}` }
  return {
    authorization: `Bearer ${token}`,
    'x-send-service': server.services.portal.serviceSecret,
    'x-send-face': face,
    'x-send-visitor-address': '198.51.100.7',
  }
}

/** The body of an upload, a part for each file; names and bytes stand in it as they are. */
export function multipartOf(files: readonly (readonly [name: string, content: Buffer | string])[]): {
  payload: Buffer
  headers: Record<string, string>
} {
  const edge = 'edge-of-a-part'
  const parts = files.flatMap(([name, content]) => [
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
        `content-type: application/pdf\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}

/** A live form with a child and one file question, begun by a parent; an officer may process it. */
export async function startWithFiles(
  server: TestServer,
  overrides: Parameters<typeof buildQuestion<'file'>>[1] = {},
) {
  const officer = await buildStaffSession(server, [
    'formBuilder',
    'manageIncomingForms',
    'matching',
    'people',
    'chronology',
  ])
  const [details, question] = [buildQuestion('childDetails'), buildQuestion('file', overrides)]
  const page = buildPage([details, question])
  const code = `FILES-${question.id.slice(2, 10).toUpperCase()}`
  const definition = buildForm({ code, pages: [page] })
  const formId = newId()
  const input = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await server.caller(officer).forms.publish(await withPassedCheck(input))
  const parent = await buildPortalSession(server, 'citizen')
  const { submissionId } = await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId })
  const url = `/files/${submissionId}/${question.id}`
  return { officer, parent, submissionId, url, code, page, details }
}

export type Started = Awaited<ReturnType<typeof startWithFiles>>

type Answer = { files: { fileId: string; name: string }[]; refused: { name: string; reason: string }[] }

/** Sends files as a browser does and gives the server's answer. */
export async function upload(
  { server, app }: { server: TestServer; app: FastifyInstance },
  { url, parent }: Pick<Started, 'url' | 'parent'>,
  files: readonly (readonly [name: string, content: Buffer | string])[],
): Promise<Answer> {
  const { payload, headers } = multipartOf(files)
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...headersOf(server, parent) },
    payload,
  })
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`)
  return response.json<Answer>()
}

/** Answers the question about the child and sends the form. */
export async function sendStarted(server: TestServer, { parent, submissionId, page, details }: Started) {
  const { submissions } = server.caller(parent)
  const dateOfBirth = { day: '4', month: '9', year: '2018' }
  const child = {
    givenNames: `Cai ${submissionId.slice(-6)}`,
    familyName: 'Rees',
    dateOfBirth,
    sex: '' as const,
    postcode: '',
    upn: '',
  }
  await submissions.savePage({ submissionId, pageId: page.id, answers: { [details.id]: child } })
  return submissions.submit({ idempotencyKey: newId(), submissionId })
}
