import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginThreePages, joinForm, publishThreePages } from '../../testing/build-shared-form.ts'
import { buildPortalSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const commentsOf = async (session: BuiltSession) =>
  (await server.caller(session).submissions.exportMine({})).comments

test('SR-566: a download holds the comments on one’s own forms, and of others’ those on the pages that are open now', async () => {
  const form = await publishThreePages(server)
  const owner = await buildPortalSession(server, 'citizen', { name: 'Olive Owner' })
  const stranger = await buildPortalSession(server, 'citizen')
  const submissionId = await beginThreePages(server, owner, form)
  const pageIds = [form.pages.needs.id]
  const { helper, helperId } = await joinForm(server, owner, { submissionId, role: 'comment', pageIds })
  const say = (session: BuiltSession, pageId: string, words: string) =>
    server.caller(session).sharedForms.comment({ idempotencyKey: newId(), submissionId, pageId, words })
  await say(helper, form.pages.needs.id, 'Is it the new school?')
  await say(owner, form.pages.own.id, 'For nobody else.')

  expect(await commentsOf(stranger)).toEqual([])
  expect(await commentsOf(helper)).toMatchObject([{ by: null, words: 'Is it the new school?' }])
  expect(await commentsOf(owner)).toMatchObject([
    { by: 'Robin Helper', words: 'Is it the new school?' },
    { by: null, words: 'For nobody else.' },
  ])
  await server.caller(owner).sharedForms.withdraw({ submissionId, helperId })
  expect(await commentsOf(helper)).toEqual([])
})
