import { usualAuthority, usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { users } from '../../accounts/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration', 'userAdministration'])
})
afterAll(() => server.close())

async function newestTo(email: string): Promise<string> {
  await server.runJobs()
  return server.mailbox.findLast(({ to }) => to === email)?.text ?? ''
}

/** The message to somebody who asks for an account. */
async function registered(face: 'citizen' | 'professional', language: 'en' | 'cy', known = false) {
  const account = known ? await buildPortalSession(server, face) : undefined
  const email = account?.email ?? `somebody-${newId()}@example.org`
  await server.caller({ face, token: null }).accounts.register({ email, language })
  return newestTo(email)
}

test('an e-mail is as it was shipped until the authority has settled a name', async () => {
  expect(await registered('citizen', 'en')).toMatch(/ignore this message\.\n$/)
})

test('SR-596: an e-mail ends with the service of its own portal and the authority, in the language of who gets it, known or not', async () => {
  const { portals } = server.caller(administrator)
  await portals.setAuthority({
    before: usualAuthority,
    after: { ...usualAuthority, name: { en: 'Yourtown Council', cy: 'Cyngor Eich Tref' } },
  })
  const before = usualFaces.citizen
  const after = { ...before, serviceName: { en: 'Help with learning' } }
  await portals.setFace({ face: 'citizen', before, after })

  const english = '\n\nHelp with learning\nYourtown Council\n'
  for (const known of [false, true]) {
    expect((await registered('citizen', 'en', known)).endsWith(english)).toBe(true)
    expect(await registered('citizen', 'cy', known)).toMatch(/\n\nHelp with learning\nCyngor Eich Tref\n$/)
    expect(await registered('professional', 'en', known)).toMatch(
      /\n\nFor professionals\nYourtown Council\n$/,
    )
  }
})

test('a code bears the name of the portal, and a message to staff that of none', async () => {
  const parent = await buildPortalSession(server, 'citizen', { secondStep: false })
  await server.caller(parent).accounts.sendEmailCode()
  expect(await newestTo(parent.email)).toMatch(/\n\nHelp with learning\nYourtown Council\n$/)

  const colleague = await buildStaffSession(server, ['people'])
  const { id } = (
    await server.ownerDatabase.select().from(users).where(eq(users.email, colleague.email))
  )[0] ?? { id: '' }
  await server
    .caller(administrator)
    .administration.issueStartingCode({ userId: id, reason: 'Lost the telephone' })
  const toStaff = await newestTo(colleague.email)
  expect(toStaff).not.toBe('')
  expect(toStaff).not.toContain('Yourtown Council')
})
