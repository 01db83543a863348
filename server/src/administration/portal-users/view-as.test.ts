import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAsked, buildSchool } from '../../testing/advice-steps.ts'
import { publishAdviceForm } from '../../testing/build-advice.ts'
import { beginThreePages, joinForm, publishThreePages } from '../../testing/build-shared-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people', 'verifyProfessionals'])
})
afterAll(() => server.close())

const reason = 'They rang and see nothing'
const viewAs = (user: BuiltSession, by = officer) =>
  server.caller(by).portalUsers.viewAs({ userId: user.userId, reason })

test('SR-565: what a professional sees of requests for advice an officer sees as theirs, and of another school nothing', async () => {
  const form = await publishAdviceForm(server, officer)
  const school = await buildAsked(server, { officer, form })
  const another = await buildSchool(server, officer)
  const family = await buildPortalSession(server, 'citizen')
  const looking = await buildStaffSession(server, ['people', 'chronology'])
  await expect(viewAs(school.lead, looking)).rejects.toMatchObject({ id: 'not-allowed' })

  const { requests } = await server.caller(school.lead).advice.listMine()
  expect(requests).toHaveLength(1)
  expect((await viewAs(school.lead)).advice).toEqual(requests)
  expect((await viewAs(another.lead)).advice).toEqual([])
  expect((await viewAs(family)).advice).toEqual([])
  await server.caller(officer).advice.withdraw({
    idempotencyKey: newId(),
    adviceRequestId: school.adviceRequestId,
    reason: 'By mistake',
    knowsOfDraft: false,
  })
  expect((await viewAs(school.lead)).advice).toEqual([])
})

test('SR-565: of comments on unsent forms an officer sees that there are some, never what they say nor those on other pages', async () => {
  const form = await publishThreePages(server)
  const owner = await buildPortalSession(server, 'citizen', { name: 'Olive Owner' })
  const submissionId = await beginThreePages(server, owner, form)
  const pageIds = [form.pages.needs.id]
  const { helper, helperId } = await joinForm(server, owner, { submissionId, role: 'comment', pageIds })
  const say = (session: BuiltSession, pageId: string, words: string) =>
    server.caller(session).sharedForms.comment({ idempotencyKey: newId(), submissionId, pageId, words })
  await say(helper, form.pages.needs.id, 'Canarywords of the helper')
  await say(owner, form.pages.own.id, 'Canarywords of the owner')

  const [ofOwner, ofHelper] = [await viewAs(owner), await viewAs(helper)]
  expect(ofOwner).toMatchObject({ sharedForms: [], openComments: { [submissionId]: 2 } })
  expect(ofHelper).toMatchObject({
    submissions: [],
    sharedForms: [{ submissionId, ownerName: 'Olive Owner', role: 'comment' }],
    openComments: { [submissionId]: 1 },
  })
  expect(JSON.stringify([ofOwner, ofHelper])).not.toMatch(/Canarywords|Canarysecret/)
  await server.caller(owner).sharedForms.withdraw({ submissionId, helperId })
  expect(await viewAs(helper)).toMatchObject({ sharedForms: [], openComments: {} })
})
