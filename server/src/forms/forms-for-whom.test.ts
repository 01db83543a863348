import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Audience } from '@send/shared/forms/form-definition'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
const forms = {} as Record<Audience, string>

beforeAll(async () => {
  server = await createTestServer()
  const builder = server.caller(await buildStaffSession(server, ['formBuilder']))
  for (const audience of ['parents', 'youngPeople', 'professionals'] as const) {
    forms[audience] = newId()
    const definition = buildForm({ code: `WHOM-${audience.toUpperCase()}`, audience })
    const publication = { formId: forms[audience], baseVersion: null, definition, live: true }
    await builder.forms.publish(await withPassedCheck({ idempotencyKey: newId(), ...publication }))
  }
})
afterAll(() => server.close())

const start = (session: BuiltSession, audience: Audience) =>
  server.caller(session).submissions.start({ idempotencyKey: newId(), formId: forms[audience] })

test('a form for the other kind of citizen is not started, and the refusal says what to do', async () => {
  const parent = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
  const young = await buildPortalSession(server, 'citizen', { citizenKind: 'youngPerson' })
  await expect(start(parent, 'youngPeople')).rejects.toMatchObject({
    id: 'not-allowed',
    message: expect.stringMatching(/for young people.*change this in your account/) as string,
  })
  await expect(start(young, 'parents')).rejects.toMatchObject({
    id: 'not-allowed',
    message: expect.stringMatching(/for parents and carers.*change this in your account/) as string,
  })
})

test('a form of the other portal is as unknown as one that never was', async () => {
  const young = await buildPortalSession(server, 'citizen', { citizenKind: 'youngPerson' })
  const professional = await buildPortalSession(server, 'professional')
  await expect(start(young, 'professionals')).rejects.toMatchObject({ id: 'not-found' })
  for (const audience of ['parents', 'youngPeople'] as const)
    await expect(start(professional, audience)).rejects.toMatchObject({ id: 'not-found' })
})

test.each([
  ['a parent', 'parentCarer', ['parents'], ['youngPeople']],
  ['a young person', 'youngPerson', ['youngPeople'], ['parents']],
  ['who has not said', undefined, ['parents', 'youngPeople'], []],
] as const)(
  '%s is shown the forms for them alone, and starts them',
  async (_who, citizenKind, own, others) => {
    const session = await buildPortalSession(server, 'citizen', citizenKind ? { citizenKind } : {})
    const listed = await server.caller(session).forms.listAvailable()
    expect(listed.forms.map(({ formId }) => formId).toSorted()).toEqual(
      own.map((each) => forms[each]).toSorted(),
    )
    expect(listed.forOthers).toEqual(others.map((audience) => ({ formId: forms[audience], audience })))
    for (const audience of own) expect(await start(session, audience)).toHaveProperty('submissionId')
  },
)

test('a form that was begun stays its owner’s when they say that they are somebody else', async () => {
  const session = await buildPortalSession(server, 'citizen')
  const { submissionId } = await start(session, 'parents')
  const citizen = server.caller(session)
  const details = { name: 'Sam Evans', phone: null, jobTitle: null, language: 'en' as const }
  await citizen.ownAccount.setDetails({ ...details, citizenKind: 'youngPerson' })
  expect(await citizen.submissions.getMine({ submissionId })).toMatchObject({ status: 'inProgress' })
  await expect(start(session, 'parents')).rejects.toMatchObject({ id: 'not-allowed' })
})

test('what a portal user may start is nothing for staff', async () => {
  const staff = await buildStaffSession(server, ['formBuilder'])
  await expect(start(staff, 'parents')).rejects.toMatchObject({ id: 'not-found' })
})
