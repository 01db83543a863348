import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { organisationMembers } from '../../accounts/organisations/tables.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import {
  beginThreePages,
  publishThreePages,
  readHelpToken,
  type ThreePages,
} from '../../testing/build-shared-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let form: ThreePages
let officer: BuiltSession
let senco: BuiltSession
let colleague: BuiltSession
let organisationId: string
let submissionId: string

beforeAll(async () => {
  server = await createTestServer()
  form = await publishThreePages(server, 'professionals')
  officer = await buildStaffSession(server, [])
})
beforeEach(async () => {
  senco = await buildPortalSession(server, 'professional', { name: 'Sian SENCo' })
  colleague = await buildPortalSession(server, 'professional', { name: 'Col League' })
  organisationId = await buildOrganisation(server, {
    members: [
      [senco, 'lead'],
      [colleague, 'member'],
    ],
  })
  await buildVerification(server, colleague.userId, officer.userId)
  submissionId = await beginThreePages(server, senco, form)
})
afterAll(() => server.close())

const of = (session: BuiltSession) => server.caller(session).sharedForms
async function askColleague(): Promise<string> {
  await of(senco).inviteColleague({ ...help(), organisationId, userId: colleague.userId })
  return readHelpToken(server, colleague.email)
}
const help = () => ({ idempotencyKey: newId(), submissionId, role: 'edit' as const, pageIds: null })

test('SR-470: a professional asks nobody but colleagues, and nobody by an address', async () => {
  const stranger = await buildPortalSession(server, 'professional')
  const elsewhere = await buildOrganisation(server, { members: [[stranger, 'lead']] })
  const byAddress = { ...help(), email: 'somebody@example.org' }
  await expect(of(senco).invite(byAddress)).rejects.toMatchObject({ id: 'not-allowed' })
  for (const wrong of [
    { organisationId, userId: stranger.userId },
    { organisationId: elsewhere, userId: stranger.userId },
    { organisationId, userId: senco.userId },
  ])
    await expect(of(senco).inviteColleague({ ...help(), ...wrong })).rejects.toMatchObject({
      id: 'not-found',
    })
  const parent = await buildPortalSession(server, 'citizen')
  await expect(of(parent).listColleagues()).rejects.toMatchObject({ id: 'not-allowed' })
  await expect(
    of(parent).inviteColleague({ ...help(), organisationId, userId: colleague.userId }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
  expect((await of(senco).listColleagues()).colleagues).toMatchObject([{ name: 'Col League' }])
  expect((await of(stranger).listColleagues()).colleagues).toEqual([])
})

test('SR-470: a colleague joins by the link, no other member does, and who leaves the organisation helps no longer', async () => {
  const token = await askColleague()
  const third = await buildPortalSession(server, 'professional')
  expect(await of(third).accept({ token })).toEqual({ outcome: 'refused', why: 'otherAccount' })
  expect(await of(colleague).accept({ token })).toEqual({ outcome: 'joined', submissionId })
  expect((await of(colleague).listMine()).forms).toHaveLength(1)
  await of(colleague).get({ submissionId })
  await server.ownerDatabase
    .update(organisationMembers)
    .set({ state: 'left' })
    .where(eq(organisationMembers.userId, colleague.userId))
  await expect(of(colleague).get({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
  expect((await of(colleague).listMine()).forms).toEqual([])
  const page = { submissionId, pageId: form.pages.needs.id }
  expect(await of(colleague).findEnded(page)).toMatchObject({ why: 'withdrawn' })
})

test('SR-585: whoever the authority has not verified is no colleague: neither listed, nor asked, nor let in by a link, nor any longer a helper', async () => {
  const next = await buildPortalSession(server, 'professional', { name: 'New Comer' })
  const membership = { role: 'member', state: 'active', askedAt: server.clock.now() } as const
  await server.ownerDatabase
    .insert(organisationMembers)
    .values({ organisationId, userId: next.userId, ...membership })
  expect((await of(senco).listColleagues()).colleagues.map(({ name }) => name)).toEqual(['Col League'])
  await expect(
    of(senco).inviteColleague({ ...help(), organisationId, userId: next.userId }),
  ).rejects.toMatchObject({ id: 'not-found' })

  const decide = (decision: 'verified' | 'withdrawn') => {
    server.clock.moveBy(60_000)
    return buildVerification(server, colleague.userId, officer.userId, { decision })
  }
  const token = await askColleague()
  await decide('withdrawn')
  expect(await of(colleague).accept({ token })).toEqual({ outcome: 'refused', why: 'otherAccount' })
  await decide('verified')
  expect(await of(colleague).accept({ token })).toEqual({ outcome: 'joined', submissionId })
  await of(colleague).get({ submissionId })
  await decide('withdrawn')
  await expect(of(colleague).get({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
  expect((await of(colleague).listMine()).forms).toEqual([])
})
