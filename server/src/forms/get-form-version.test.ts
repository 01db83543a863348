import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('whoever may not read forms is refused also when the version was read before', async () => {
  const staff = await buildStaffSession(server, ['formBuilder'])
  const formId = await publish(staff, 'First title')
  await server.caller(staff).forms.getVersion({ formId, version: 1 })
  const parent = await buildPortalSession(server, 'citizen')
  await expect(server.caller(parent).forms.getVersion({ formId, version: 1 })).rejects.toMatchObject({
    message: expect.any(String),
  })
})

test('a version is answered as it was published, before and after the next one', async () => {
  const staff = await buildStaffSession(server, ['formBuilder'])
  const formId = await publish(staff, 'First title')
  const read = async (version: number) =>
    (await server.caller(staff).forms.getVersion({ formId, version })).definition
  const first = await read(1)
  await expect(read(2)).rejects.toThrow()
  await publish(staff, 'Second title', { formId, baseVersion: 1, code: first.code })
  expect((await read(2)).title.en).toBe('Second title')
  expect((await read(1)).title.en).toBe('First title')
  expect(() => (first.title.en = 'changed in memory')).toThrow(TypeError)
})

async function publish(
  staff: Awaited<ReturnType<typeof buildStaffSession>>,
  title: string,
  again?: { formId: string; baseVersion: number; code: string },
): Promise<string> {
  const formId = again?.formId ?? newId()
  const code = again?.code ?? `FORM-${formId.slice(-8).toUpperCase()}`
  const published = await server.caller(staff).forms.publish(
    await withPassedCheck({
      idempotencyKey: newId(),
      formId,
      baseVersion: again?.baseVersion ?? null,
      definition: buildForm({ code, title: { en: title } }),
      live: true,
    }),
  )
  expect(published.outcome).toBe('published')
  return formId
}
