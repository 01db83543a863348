import type { PortalFace, Tile } from '@send/shared/accounts/portal-faces/tiles'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { portalFaces } from '../../accounts/portal-faces/tables.ts'
import { beginAdviceForm, buildAsked, buildSchool, buildVerified } from '../../testing/advice-steps.ts'
import { buildPerson, publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import {
  beginThreePages,
  joinForm,
  publishThreePages,
  readHelpToken,
  type ThreePages,
} from '../../testing/build-shared-form.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm
let familyForm: ThreePages

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people', 'portalAdministration'])
  form = await publishAdviceForm(server, officer)
  familyForm = await publishThreePages(server)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(portalFaces)
})

const key = () => ({ idempotencyKey: newId() })
const refused = { id: 'switched-off', code: 'FORBIDDEN' }
const contentOf = (list: string) => Buffer.from(list).toString('base64')

async function switchOff(face: PortalFace, ...tilesOff: Tile[]): Promise<void> {
  const { portals } = server.caller(officer)
  const { settings: before } = (await portals.get()).faces[face]
  const after = { ...before, tilesOff }
  await portals.setFace({ face, before, after })
}

const claim = {
  relation: 'parentCarer' as const,
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: '2014-02-14',
  evidence: 'I have her birth certificate',
}

test('SR-593: where starting forms is switched off none is listed or started, and what was begun is sent', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const begun = await beginThreePages(server, parent, familyForm)
  const again = { idempotencyKey: newId(), formId: familyForm.formId }
  const first = await server.caller(parent).submissions.start(again)
  await switchOff('citizen', 'startForms')
  const { submissions, forms } = server.caller(parent)
  const fresh = { ...key(), formId: familyForm.formId }
  await expect(submissions.start(fresh)).rejects.toMatchObject(refused)
  expect(await forms.listAvailable()).toEqual({ offered: false, forms: [], forOthers: [] })
  // A press that was repeated still finds what it began before.
  expect(await submissions.start(again)).toEqual(first)
  expect(await submissions.submit({ ...key(), submissionId: begun })).toMatchObject({ outcome: 'received' })
  await switchOff('citizen')
  expect(await submissions.start(fresh)).toMatchObject({ submissionId: expect.any(String) as string })
})

test('SR-593: a tile of one portal is no tile of the other, and what is asked of professionals is always answered', async () => {
  const asked = await buildAsked(server, { officer, form })
  await switchOff('citizen', 'startForms', 'shareForms', 'tellUs')
  const { submissions } = server.caller(asked.member)
  expect(await submissions.start({ ...key(), formId: form.formId })).toBeDefined()
  await switchOff('professional', 'startForms', 'shareForms', 'tellUs', 'addSeveral', 'caseload')
  await expect(submissions.start({ ...key(), formId: form.formId })).rejects.toMatchObject(refused)
  expect(await beginAdviceForm(server, asked.member, asked.adviceRequestId)).toEqual(expect.any(String))
})

test('SR-593: an outside expert with a task starts the form that answers it, until the task ends', async () => {
  const expert = await buildPortalSession(server, 'professional')
  const personId = await buildPerson(server)
  const [id, startsAt] = [newId(), server.clock.now()]
  await server.ownerDatabase.insert(childAccess).values({
    id,
    startsAt,
    personId,
    userId: expert.userId,
    relation: 'expert',
    scopes: ['progress'],
    source: 'invitation',
    reason: 'Please assess her hearing',
    recordedBy: officer.userId,
  })
  await switchOff('professional', 'startForms')
  const { forms, submissions } = server.caller(expert)
  expect((await forms.listAvailable()).forms.map(({ formId }) => formId)).toContain(form.formId)
  expect(await submissions.start({ ...key(), formId: form.formId })).toBeDefined()
  await server.ownerDatabase
    .update(childAccess)
    .set({ endedAt: startsAt, endedBy: officer.userId, endReason: 'Done' })
    .where(eq(childAccess.id, id))
  await expect(submissions.start({ ...key(), formId: form.formId })).rejects.toMatchObject(refused)
})

test('SR-593: where asking others to help is switched off nobody new is asked, and who was asked joins and goes on', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const submissionId = await beginThreePages(server, parent, familyForm)
  const { helper } = await joinForm(server, parent, { submissionId, role: 'edit' })
  const late = await buildPortalSession(server, 'citizen')
  const invite = { submissionId, role: 'edit' as const, pageIds: null }
  await server.caller(parent).sharedForms.invite({ ...key(), ...invite, email: late.email })
  await switchOff('citizen', 'shareForms')
  const another = { ...key(), ...invite, email: 'another@example.org' }
  await expect(server.caller(parent).sharedForms.invite(another)).rejects.toMatchObject(refused)
  const token = await readHelpToken(server, late.email)
  expect(await server.caller(late).sharedForms.accept({ token })).toMatchObject({ submissionId })
  expect(await server.caller(helper).sharedForms.get({ submissionId })).toMatchObject({ role: 'edit' })

  const { member, lead, organisationId } = await buildSchool(server, officer)
  const atWork = await server.caller(member).submissions.start({ ...key(), formId: form.formId })
  await switchOff('professional', 'shareForms')
  const colleague = { ...key(), ...invite, ...atWork, organisationId, userId: lead.userId }
  await expect(server.caller(member).sharedForms.inviteColleague(colleague)).rejects.toMatchObject(refused)
})

test('SR-593: telling of a child, adding several, the caseload and joining are refused where they are switched off', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const { lead, organisationId } = await buildSchool(server, officer)
  const waits = await server.caller(parent).childAccess.claim({ ...key(), ...claim })
  const newcomer = await buildVerified(server, officer, 'Nell Newcomer')
  const elsewhere = await buildOrganisation(server)
  const asks = { organisationId: elsewhere }
  await server.caller(newcomer).organisations.ask({ ...key(), ...asks })
  const others: Tile[] = ['tellUs', 'addSeveral', 'caseload', 'joinOrganisation']
  await switchOff('citizen', 'tellUs')
  await switchOff('professional', ...others)

  const list = { organisationId, content: contentOf('given_names,family_name,date_of_birth') }
  const atSchool = server.caller(lead)
  for (const attempt of [
    () => server.caller(parent).childAccess.claim({ ...key(), ...claim }),
    () => atSchool.childAccess.claim({ ...key(), ...claim, relation: 'professional' }),
    () => atSchool.addedChildren.check(list),
    () => atSchool.addedChildren.add({ ...key(), ...list, confirmed: 1 }),
    () => atSchool.advice.listCaseload({ view: 'active' }),
    () => atSchool.organisations.search({ text: 'Elm' }),
    () => atSchool.organisations.ask({ ...key(), ...asks }),
  ])
    await expect(attempt()).rejects.toMatchObject(refused)

  // What waits is still seen, counted and taken back.
  const { claims } = await server.caller(parent).childAccess.listMyClaims()
  expect(claims).toMatchObject([{ claimId: waits.claimId, state: 'waiting' }])
  const { portals } = server.caller(officer)
  expect((await portals.countTileUse({ face: 'citizen' })).tellUs).toBe(1)
  expect((await portals.countTileUse({ face: 'professional' })).joinOrganisation).toBe(1)
  await server.caller(parent).childAccess.withdrawClaim(waits)
  await server.caller(newcomer).organisations.takeBackRequest(asks)
  expect((await portals.countTileUse({ face: 'citizen' })).tellUs).toBe(0)
  expect((await portals.countTileUse({ face: 'professional' })).joinOrganisation).toBe(0)
})

test('how much is begun is counted for each portal apart', async () => {
  const count = async (face: PortalFace) =>
    (await server.caller(officer).portals.countTileUse({ face })).startForms
  const before = { citizen: await count('citizen'), professional: await count('professional') }
  await beginThreePages(server, await buildPortalSession(server, 'citizen'), familyForm)
  expect(await count('citizen')).toBe(before.citizen + 1)
  expect(await count('professional')).toBe(before.professional)
})
