import { faceLimits, type FaceSettings } from '@send/shared/accounts/portal-faces/face-settings'
import { usualShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import { usualAuthority, usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authoritySettings, portalFaces } from '../../accounts/portal-faces/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { inTransactionAs } from '../../database/client.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration'])
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(portalFaces)
  await server.ownerDatabase.delete(authoritySettings)
})

const usual = usualFaces.citizen
const portals = (session = administrator) => server.caller(session).portals
const stranger = () => server.caller({ face: 'citizen', token: null })
const changeOf = (change: Partial<FaceSettings>, before = usual) => ({
  face: 'citizen' as const,
  before,
  after: { ...before, ...change },
})
const named = { serviceName: { en: 'SEND in Yourtown', cy: 'AAA yn Eich Tref' } }

test('SR-590: only who administers the portals settles what they say, and who may only look changes nothing', async () => {
  const refused = { id: 'not-allowed' }
  const renamed = { before: usualAuthority, after: { ...usualAuthority, name: { en: 'Yourtown Council' } } }
  for (const session of [
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
    await buildStaffSession(server, ['formBuilder', 'people', 'userAdministration', 'verifyProfessionals']),
  ]) {
    await expect(portals(session).get()).rejects.toMatchObject(refused)
    await expect(portals(session).countTileUse({ face: 'citizen' })).rejects.toMatchObject(refused)
    await expect(portals(session).setAuthority(renamed)).rejects.toMatchObject(refused)
    await expect(portals(session).setFace(changeOf(named))).rejects.toMatchObject(refused)
  }
  const looker = await buildStaffSession(server, ['portalAdministration.read'])
  await expect(portals(looker).setAuthority(renamed)).rejects.toMatchObject(refused)
  await expect(portals(looker).setFace(changeOf(named))).rejects.toMatchObject(refused)
  expect(await portals(looker).get()).toEqual({
    authority: usualAuthority,
    faces: {
      citizen: { address: 'http://localhost:3000', settings: usualFaces.citizen },
      professional: { address: 'http://localhost:3001', settings: usualFaces.professional },
    },
  })
})

test('SR-590: beneath the rules the database lets everybody read what a portal says, and staff alone write it', async () => {
  await portals().setFace(changeOf(named))
  const as = (kind: 'citizen' | 'public', userId: string | null, statement: string) =>
    inTransactionAs(server.database, { kind, userId }, async (tx) => [
      ...(await tx.execute(sql.raw(statement))),
    ])
  const { userId } = await buildPortalSession(server, 'citizen')
  expect(await as('public', null, 'select face from portal_faces')).toEqual([{ face: 'citizen' }])
  const erase = `update portal_faces set settings = '{}' returning face`
  expect(await as('citizen', userId, erase)).toEqual([])
  expect(await as('public', null, erase)).toEqual([])
  const invent = `insert into authority_settings values (1, '{}', '${userId}', now())`
  await expect(as('citizen', userId, invent)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('row-level security') as string },
  })
})

test('SR-591: everybody reads what a portal says, and neither who set it nor a notice that is not shown', async () => {
  expect(await stranger().portalFaces.show({ face: 'citizen' })).toEqual(usualShownFace('citizen'))
  const notice = { shown: false, title: { en: 'Not for anybody yet' }, text: { en: 'A draft' } }
  const phase = { ...usual.phase, shown: false }
  await portals().setFace(changeOf({ ...named, notice, phase }))
  await portals().setAuthority({
    before: usualAuthority,
    after: { ...usualAuthority, name: { en: 'Yourtown Council' } },
  })
  const shown = await stranger().portalFaces.show({ face: 'citizen' })
  expect(shown).toEqual({
    ...usualShownFace('citizen'),
    ...named,
    authority: { en: 'Yourtown Council' },
    notice: null,
    phase: null,
  })
  expect(JSON.stringify(shown)).not.toContain('draft')
  const { settings } = (await portals().get()).faces.citizen
  await portals().setFace(changeOf({ notice: { ...notice, shown: true } }, settings))
  const { shown: _, ...words } = notice
  expect(await stranger().portalFaces.show({ face: 'citizen' })).toMatchObject({ notice: words })
  expect(await stranger().portalFaces.show({ face: 'professional' })).toMatchObject({
    authority: { en: 'Yourtown Council' },
    notice: null,
    serviceName: usualFaces.professional.serviceName,
  })
})

test('a change leaves a line with what it changed, and of two at the same time one is told of the other', async () => {
  const outcomes = await Promise.allSettled([
    portals().setFace(changeOf(named)),
    portals().setFace(changeOf(named)),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { id: 'conflict' } })
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'portals.setFace'))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  expect(lines[0]).toMatchObject({
    actorUserId: administrator.userId,
    objectId: 'citizen',
    details: { before: { serviceName: usual.serviceName }, after: named },
  })
})

test('SR-592: the name of the authority has a version of its own, which the faces do not touch', async () => {
  const renamed = { ...usualAuthority, name: { en: 'Yourtown Council', cy: 'Cyngor Eich Tref' } }
  await portals().setFace(changeOf(named))
  await portals().setAuthority({ before: usualAuthority, after: renamed })
  await expect(
    portals().setAuthority({ before: usualAuthority, after: { ...usualAuthority, name: { en: 'Another' } } }),
  ).rejects.toMatchObject({ id: 'conflict' })
  expect(await portals().get()).toMatchObject({
    authority: renamed,
    faces: { citizen: { settings: named }, professional: { settings: usualFaces.professional } },
  })
})

const contactOf = (change: Partial<FaceSettings['contact']>) => ({ contact: { ...usual.contact, ...change } })

test.each<[string, Partial<FaceSettings>]>([
  ['a name that is missing', { serviceName: { en: '' } }],
  ['a name in Welsh alone', { serviceName: { en: ' ', cy: 'Porth' } }],
  ['a name that is too long', { serviceName: { en: 'n'.repeat(faceLimits.name + 1) } }],
  ['a name of two lines', { serviceName: { en: 'SEND\nportal' } }],
  ['a title with a control character', { welcomeTitle: { en: 'Ask\u0007 for help' } }],
  ['a text that is too long', { introduction: { en: 'w'.repeat(faceLimits.introduction + 1) } }],
  ['a text that cannot be kept', { introduction: { en: 'half \ud800 a sign' } }],
  ['a telephone number that cannot be rung', contactOf({ phone: '0113 496' })],
  ['an address of no mailbox', contactOf({ email: 'javascript:alert(1)' })],
  ['opening hours in Welsh alone', contactOf({ hours: { en: '', cy: 'Dydd Llun' } })],
  ['a notice without a title', { notice: { shown: true, title: { en: '' }, text: { en: 'Closed' } } }],
  ['a phase without a word', { phase: { ...usual.phase, word: { en: '' } } }],
  ['a tile of the other portal', { tilesOff: ['caseload'] }],
])('SR-592: %s is refused', async (_what, change) => {
  await expect(portals().setFace(changeOf(change))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect((await portals().get()).faces.citizen.settings).toEqual(usual)
})

test('what looks like markup is kept as it was written, and blanks around words are not', async () => {
  const words = '<script>alert(1)</script> \u202eright to left'
  await portals().setFace(changeOf({ serviceName: { en: `  ${words}  ` } }))
  expect(await stranger().portalFaces.show({ face: 'citizen' })).toMatchObject({ serviceName: { en: words } })
})
