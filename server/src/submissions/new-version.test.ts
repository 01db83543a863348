import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'manageIncomingForms'])
})
afterAll(() => server.close())

const child = buildQuestion('childDetails')
const school = buildQuestion('shortText', { wording: { en: 'Which school?' } })
const where = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const hopes = buildQuestion('longText', { wording: { en: 'What do you hope for?' } })
const about = buildPage([child, school], { title: { en: 'About' } })
const more = buildPage([where, hopes], { title: { en: 'More' } })

const amira = {
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: { day: '4', month: '9', year: '2018' },
  sex: '' as const,
  postcode: '',
  upn: '',
}
const typed = {
  [child.id]: amira,
  [school.id]: 'Elm Primary School',
  [where.id]: 'home',
  [hopes.id]: 'A quiet room.',
}

const away = { value: 'away', label: { en: 'Away' } }

function firstVersion(): FormDefinition {
  return buildForm({ code: `FORM-${newId().slice(-8).toUpperCase()}`, pages: [about, more] })
}

/** The school shorter than what was typed, the chosen option gone, the hopes no longer asked, a page more. */
function secondVersion(first: FormDefinition): FormDefinition {
  const added = buildPage([buildQuestion('yesNo', { required: false })], { title: { en: 'New' } })
  return {
    ...first,
    pages: [
      { ...about, questions: [child, { ...school, maxLength: 5 }] },
      { ...more, questions: [{ ...where, options: [away, ...where.options.slice(1)] }] },
      added,
    ],
  }
}

type Publication = { formId: string; definition: FormDefinition; baseVersion: number | null }

async function publish(publication: Publication, askOnlyChanged: number[] = []) {
  const input = { idempotencyKey: newId(), live: true, askOnlyChanged, ...publication }
  return server.caller(officer).forms.publish(await withPassedCheck(input))
}

async function begin(formId: string, answers: Partial<typeof typed> = typed) {
  const session = await buildPortalSession(server, 'citizen')
  const caller = server.caller(session)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId })
  for (const page of [about, more]) {
    const onPage = Object.fromEntries(
      page.questions.flatMap(({ id }) => (id in answers ? [[id, answers[id]]] : [])),
    ) as Answers
    await caller.submissions.savePage({ submissionId, pageId: page.id, answers: onPage })
  }
  return { session, caller, submissionId }
}

test('who may not design forms is not told how many forms a new version would change', async () => {
  const formId = newId()
  const definition = firstVersion()
  await publish({ formId, definition, baseVersion: null })
  const strangers = [
    await buildStaffSession(server, ['manageIncomingForms', 'people', 'formBuilder.read']),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const stranger of strangers) {
    const asked = server.caller(stranger).submissions.publishImpact({ formId, definition })
    await expect(asked).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const unknown = server.caller(officer).submissions.publishImpact({ formId: newId(), definition })
  await expect(unknown).rejects.toMatchObject({ id: 'not-found' })
})

test('the impact counts by version and question what would be lost or no longer valid, and tells no answer', async () => {
  const formId = newId()
  const definition = firstVersion()
  await publish({ formId, definition, baseVersion: null })
  const { caller, submissionId } = await begin(formId)
  await caller.submissions.submit({ idempotencyKey: newId(), submissionId })
  await begin(formId)
  await begin(formId, { [child.id]: amira })
  const after = secondVersion(definition)
  const impact = await server.caller(officer).submissions.publishImpact({ formId, definition: after })
  expect(impact).toEqual({
    waiting: 1,
    inProgress: 2,
    counted: 2,
    next: null,
    impacts: [
      {
        version: 1,
        inProgress: 2,
        unharmed: 1,
        questions: [
          { questionId: hopes.id, wording: 'What do you hope for?', lost: 1, noLongerValid: 0 },
          { questionId: school.id, wording: 'Which school?', lost: 0, noLongerValid: 1 },
          { questionId: where.id, wording: 'Where?', lost: 0, noLongerValid: 1 },
        ],
      },
    ],
  })
  expect(JSON.stringify(impact)).not.toMatch(/Amira|Elm|quiet/)
  const unchanged = await server.caller(officer).submissions.publishImpact({ formId, definition })
  expect(unchanged.impacts).toEqual([{ version: 1, inProgress: 2, unharmed: 2, questions: [] }])
})

test('whoever goes on in the new version keeps what is valid, has the rest beside it, and is told where to look', async () => {
  const formId = newId()
  const first = firstVersion()
  const second = secondVersion(first)
  await publish({ formId, definition: first, baseVersion: null })
  const { caller, submissionId } = await begin(formId)
  const sent = await begin(formId)
  await sent.caller.submissions.submit({ idempotencyKey: newId(), submissionId: sent.submissionId })
  const before = await caller.submissions.getMine({ submissionId })
  expect(before.moved).toBeNull()
  await publish({ formId, definition: second, baseVersion: 1 }, [1])
  await server.runJobs()

  const mine = await caller.submissions.getMine({ submissionId })
  const { [hopes.id]: _, ...kept } = typed
  expect(mine).toMatchObject({ version: 2, answers: kept, changedAt: before.changedAt })
  expect(mine.moved?.pagesToReview).toEqual(second.pages.map(({ id }) => id))
  expect(mine.moved?.aside).toEqual([{ question: hopes, answer: 'A quiet room.', fileNames: [] }])
  expect((await sent.caller.submissions.getMine({ submissionId: sent.submissionId })).version).toBe(1)
  // What each asks is that of its version, without who may read it later.
  const { accessList: _read, ...asked } = second
  expect(await caller.submissions.getMyForm({ submissionId })).toEqual({
    formId,
    version: 2,
    definition: asked,
  })
  expect(await sent.caller.submissions.getMyForm({ submissionId: sent.submissionId })).toMatchObject({
    version: 1,
  })

  const [page, next] = second.pages
  const answers = { [child.id]: amira, [school.id]: 'Elm' }
  await caller.submissions.savePage({ submissionId, pageId: page!.id, answers })
  await caller.submissions.savePage({ submissionId, pageId: next!.id, answers: { [where.id]: 'school' } })
  const looked = await caller.submissions.getMine({ submissionId })
  expect(looked.moved?.pagesToReview).toEqual([second.pages[2]!.id])
  const received = await caller.submissions.submit({ idempotencyKey: newId(), submissionId })
  expect(received.outcome).toBe('received')
})

test('a version that was not named is finished as it was begun', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const onFirst = await begin(formId)
  await publish({ formId, definition: { ...first, title: { en: 'Second' } }, baseVersion: 1 })
  const onSecond = await begin(formId)
  await publish({ formId, definition: secondVersion(first), baseVersion: 2 }, [2])
  await server.runJobs()
  const read = async ({ caller, submissionId }: typeof onFirst) =>
    caller.submissions.getMine({ submissionId })
  expect(await read(onFirst)).toMatchObject({ version: 1, moved: null, answers: typed })
  expect((await read(onSecond)).version).toBe(3)
  const finished = await onFirst.caller.submissions.submit({
    idempotencyKey: newId(),
    submissionId: onFirst.submissionId,
  })
  expect(finished.outcome).toBe('received')
})

test('an answer set aside comes back when its question does, unless it was answered anew', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const { caller, submissionId } = await begin(formId)
  await publish({ formId, definition: secondVersion(first), baseVersion: 1 }, [1])
  await server.runJobs()
  await publish({ formId, definition: first, baseVersion: 2 }, [1, 2])
  await server.runJobs()
  const mine = await caller.submissions.getMine({ submissionId })
  expect(mine).toMatchObject({ version: 3, answers: typed })
  expect(mine.moved?.aside).toEqual([])
})

test('an answer of another type is set aside, one that is typed alike stays', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const { caller, submissionId } = await begin(formId)
  const longer = buildQuestion('longText', { id: school.id })
  const dated = buildQuestion('date', { id: hopes.id })
  const pages = [
    { ...about, questions: [child, longer] },
    { ...more, questions: [where, dated] },
  ]
  await publish({ formId, definition: { ...first, pages }, baseVersion: 1 }, [1])
  await server.runJobs()
  const mine = await caller.submissions.getMine({ submissionId })
  expect(mine.answers[school.id]).toBe('Elm Primary School')
  expect(mine.answers[hopes.id]).toBeUndefined()
  expect(mine.moved?.aside.map(({ answer }) => answer)).toEqual(['A quiet room.'])
})

test('a publication repeated and a job run twice move nothing twice, and each move leaves a line', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const { submissionId } = await begin(formId)
  const input = {
    idempotencyKey: newId(),
    live: true,
    formId,
    baseVersion: 1,
    definition: secondVersion(first),
    askOnlyChanged: [1],
  }
  const answers = [
    await server.caller(officer).forms.publish(await withPassedCheck(input)),
    await server.caller(officer).forms.publish(await withPassedCheck(input)),
  ]
  expect(answers).toEqual([
    { outcome: 'published', version: 2 },
    { outcome: 'published', version: 2 },
  ])
  await server.runJobs()
  await server.runJobs()
  const lines = await server.ownerDatabase.execute(
    sql`select details from audit_events where action = 'submissions.move' and object_id = ${submissionId}`,
  )
  expect([...lines].map(({ details }) => details)).toEqual([{ from: 1, to: 2, setAside: 1 }])
})

test('of two officers who publish at once one wins, and only the winner’s choice moves forms', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const { caller, submissionId } = await begin(formId)
  const results = await Promise.all([
    publish({ formId, definition: { ...first, title: { en: 'One' } }, baseVersion: 1 }, [1]),
    publish({ formId, definition: { ...first, title: { en: 'Other' } }, baseVersion: 1 }, [1]),
  ])
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['changedMeanwhile', 'published'])
  await server.runJobs()
  expect((await caller.submissions.getMine({ submissionId })).version).toBe(2)
})

test('more forms than one portion holds are all moved and all counted', async () => {
  const formId = newId()
  const first = firstVersion()
  await publish({ formId, definition: first, baseVersion: null })
  const { submissionId, session } = await begin(formId)
  await server.ownerDatabase.execute(sql`insert into submissions
    (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    select gen_random_uuid(), ${session.userId}, ${formId}, 1, 'inProgress', now(), now() from generate_series(1, 129)`)
  const counter = server.caller(officer).submissions
  const portions = []
  for (let after: string | undefined; ;) {
    const portion = await counter.publishImpact({ formId, definition: first, after })
    portions.push(portion.counted)
    if (portion.next === null) break
    after = portion.next
  }
  expect(portions).toEqual([100, 30])
  await publish({ formId, definition: secondVersion(first), baseVersion: 1 }, [1])
  await server.runJobs()
  const rows = await server.ownerDatabase.execute(
    sql`select form_version, count(*)::int from submissions where form_id = ${formId} group by 1`,
  )
  expect([...rows]).toEqual([{ form_version: 2, count: 130 }])
  expect(submissionId).toBeTruthy()
})
