import { changeQuestion } from '@send/shared/forms/edit-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let nia: BuiltSession
let jo: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  nia = await buildStaffSession(server, ['formBuilder'], { name: 'Nia Morgan' })
  jo = await buildStaffSession(server, ['formBuilder'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const question = buildQuestion('shortText', { wording: { en: 'What helps?' } })
const start = buildForm({ pages: [buildPage([buildQuestion('childDetails'), question])] })

function reworded(form: FormDefinition, en: string): FormDefinition {
  return changeQuestion(form, question.id, (before) => ({ ...before, wording: { en } }))
}

function retitled(form: FormDefinition, en: string): FormDefinition {
  return { ...form, title: { en } }
}

type Push = { formId: string; baseRevision: number; definition: FormDefinition; baseVersion?: number | null }

function push(who: BuiltSession, { baseVersion = null, ...rest }: Push, operationId: string = newId()) {
  return server.caller(who).forms.pushDraft({ operationId, baseVersion, ...rest })
}

async function countAudited(formId: string): Promise<number> {
  const [row] = await server.ownerDatabase.execute<{ count: number }>(
    sql`select count(*)::int from audit_events where object_id = ${formId} and action = 'forms.pushDraft'`,
  )
  return row?.count ?? -1
}

test('whoever may not design forms neither reads a draft nor changes one nor is seen at one', async () => {
  const formId = newId()
  await push(nia, { formId, baseRevision: 0, definition: start })
  const strangers = [
    await buildStaffSession(server, ['people']),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const stranger of strangers) {
    const { forms } = server.caller(stranger)
    await expect(forms.listDrafts({})).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(forms.getDraft({ formId })).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(push(stranger, { formId, baseRevision: 1, definition: start })).rejects.toMatchObject({
      id: 'not-allowed',
    })
    await expect(forms.removeDraft({ formId, revision: 1 })).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(forms.draftPresence({ formId, open: true })).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const reader = await buildStaffSession(server, ['formBuilder.read'])
  expect((await server.caller(reader).forms.getDraft({ formId })).revision).toBe(1)
  await expect(push(reader, { formId, baseRevision: 1, definition: start })).rejects.toMatchObject({
    id: 'not-allowed',
  })
})

test('a push on an older revision changes nothing and is answered with the current one, to be merged', async () => {
  const formId = newId()
  expect(await push(nia, { formId, baseRevision: 0, definition: start })).toEqual({
    outcome: 'accepted',
    revision: 1,
  })
  const theirs = reworded(start, 'What helps you?')
  await push(jo, { formId, baseRevision: 1, definition: theirs })
  const mine = retitled(start, 'A better title')
  const answer = await push(nia, { formId, baseRevision: 1, definition: mine })
  expect(answer).toMatchObject({
    outcome: 'behind',
    current: { revision: 2, definition: theirs, changedBy: { name: 'Jo Carter' }, closed: null },
  })
  const { definition } = mergeDrafts({ base: start, mine, theirs })
  expect(await push(nia, { formId, baseRevision: 2, definition })).toMatchObject({ revision: 3 })
  const kept = await server.caller(jo).forms.getDraft({ formId })
  expect(kept.definition).toEqual(retitled(theirs, 'A better title'))
})

test('a repeated push changes nothing more, also after a later one, and never passes for another', async () => {
  const formId = newId()
  const first = newId()
  await push(nia, { formId, baseRevision: 0, definition: start }, first)
  await push(jo, { formId, baseRevision: 1, definition: retitled(start, 'Later') })
  const repeats = await Promise.all(
    Array.from({ length: 3 }, () => push(nia, { formId, baseRevision: 0, definition: start }, first)),
  )
  expect(repeats).toEqual(repeats.map(() => ({ outcome: 'accepted', revision: 1 })))
  const kept = await server.caller(nia).forms.getDraft({ formId })
  expect([kept.revision, kept.definition.title.en]).toEqual([2, 'Later'])
  expect(await countAudited(formId)).toBe(2)
  await expect(
    push(nia, { formId, baseRevision: 2, definition: retitled(start, 'Other') }, first),
  ).rejects.toMatchObject({ id: 'conflict' })
})

test('of many pushes at the same moment one is accepted, the first ones of a form too', async () => {
  const formId = newId()
  for (const baseRevision of [0, 1]) {
    const answers = await Promise.all(
      [nia, jo, nia, jo].map((who, number) =>
        push(who, { formId, baseRevision, definition: retitled(start, `Title ${number}`) }),
      ),
    )
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1)
  }
  expect((await server.caller(nia).forms.getDraft({ formId })).revision).toBe(2)
})

test('what is no form is refused and changes nothing', async () => {
  const formId = newId()
  const nameless = { ...start, pages: [{ ...start.pages[0]!, id: '__proto__' }] }
  await expect(push(nia, { formId, baseRevision: 0, definition: nameless })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  await expect(server.caller(nia).forms.getDraft({ formId })).rejects.toMatchObject({ id: 'not-found' })
})

test('a draft is removed only as it was looked at, and a push on top of the removal opens it again', async () => {
  const formId = newId()
  const { forms } = server.caller(nia)
  const isListed = async () => (await forms.listDrafts({})).drafts.some((draft) => draft.formId === formId)
  await push(nia, { formId, baseRevision: 0, definition: start })
  await push(jo, { formId, baseRevision: 1, definition: retitled(start, 'Newer') })
  expect(await forms.removeDraft({ formId, revision: 1 })).toMatchObject({ outcome: 'behind' })
  expect(await isListed()).toBe(true)
  expect(await forms.removeDraft({ formId, revision: 2 })).toEqual({ outcome: 'removed', revision: 3 })
  expect(await forms.removeDraft({ formId, revision: 2 })).toEqual({ outcome: 'removed', revision: 3 })
  expect(await isListed()).toBe(false)
  // Whoever changed it offline meanwhile is told before anything is opened again.
  expect(await push(jo, { formId, baseRevision: 2, definition: start })).toMatchObject({
    outcome: 'behind',
    current: { closed: 'removed', changedBy: { name: 'Nia Morgan' } },
  })
  await push(jo, { formId, baseRevision: 3, definition: start })
  expect(await isListed()).toBe(true)
})

test('officers see who else has a draft open, by name alone and only while they have it open', async () => {
  const formId = newId()
  const ask = (who: BuiltSession, open = true) => server.caller(who).forms.draftPresence({ formId, open })
  expect(await ask(nia)).toEqual({ revision: 0, people: [] })
  expect(await ask(jo)).toEqual({ revision: 0, people: [{ userId: nia.userId, name: 'Nia Morgan' }] })
  expect((await ask(nia)).people).toEqual([{ userId: jo.userId, name: 'Jo Carter' }])
  await ask(jo, false)
  expect((await ask(nia)).people).toEqual([])
  await ask(jo)
  server.clock.moveBy(21_000)
  expect((await ask(nia)).people).toEqual([])
})

test('publishing closes the shared draft, and keeps what a colleague changed besides as a draft of the new version', async () => {
  const definition = { ...start, code: `DRAFTS-${newId().slice(-8).toUpperCase()}` }
  const formId = newId()
  const { forms } = server.caller(nia)
  const publish = async (baseVersion: number | null, form: FormDefinition) =>
    forms.publish(
      await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion, definition: form, live: true }),
    )
  await push(nia, { formId, baseRevision: 0, definition })
  await publish(null, definition)
  expect(await forms.getDraft({ formId })).toMatchObject({ closed: 'published', baseVersion: 1, revision: 2 })

  await push(jo, {
    formId,
    baseRevision: 2,
    baseVersion: 1,
    definition: reworded(definition, 'What helps you?'),
  })
  await publish(1, retitled(definition, 'Second'))
  expect(await forms.getDraft({ formId })).toMatchObject({
    closed: null,
    baseVersion: 2,
    revision: 4,
    definition: retitled(reworded(definition, 'What helps you?'), 'Second'),
  })

  // What cannot be put together stays as it is, with the version it was made from.
  await publish(2, reworded(retitled(definition, 'Second'), 'What hinders?'))
  expect(await forms.getDraft({ formId })).toMatchObject({ closed: null, baseVersion: 2, revision: 4 })
})
