import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginAdviceForm, buildAsked } from '../../testing/advice-steps.ts'
import { publishAdviceForm } from '../../testing/build-advice.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people', 'verifyProfessionals'])
})
afterAll(() => server.close())

const exported = (session: BuiltSession) => server.caller(session).advice.exportMine({})

test('SR-566: a download holds the requests for advice that one works on, after the password, and nobody else’s', async () => {
  const form = await publishAdviceForm(server, officer)
  const { lead, member, adviceRequestId, organisationId } = await buildAsked(server, { officer, form })
  for (const session of [officer, await buildPortalSession(server, 'citizen')])
    await expect(exported(session)).rejects.toMatchObject({ id: 'not-allowed' })
  // It may be seen by both, and is nobody's yet.
  for (const session of [lead, member]) expect(await exported(session)).toEqual({ requests: [] })

  await beginAdviceForm(server, member, adviceRequestId)
  expect(await exported(member)).toMatchObject({
    requests: [{ child: expect.stringContaining('Khan'), state: 'inProgress', whatChecked: null }],
  })
  expect(await exported(lead)).toEqual({ requests: [] })
  const leave = { organisationId, userId: member.userId, reason: 'Moved on' }
  await server.caller(lead).organisations.remove(leave)
  expect(await exported(member)).toEqual({ requests: [] })
  server.clock.moveBy(11 * 60_000)
  await expect(exported(member)).rejects.toMatchObject({ id: 'password-needed' })
})

test('what somebody looked through before they said that they do not know a child is in their own download alone', async () => {
  const form = await publishAdviceForm(server, officer)
  const { lead, member, adviceRequestId } = await buildAsked(server, { officer, form })
  const { advice } = server.caller(member)
  const handed = { idempotencyKey: newId(), adviceRequestId, userId: lead.userId }
  await advice.handOver(handed)
  const whatChecked = 'The register since 2019'
  await server.caller(lead).advice.answerNotKnown({ idempotencyKey: newId(), adviceRequestId, whatChecked })
  expect(await exported(lead)).toMatchObject({ requests: [{ state: 'notKnown', whatChecked }] })
  expect(await exported(member)).toMatchObject({ requests: [{ state: 'notKnown', whatChecked: null }] })
})
