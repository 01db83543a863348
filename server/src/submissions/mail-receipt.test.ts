import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../testing/build-waiting-child.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let form: PublishedForm
let sender: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  const officer = await buildStaffSession(server, ['formBuilder', 'manageIncomingForms'])
  form = await publishRequestForm(server, officer)
})
afterAll(() => server.close())
beforeEach(async () => {
  sender = await buildPortalSession(server, 'citizen')
})

const receipts = () =>
  server.mailbox.filter(({ subject }) => /received your form|derbyn eich ffurflen/.test(subject))

test('whoever sent a form is told once that it arrived, with its reference, and nothing of the child', async () => {
  const { submissionId, reference } = await sendChild(server, {
    form,
    sender,
    child: { givenNames: 'Zyxcanary' },
  })
  const [mail, ...others] = receipts()
  expect(others).toEqual([])
  expect(mail?.subject).toBe(`We have received your form ${reference}`)
  expect(mail?.text).toContain(`http://localhost:3000/submissions/${submissionId}`)
  expect(JSON.stringify(mail)).not.toMatch(/Zyxcanary|Rees|CF10/)
})

test('it is in the language of whoever sent the form', async () => {
  await server.ownerDatabase.update(users).set({ language: 'cy' }).where(eq(users.id, sender.userId))
  const { reference } = await sendChild(server, { form, sender, child: { givenNames: 'Mali' } })
  expect(receipts().at(-1)?.subject).toBe(`Rydym wedi derbyn eich ffurflen ${reference}`)
})

test('who closed their account meanwhile is not written to', async () => {
  const before = receipts().length
  await sendChild(server, {
    form,
    sender,
    child: { givenNames: 'Ida' },
    meanwhile: async () => {
      await server.ownerDatabase
        .update(users)
        .set({ closedAt: server.clock.now() })
        .where(eq(users.id, sender.userId))
    },
  })
  expect(receipts()).toHaveLength(before)
})
