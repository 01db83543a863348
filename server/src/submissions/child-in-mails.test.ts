import { usualAuthority } from '@send/shared/accounts/portal-faces/usual-face'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authoritySettings } from '../accounts/portal-faces/tables.ts'
import { users } from '../accounts/tables.ts'
import { buildAsked } from '../testing/advice-steps.ts'
import { publishAdviceForm } from '../testing/build-advice.ts'
import { answerFamily, publishFamilyForm, sendFamily, type FamilyForm } from '../testing/build-family-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: FamilyForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['portalAdministration', 'formBuilder', 'people', 'share'])
  form = await publishFamilyForm(server, officer)
})
afterAll(() => server.close())
beforeEach(() => server.ownerDatabase.delete(authoritySettings))

async function letInitials(): Promise<void> {
  const after = { ...usualAuthority, initialsInMails: true }
  await server.caller(officer).portals.setAuthority({ before: usualAuthority, after })
}

async function newestTo({ email }: BuiltSession): Promise<string> {
  await server.runJobs()
  const mail = server.mailbox.findLast(({ to }) => to === email)
  return `${mail?.subject}\n${mail?.text}`
}

/** The receipt of a form about Amira Whitfield. */
async function receiptTo(language: 'en' | 'cy' = 'en', child = {}): Promise<string> {
  const sender = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
  await server.ownerDatabase.update(users).set({ language }).where(eq(users.id, sender.userId))
  await sendFamily(server, { form, sender, told: { child } })
  return newestTo(sender)
}

test('SR-597: without the process of the portals nobody lets e-mails say initials', async () => {
  const colleague = await buildStaffSession(server, ['people', 'matching', 'userAdministration'])
  const change = { before: usualAuthority, after: { ...usualAuthority, initialsInMails: true } }
  for (const session of [colleague, await buildPortalSession(server, 'citizen')])
    await expect(server.caller(session).portals.setAuthority(change)).rejects.toMatchObject({
      id: 'not-allowed',
    })
})

test('SR-597: an e-mail says nothing of the child until the authority lets it, then initials, and never a name', async () => {
  const before = await receiptTo()
  expect(before).toContain('We have received your form')
  expect(before).not.toContain('This is about')
  await letInitials()
  const [english, welsh] = [await receiptTo(), await receiptTo('cy')]
  expect(english).toContain('\n\nThis is about A. W.\n')
  expect(welsh).toContain('\n\nMae hyn am A. W.\n')
  for (const mail of [before, english, welsh]) expect(mail).not.toMatch(/Amira|Whitfield/)
})

test('a form whose child has no letter for a name has an e-mail without initials', async () => {
  await letInitials()
  expect(await receiptTo('en', { givenNames: '…', familyName: '—' })).not.toContain('This is about')
})

test('a request for advice says its child in the same way, and a message about no child says none', async () => {
  await letInitials()
  const asked = await buildAsked(server, { officer, form: await publishAdviceForm(server, officer) })
  const mail = await newestTo(asked.lead)
  expect(mail).toContain('\n\nThis is about A. K.\n')
  expect(mail).not.toMatch(/Amira|Khan/)
  const email = `somebody-${newId()}@example.org`
  await server.caller({ face: 'citizen', token: null }).accounts.register({ email, language: 'en' })
  await server.runJobs()
  expect(server.mailbox.findLast(({ to }) => to === email)?.text).not.toContain('This is about')
})

test('a question about a form and the reminder of an unsent one say the child in the same way', async () => {
  await letInitials()
  const sender = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
  const { incomingChildId } = await sendFamily(server, { form, sender, told: {} })
  const matching = await buildStaffSession(server, ['matching'])
  const { version } = await server.caller(matching).suspense.get({ incomingChildId })
  const decision = { idempotencyKey: newId(), incomingChildId, version }
  await server.caller(matching).suspense.ask({ ...decision, question: 'Which school is it?' })
  const asked = await newestTo(sender)
  expect(asked).toContain('\n\nThis is about A. W.\n')

  const later = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
  const unsent = server.caller(later).submissions
  const { submissionId } = await unsent.start({ idempotencyKey: newId(), formId: form.formId })
  const answers = answerFamily(form, { child: { givenNames: 'Noor' } })
  await unsent.savePage({ submissionId, pageId: form.pageId, answers })
  server.clock.moveBy(80 * 86_400_000)
  const job = { queue: 'end-resting-forms', data: {} } as const
  await server.database.transaction((tx) => server.services.jobs.enqueue(tx, job))
  const reminded = await newestTo(later)
  expect(reminded).toContain('will be deleted')
  expect(reminded).toContain('\n\nThis is about N. W.\n')
  for (const mail of [asked, reminded]) expect(mail).not.toMatch(/Amira|Noor|Whitfield/)
})
