import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { publishPaperForm } from '../testing/build-entered-form.ts'
import { buildInternalForm, listOf } from '../testing/build-internal-form.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { forms } from './tables.ts'

let server: TestServer
let designer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  designer = await buildStaffSession(server, ['formBuilder', 'completeForms'])
})
afterAll(() => server.close())

const stranger = () => server.caller({ face: 'citizen', token: null })

test('SR-492: a form that is not live, or of staff, is not found by whoever asks for it blank', async () => {
  const { formId } = await publishPaperForm(server, designer)
  await server.ownerDatabase.update(forms).set({ live: false }).where(eq(forms.id, formId))
  const ofStaff = await buildInternalForm(server, {
    by: designer.userId,
    accessList: listOf([designer.userId, 'read', 'write']),
    versions: [{ pages: [buildPage([buildQuestion('yesNo')])], effectiveFrom: '2026-01-01' }],
  })
  for (const id of [formId, ofStaff.formId, newId()]) {
    await expect(stranger().forms.getBlank({ formId: id })).rejects.toMatchObject({ id: 'not-found' })
    await expect(server.caller(designer).onBehalf.findBlankForm({ formId: id })).rejects.toMatchObject({
      id: 'not-found',
    })
  }
})

test('SR-492: whoever is not signed in reads what a live form asks, and not who may read it once it was sent', async () => {
  const { formId, child } = await publishPaperForm(server, designer)
  const blank = await stranger().forms.getBlank({ formId })
  expect(blank).toMatchObject({ version: 1, publishedAt: '2026-03-02T09:00:00.000Z' })
  expect(blank.definition.pages[0]?.questions[0]?.id).toBe(child)
  expect(JSON.stringify(blank)).not.toContain(designer.groupIds[0])
  expect('accessList' in blank.definition).toBe(false)
})

test('an officer is told where a live form is to be had blank', async () => {
  const { formId } = await publishPaperForm(server, designer)
  const found = await server.caller(designer).onBehalf.findBlankForm({ formId })
  expect(found).toMatchObject({ address: `http://localhost:3000/forms/${formId}/blank.pdf` })
})
