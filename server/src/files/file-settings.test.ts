import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import { auditEvents } from '../audit/tables.ts'
import { buildPortalSession, buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const closed = usualFileSettings
const opened = { ...usualFileSettings, staffOpenUnscanned: true }

test('only who administers the portals settles what counts for files, and who may only look changes nothing', async () => {
  const change = { before: closed, after: opened }
  for (const session of [
    await buildPortalSession(server, 'citizen'),
    await buildStaffSession(server, ['people', 'manageIncomingForms']),
  ]) {
    await expect(server.caller(session).files.getSettings()).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(server.caller(session).files.setSettings(change)).rejects.toMatchObject({
      id: 'not-allowed',
    })
  }
  const reader = await buildStaffSession(server, ['portalAdministration.read'])
  await expect(server.caller(reader).files.setSettings(change)).rejects.toMatchObject({ id: 'not-allowed' })
  expect(await server.caller(reader).files.getSettings()).toEqual({ ...closed, hasScanner: false })
})

test('a change counts at once, leaves a line, and of two at the same time one is told of the other', async () => {
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const { files } = server.caller(administrator)
  const outcomes = await Promise.allSettled([
    files.setSettings({ before: closed, after: opened }),
    files.setSettings({ before: closed, after: opened }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { id: 'conflict' } })
  expect(await files.getSettings()).toMatchObject(opened)
  const [line] = await server.ownerDatabase.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
  expect(line).toMatchObject({
    action: 'files.setSettings',
    actorUserId: administrator.userId,
    details: opened,
  })
})

test('limits stay within what is tried, and all files of a form together are no less than one of them', async () => {
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const { files } = server.caller(administrator)
  const { hasScanner: _, ...before } = await files.getSettings()
  for (const limits of [
    { fileMegabytes: 51 },
    { fileMegabytes: 0 },
    { fileMegabytes: 1.5 },
    { formMegabytes: 1001 },
    { fileMegabytes: 50, formMegabytes: 49 },
  ])
    await expect(files.setSettings({ before, after: { ...before, ...limits } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
})
