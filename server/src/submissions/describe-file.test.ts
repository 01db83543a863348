import type { FastifyInstance } from 'fastify'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from '../host.ts'
import { buildPortalSession } from '../testing/build-sessions.ts'
import { sendStarted, startWithFiles, upload } from '../testing/build-upload.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

test('only its sender describes a file, until the form is sent, in words that can be kept', async () => {
  const started = await startWithFiles(server, { types: ['text'] })
  const { parent, officer, submissionId } = started
  const { files } = await upload({ server, app }, started, [['report.txt', 'What helps.']])
  const fileId = files[0]?.fileId ?? ''
  const describe = (session: typeof parent, description: string, file = fileId) =>
    server.caller(session).submissions.describeFile({ submissionId, fileId: file, description })
  for (const session of [await buildPortalSession(server, 'citizen'), officer])
    await expect(describe(session, 'Mine')).rejects.toMatchObject({ id: 'not-found' })
  await expect(describe(parent, 'Of nothing', newId())).rejects.toMatchObject({ id: 'not-found' })
  for (const description of ['x'.repeat(201), 'a\u0000b'])
    await expect(describe(parent, description)).rejects.toMatchObject({ code: 'BAD_REQUEST' })

  const read = async () => (await server.caller(parent).submissions.getMine({ submissionId })).files
  await describe(parent, ' The report of the school ')
  expect(await read()).toMatchObject([{ description: 'The report of the school' }])
  await describe(parent, ' ')
  expect(await read()).toMatchObject([{ description: null }])
  await describe(parent, 'The report of the school')
  await sendStarted(server, started)
  await server.runJobs()
  await expect(describe(parent, 'Another')).rejects.toMatchObject({ id: 'conflict' })
  expect(await server.caller(officer).chronology.getIncoming({ submissionId })).toMatchObject({
    files: [{ description: 'The report of the school' }],
  })
})
