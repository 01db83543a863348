import { digestAnswer } from '@send/shared/forms/answer-digest'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  beginThreePages,
  joinForm,
  publishThreePages,
  type ThreePages,
} from '../../testing/build-shared-form.ts'
import { buildPortalSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let form: ThreePages
let owner: BuiltSession
let submissionId: string

beforeAll(async () => {
  server = await createTestServer()
  form = await publishThreePages(server)
})
beforeEach(async () => {
  owner = await buildPortalSession(server, 'citizen', { name: 'Olive Owner' })
  submissionId = await beginThreePages(server, owner, form)
})
afterAll(() => server.close())

const key = () => ({ idempotencyKey: newId() })
const of = (session: BuiltSession) => server.caller(session).sharedForms
const needs = () => ({ submissionId, pageId: form.pages.needs.id })
const joined = (name = 'Robin Helper') => joinForm(server, owner, { submissionId, role: 'edit', name })

async function kept(): Promise<unknown> {
  const { answers } = await server.caller(owner).submissions.getMine({ submissionId })
  return answers[form.questions.hopes.id]
}

/** A window that was given an answer and sends another. */
function typed(before: string | undefined, value: string, saveNumber = 1) {
  const { hopes } = form.questions
  const window = { windowId: newId(), saveNumber, seen: { [hopes.id]: digestAnswer(hopes, before) } }
  return { ...needs(), answers: { [hopes.id]: value }, window }
}

test('SR-466: who was sent away saves and reads nothing more, and is told why, with the page that they typed on', async () => {
  const { helper, helperId } = await joined()
  await of(helper).savePage(typed(undefined, 'A quiet room.'))
  await of(owner).withdraw({ submissionId, helperId })
  const gone = { id: 'not-found' }
  await expect(of(helper).savePage(typed('A quiet room.', 'Too late'))).rejects.toMatchObject(gone)
  await expect(of(helper).get({ submissionId })).rejects.toMatchObject(gone)
  await expect(of(helper).stillHere(needs())).rejects.toMatchObject(gone)
  expect((await of(helper).listMine()).forms).toEqual([])
  const ended = await of(helper).findEnded(needs())
  expect(ended).toMatchObject({ why: 'withdrawn', ownerName: 'Olive Owner' })
  expect(ended.page?.questions.map(({ id }) => id)).toContain(form.questions.hopes.id)
  expect(JSON.stringify(ended)).not.toContain('quiet')
  expect(await of(helper).findEnded({ submissionId })).toMatchObject({ why: 'withdrawn', page: null })
  expect(await kept()).toBe('A quiet room.')
})

test('SR-466: withdrawing and saving at once ends in a save that is there or one that is refused, in twenty rounds', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { helper, helperId } = await joined()
    const before = (await kept()) as string | undefined
    const value = `Round ${round}`
    const [saved, withdrawn] = await Promise.allSettled([
      of(helper).savePage(typed(before, value)),
      of(owner).withdraw({ submissionId, helperId }),
    ])
    expect(withdrawn).toMatchObject({ status: 'fulfilled', value: { outcome: 'withdrawn' } })
    if (saved.status === 'rejected') expect(saved.reason).toMatchObject({ id: 'not-found' })
    expect(await kept()).toBe(saved.status === 'fulfilled' ? value : before)
    const again = of(helper).savePage(typed(value, 'After the end'))
    await expect(again).rejects.toMatchObject({ id: 'not-found' })
  }
})

test('SR-467: of two helpers on one page neither overwrites unseen what the other changed', async () => {
  const [robin, kim] = [await joined('Robin Helper'), await joined('Kim Helper')]
  const both = await Promise.all([
    of(robin.helper).savePage(typed(undefined, 'From Robin')),
    of(kim.helper).savePage(typed(undefined, 'From Kim')),
  ])
  expect(both.flatMap(({ conflicts }) => conflicts)).toHaveLength(1)
  const first = both[0].conflicts.length === 0 ? 'From Robin' : 'From Kim'
  expect(await kept()).toBe(first)
  const [told] = both.flatMap(({ conflicts }) => conflicts)
  expect(told).toEqual({ questionId: form.questions.hopes.id, value: first })
})

test('SR-468: a save while the owner sends the form is part of what is sent or is refused, never half, in ten rounds', async () => {
  for (let round = 0; round < 10; round += 1) {
    submissionId = await beginThreePages(server, owner, form)
    const { helper } = await joined()
    const [saved, sent] = await Promise.allSettled([
      of(helper).savePage(typed(undefined, 'Just in time')),
      server.caller(owner).submissions.submit({ ...key(), submissionId }),
    ])
    expect(sent).toMatchObject({ status: 'fulfilled', value: { outcome: 'received' } })
    if (saved.status === 'rejected') expect(saved.reason).toMatchObject({ id: 'not-found' })
    expect(await kept()).toBe(saved.status === 'fulfilled' ? 'Just in time' : undefined)
  }
})

test('SR-468: sending ends all help, deletes what was said and says so to the helper', async () => {
  const { helper, token } = await joined()
  await of(helper).comment({ ...key(), ...needs(), words: 'Which school?' })
  await server.caller(owner).submissions.submit({ ...key(), submissionId })
  expect(await of(helper).findEnded(needs())).toMatchObject({ why: 'sent' })
  await expect(of(helper).get({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
  await expect(of(owner).listHelpers({ submissionId })).rejects.toMatchObject({ id: 'conflict' })
  expect(await of(helper).findInvitation({ token })).toEqual({ outcome: 'sent' })
  const left = await server.ownerDatabase.execute(
    sql`select 1 from form_comments where submission_id = ${submissionId}`,
  )
  expect([...left]).toEqual([])
})

test('SR-469: whose answer stands there is told beside it, by the name and the time of whoever changed it last', async () => {
  const { helper } = await joined()
  await of(helper).savePage(typed(undefined, 'A quiet room.'))
  const at = server.clock.now().toISOString()
  const change = { questionId: form.questions.hopes.id, name: 'Robin Helper', at }
  expect((await of(owner).openPage(needs())).changes).toEqual([change])
  expect((await of(helper).openPage(needs())).changes).toEqual([])
  server.clock.moveBy(60_000)
  // A box that nobody touched is sent along, and an answer once more that was typed before.
  const again = typed('A quiet room.', 'A quiet room.')
  await of(helper).savePage({ ...again, answers: { ...again.answers, [form.questions.school.id]: '' } })
  expect((await of(owner).openPage(needs())).changes).toEqual([change])
  const own = await of(helper).openPage({ submissionId, pageId: form.pages.own.id })
  expect(own.changes).toMatchObject([{ name: 'Olive Owner' }])
  server.clock.moveBy(60_000)
  const { submissions } = server.caller(owner)
  // Sent along unchanged it stays whose it was.
  await submissions.savePage(typed('A quiet room.', 'A quiet room.'))
  expect((await of(owner).openPage(needs())).changes).toEqual([change])
  await submissions.savePage(typed('A quiet room.', 'A quiet corner.'))
  expect((await of(owner).openPage(needs())).changes).toEqual([])
  const { changes } = await of(helper).getActivity({ submissionId })
  expect(changes[0]).toMatchObject({ pageId: form.pages.needs.id, name: 'Olive Owner' })
})

test('who has a page open is told to the others on it, and to nobody any more two minutes later', async () => {
  const { helper } = await joined()
  expect((await of(helper).openPage(needs())).others).toEqual([])
  expect((await of(owner).openPage(needs())).others).toEqual(['Robin Helper'])
  expect(await of(helper).stillHere(needs())).toEqual({ others: ['Olive Owner'] })
  expect((await of(owner).openPage({ submissionId, pageId: form.pages.own.id })).others).toEqual([])
  server.clock.moveBy(120_000)
  expect(await of(owner).stillHere(needs())).toEqual({ others: [] })
})

test('a comment is read by those on its page, and marked as dealt with and as open again', async () => {
  const { helper } = await joined()
  const input = { ...key(), ...needs(), words: 'Which school?' }
  const added = await of(helper).comment(input)
  expect(await of(helper).comment(input)).toEqual(added)
  const { comments } = await of(owner).openPage(needs())
  expect(comments).toMatchObject([{ name: 'Robin Helper', words: 'Which school?', isResolved: false }])
  expect((await of(owner).getActivity({ submissionId })).comments).toEqual([
    { pageId: form.pages.needs.id, open: 1 },
  ])
  const commentId = comments[0]?.commentId ?? ''
  await of(owner).resolveComment({ submissionId, commentId, resolved: true })
  expect((await of(helper).openPage(needs())).comments).toMatchObject([{ isResolved: true }])
  await of(helper).resolveComment({ submissionId, commentId, resolved: false })
  expect((await of(owner).openPage(needs())).comments).toMatchObject([{ isResolved: false }])
})

test('whoever leaves is gone at once and can be asked again', async () => {
  const { helper } = await joined()
  expect(await of(helper).leave({ submissionId })).toEqual({ outcome: 'left' })
  await expect(of(helper).get({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
  expect(await of(helper).findEnded(needs())).toMatchObject({ why: 'left' })
  expect((await of(owner).listHelpers({ submissionId })).helpers).toEqual([])
  const again = { ...key(), submissionId, email: helper.email, role: 'view' as const, pageIds: null }
  expect(await of(owner).invite(again)).toMatchObject({ outcome: 'invited' })
})
