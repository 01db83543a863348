import { digestAnswer } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { submissions as submissionRows } from './tables.ts'

const hopes = buildQuestion('longText', { wording: { en: 'What do you hope for?' } })
const school = buildQuestion('shortText', { wording: { en: 'Which school?' } })
const signed = buildQuestion('declaration', { required: false })
const page = buildPage([hopes, school, signed])
const questions = [hopes, school, signed]

let server: TestServer
let parent: BuiltSession
let formId: string
let submissionId: string

beforeAll(async () => {
  server = await createTestServer()
  const staff = await buildStaffSession(server, ['formBuilder'])
  formId = newId()
  const definition = buildForm({ pages: [buildPage([buildQuestion('childDetails')]), page] })
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await server.caller(staff).forms.publish(await withPassedCheck(publication))
  parent = await buildPortalSession(server, 'citizen')
})
beforeEach(async () => {
  const started = await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId })
  submissionId = started.submissionId
})
afterAll(() => server.close())

async function kept(): Promise<Answers> {
  return (await server.caller(parent).submissions.getMine({ submissionId })).answers
}

/** A window that shows the page as it stands now and sends it whole, as browsers do. */
async function openWindow() {
  const windowId = newId()
  const before = await kept()
  let seen = Object.fromEntries(
    questions.map((question) => [question.id, digestAnswer(question, before[question.id])]),
  )
  const shown: Answers = { [hopes.id]: before[hopes.id] ?? '', [school.id]: before[school.id] ?? '' }
  let saves = 0
  const send = (answers: Answers, saveNumber: number) =>
    server.caller(parent).submissions.savePage({
      submissionId,
      pageId: page.id,
      answers: { ...shown, ...answers },
      window: { windowId, saveNumber, seen },
    })
  return {
    async save(answers: Answers) {
      Object.assign(shown, answers)
      saves += 1
      const saved = await send(answers, saves)
      seen = { ...seen, ...saved.seen }
      return saved
    },
    /** The answer never came back. */
    async saveUnheard(answers: Answers) {
      Object.assign(shown, answers)
      saves += 1
      await send(answers, saves)
    },
    /** An earlier save that arrives once more, or late. */
    repeat: (answers: Answers, saveNumber: number) => send(answers, saveNumber),
    /** A browser without scripts counts nothing. */
    post: (answers: Answers) => send(answers, 0),
  }
}

test('SR-400: nobody else saves into a form, whatever window they name', async () => {
  const other = await buildPortalSession(server, 'citizen')
  const window = { windowId: newId(), saveNumber: 1, seen: {} }
  const input = { submissionId, pageId: page.id, answers: { [hopes.id]: 'Mine now.' }, window }
  await expect(server.caller(other).submissions.savePage(input)).rejects.toMatchObject({ id: 'not-found' })
  expect((await kept())[hopes.id]).toBeUndefined()
})

test('SR-400: what one window only shows as it was is never put over what another changed', async () => {
  const phone = await openWindow()
  const laptop = await openWindow()
  await phone.save({ [hopes.id]: 'A quiet room.' })
  const saved = await laptop.save({ [school.id]: 'Elm Primary School' })
  expect(saved.conflicts).toEqual([])
  expect(await kept()).toMatchObject({ [hopes.id]: 'A quiet room.', [school.id]: 'Elm Primary School' })
})

test('SR-400: what two windows changed stays as the first left it and is told to the second, whose other answers are saved', async () => {
  const phone = await openWindow()
  const laptop = await openWindow()
  await phone.save({ [hopes.id]: 'A quiet room.' })
  const saved = await laptop.save({ [hopes.id]: 'Friends.', [school.id]: 'Elm Primary School' })
  expect(saved.conflicts).toEqual([{ questionId: hopes.id, value: 'A quiet room.' }])
  expect(await kept()).toMatchObject({ [hopes.id]: 'A quiet room.', [school.id]: 'Elm Primary School' })
  // Having seen both, the person decides.
  const again = await openWindow()
  expect((await again.save({ [hopes.id]: 'Friends.' })).conflicts).toEqual([])
  expect(await kept()).toMatchObject({ [hopes.id]: 'Friends.' })
})

test('two windows that type the same, or only other ends of lines, do not disturb each other', async () => {
  const phone = await openWindow()
  const laptop = await openWindow()
  await phone.save({ [hopes.id]: 'Reading.\nFriends.' })
  const saved = await laptop.save({ [hopes.id]: 'Reading.\r\nFriends.' })
  expect(saved.conflicts).toEqual([])
  expect(await kept()).toMatchObject({ [hopes.id]: 'Reading.\nFriends.' })
})

test('SR-401: a window goes on after an answer of the server was lost, and takes back what it saved itself', async () => {
  const phone = await openWindow()
  await phone.saveUnheard({ [hopes.id]: 'A quiet' })
  expect((await phone.save({ [hopes.id]: 'A quiet room.' })).conflicts).toEqual([])
  expect((await phone.save({ [hopes.id]: '' })).conflicts).toEqual([])
  expect(await kept()).toMatchObject({ [hopes.id]: '' })
})

test('SR-401: a save that comes twice or late changes nothing', async () => {
  const phone = await openWindow()
  await phone.save({ [hopes.id]: 'A' })
  await phone.save({ [hopes.id]: 'A quiet room.' })
  const late = await phone.repeat({ [hopes.id]: 'A' }, 1)
  expect(late).toMatchObject({ conflicts: [], seen: {} })
  expect(await kept()).toMatchObject({ [hopes.id]: 'A quiet room.' })
})

test('without a script the same page can be sent again and again', async () => {
  const browser = await openWindow()
  await browser.post({ [hopes.id]: 'A quiet room.' })
  expect((await browser.post({ [hopes.id]: 'A quiet room with friends.' })).conflicts).toEqual([])
  expect(await kept()).toMatchObject({ [hopes.id]: 'A quiet room with friends.' })
})

test('a signature is the same whichever day the server dates it', async () => {
  const mine = { agreed: 'yes' as const, name: 'Sam Khan', signedOn: '' as const }
  const phone = await openWindow()
  const laptop = await openWindow()
  await phone.save({ [signed.id]: mine })
  expect((await laptop.save({ [signed.id]: mine })).conflicts).toEqual([])
})

test('what is saved while somebody types does not count as a page they looked at', async () => {
  const { submissions } = server.caller(parent)
  await server.ownerDatabase
    .update(submissionRows)
    .set({ pagesToReview: [page.id] })
    .where(eq(submissionRows.id, submissionId))
  const input = { submissionId, pageId: page.id, answers: { [hopes.id]: 'A' } }
  const left = async () => {
    const [row] = await server.ownerDatabase
      .select()
      .from(submissionRows)
      .where(eq(submissionRows.id, submissionId))
    return row?.pagesToReview
  }
  await submissions.savePage({ ...input, typing: true })
  expect(await left()).toEqual([page.id])
  await submissions.savePage(input)
  expect(await left()).toEqual([])
})
