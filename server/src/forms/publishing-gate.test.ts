import { afterAll, beforeAll, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { keptOf, type AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import { buildAccessibilityCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../audit/tables.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { formVersions } from './tables.ts'

let server: TestServer
let designer: BuiltSession
let made = 0

beforeAll(async () => {
  server = await createTestServer()
  designer = await buildStaffSession(server, ['formBuilder'])
})
afterAll(() => server.close())

const nextForm = (overrides: Partial<FormDefinition> = {}) =>
  buildForm({ code: `GATE-${(made += 1)}`, ...overrides })

async function publish(definition: FormDefinition, accessibilityCheck?: AccessibilityCheck) {
  const publication = { formId: newId(), baseVersion: null, definition, live: true }
  return {
    formId: publication.formId,
    answer: await server.caller(designer).forms.publish({
      idempotencyKey: newId(),
      ...publication,
      ...(accessibilityCheck ? { accessibilityCheck } : {}),
    }),
  }
}

async function expectRefusal(
  { formId, answer }: Awaited<ReturnType<typeof publish>>,
  sentence: string,
): Promise<void> {
  expect(answer).toEqual({
    outcome: 'refused',
    problems: [
      { where: expect.any(String) as string, sentence: expect.stringContaining(sentence) as string },
    ],
  })
  expect(
    await server.ownerDatabase.select().from(formVersions).where(eq(formVersions.formId, formId)),
  ).toEqual([])
}

test('who may not design forms is refused, whatever check they bring', async () => {
  const definition = nextForm()
  const nobody = server.caller(await buildStaffSession(server, []))
  const accessibilityCheck = await buildAccessibilityCheck(definition)
  await expect(
    nobody.forms.publish({
      idempotencyKey: newId(),
      formId: newId(),
      baseVersion: null,
      definition,
      live: true,
      accessibilityCheck,
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('without an accessibility check nothing is published', async () => {
  await expectRefusal(await publish(nextForm()), 'not checked yet')
})

test('a check of another definition lets nothing be published, were it one letter of one text', async () => {
  const definition = nextForm()
  const check = await buildAccessibilityCheck(definition)
  await expectRefusal(
    await publish({ ...definition, title: { en: `${definition.title.en}.` } }, check),
    'was changed since',
  )
})

test('a check that failed, or left a page out, lets nothing be published', async () => {
  const definition = nextForm()
  const check = await buildAccessibilityCheck(definition)
  const failure = { rule: 'label', help: 'Form elements must have labels', element: '<input>' }
  const [first, ...others] = check.states
  if (!first) throw new Error('Nothing was looked at')
  const failed = { ...check, states: [{ ...first, failures: [failure] }, ...others] }
  await expectRefusal(await publish(definition, failed), 'Form elements must have labels')
  await expectRefusal(await publish(definition, { ...check, states: others }), 'did not look at every page')
})

test.each([
  ['a text without its Welsh', { title: { en: 'A form', cy: 'Ffurflen' } }, 'Write the Welsh text'],
  ['no word about Welsh', {}, 'Write the Welsh of all texts'],
])('the server repeats the checks of the texts itself: %s is refused', async (_what, overrides, sentence) => {
  const { englishOnly: _, ...definition } = nextForm(overrides)
  const { answer } = await publish(definition, await buildAccessibilityCheck(definition))
  expect(answer.outcome).toBe('refused')
  expect(JSON.stringify(answer)).toContain(sentence)
})

test('a check with figures that no check has is refused at the door', async () => {
  const definition = nextForm()
  const check = await buildAccessibilityCheck(definition)
  await expect(publish(definition, { ...check, axeVersion: 'none' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  await expect(
    publish(definition, { ...check, states: Array.from({ length: 603 }, () => check.states[0]!) }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('what was stated is kept with the version and in the audit trail: who, when, which axe, which definition', async () => {
  const definition = nextForm()
  const check = await buildAccessibilityCheck(definition)
  const { formId, answer } = await publish(definition, check)
  expect(answer).toEqual({ outcome: 'published', version: 1 })
  const [version] = await server.ownerDatabase
    .select()
    .from(formVersions)
    .where(eq(formVersions.formId, formId))
  expect(version).toMatchObject({ accessibilityCheck: keptOf(check), publishedBy: designer.userId })
  const [event] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'forms.publish'), eq(auditEvents.objectId, formId)))
  expect(event?.details).toMatchObject({ version: 1, accessibilityCheck: keptOf(check) })
})
