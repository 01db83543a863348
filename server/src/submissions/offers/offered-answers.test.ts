import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '@send/shared/forms/answers'
import { emptyChildDetails } from '@send/shared/forms/questions/child-details'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { newId } from '@send/shared/values/ids'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { createCaller } from '../../router.ts'
import { buildPerson } from '../../testing/build-advice.ts'
import { buildOtherSession, buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import type { BuiltSession } from '../../testing/build-sessions.ts'
import { joinForm } from '../../testing/build-shared-form.ts'
import { publishLive } from '../../testing/publish-live.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let earlierForm: string
let laterForm: string
let countedForm: string

const child = buildQuestion('childDetails')
const school = buildQuestion('shortText', { required: false })
const earlierPage = buildPage([child, school])
const source = { from: 'form', code: 'EARLIER', questionId: school.id } as const
const laterChild = buildQuestion('childDetails', { prefill: { from: 'child' } })
const again = buildQuestion('shortText', { prefill: source })
const number = buildQuestion('wholeNumber', { prefill: { ...source, questionId: child.id }, required: false })
const laterPage = buildPage([laterChild, again, number])
const [plainPage, againPage] = [buildPage([buildQuestion('childDetails')]), buildPage([again])]
const otherPage = buildPage([buildQuestion('shortText', { required: false })])

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder'])
  const title = { en: 'The first form' }
  earlierForm = await publishLive(
    server,
    officer,
    buildForm({ code: 'EARLIER', title, pages: [earlierPage] }),
  )
  const pages = [laterPage, otherPage]
  laterForm = await publishLive(server, officer, buildForm({ code: 'LATER', pages }))
  const counted = buildForm({ code: 'COUNTED', pages: [plainPage, againPage] })
  countedForm = await publishLive(server, officer, counted)
})
afterAll(() => server.close())

const buildParent = () => buildPortalSession(server, 'citizen')

function detailsOf(givenNames: string) {
  const dateOfBirth = { day: '4', month: '9', year: '2018' }
  return { ...emptyChildDetails(), givenNames, familyName: 'Grug', dateOfBirth }
}

async function start(session: BuiltSession, formId = laterForm): Promise<string> {
  const { submissions } = server.caller(session)
  return (await submissions.start({ idempotencyKey: newId(), formId })).submissionId
}

async function sendEarlier(session: BuiltSession, givenNames: string, name: string): Promise<void> {
  const { submissions } = server.caller(session)
  const submissionId = await start(session, earlierForm)
  const answers = { [child.id]: detailsOf(givenNames), [school.id]: name }
  await submissions.savePage({ submissionId, pageId: earlierPage.id, answers })
  const sent = await submissions.submit({ idempotencyKey: newId(), submissionId })
  expect(sent).toMatchObject({ outcome: 'received' })
  server.clock.moveBy(60_000)
}

function look(session: BuiltSession, submissionId: string, pageId = laterPage.id) {
  return server.caller(session).submissions.getMine({ submissionId, pageId })
}

type Saving = { answers?: Answers; confirmed?: Record<string, string> }

function save(session: BuiltSession, submissionId: string, { answers = {}, confirmed = {} }: Saving) {
  const page = { submissionId, pageId: laterPage.id }
  return server.caller(session).submissions.savePage({ ...page, answers, confirmed })
}

const confirming = (...offers: Offer[]) =>
  Object.fromEntries(offers.map(({ questionId, digest }) => [questionId, digest]))

const valuesOf = (offers: Offer[], questionId: string) =>
  offers.filter((offer) => offer.questionId === questionId).map(({ value }) => value)

/** A link of an account to a child of the authority's; how it ends. */
async function link(
  session: BuiltSession,
  personId: string,
  scopes: ('progress' | 'messages')[] = ['progress'],
) {
  const id = newId()
  await server.ownerDatabase.insert(childAccess).values({
    id,
    userId: session.userId,
    personId,
    relation: session.face === 'citizen' ? 'parentCarer' : 'professional',
    scopes,
    source: 'officer',
    reason: 'Birth certificate',
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  const sharer = await buildStaffSession(server, ['share'])
  return () =>
    server.caller(sharer).portalUsers.endAccess({ childAccessIds: [id], reason: 'Asked by the court' })
}

describe('who is offered nothing', () => {
  test('SR-495: of several people who told the authority things about one child, each is offered their own alone', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, buildParent))
    for (const [index, parent] of people.entries()) await sendEarlier(parent, 'Mali', `School ${index}`)
    const never = await buildParent()
    expect((await look(never, await start(never))).offers).toEqual([])
    for (const [index, parent] of people.entries()) {
      const { offers } = await look(parent, await start(parent))
      expect(valuesOf(offers, again.id)).toEqual([`School ${index}`])
      const all = JSON.stringify(offers)
      for (const other of people.keys()) expect(all.includes(`School ${other}`)).toBe(other === index)
    }
  })

  test('another account of the same person, a form that was not sent, and a form that is sent give nothing', async () => {
    const parent = await buildParent()
    const unsent = await start(parent, earlierForm)
    const answers = { [child.id]: detailsOf('Mali'), [school.id]: 'Elm' }
    await server
      .caller(parent)
      .submissions.savePage({ submissionId: unsent, pageId: earlierPage.id, answers })
    expect((await look(parent, await start(parent))).offers).toEqual([])
    await sendEarlier(parent, 'Mali', 'Oak Academy')
    const later = await start(parent)
    await save(parent, later, { answers: { [laterChild.id]: detailsOf('Mali'), [again.id]: 'Elm' } })
    await server.caller(parent).submissions.submit({ idempotencyKey: newId(), submissionId: later })
    expect((await look(parent, later)).offers).toEqual([])
    const professional = await buildPortalSession(server, 'professional')
    await expect(look(professional, later)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('SR-497: whoever helps with a form is offered nothing in it, confirms nothing, and does not read where answers came from', async () => {
    const owner = await buildParent()
    await sendEarlier(owner, 'Mali', 'Oak Academy')
    const submissionId = await start(owner)
    const { helper } = await joinForm(server, owner, { submissionId, role: 'edit' })
    await sendEarlier(helper, 'Mali', 'Elm Primary School')
    const { offers } = await look(owner, submissionId)
    const { sharedForms } = server.caller(helper)
    const seen = JSON.stringify(await sharedForms.get({ submissionId }))
    for (const secret of ['Oak Academy', 'Elm Primary', 'EARLIER', 'The first form'])
      expect(seen).not.toContain(secret)
    const page = { submissionId, pageId: laterPage.id, answers: {}, confirmed: confirming(...offers) }
    await expect(sharedForms.savePage(page)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(save(helper, submissionId, { confirmed: confirming(...offers) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await look(owner, submissionId)).answers).toEqual({})
  })

  test('SR-498: a child is named from the record only to whom the authority has authenticated for it, as long as it lasts', async () => {
    const personId = await buildPerson(server, { givenNames: 'Canarina', familyName: 'Finch' })
    const [linked, apart, stranger] = [await buildParent(), await buildParent(), await buildParent()]
    const end = await link(linked, personId)
    await link(apart, personId, ['messages'])
    const unverified = await buildPortalSession(server, 'professional')
    await link(unverified, personId)
    // Who typed the child by hand learns nothing of the record by it.
    await sendEarlier(stranger, 'Canarina', 'Elm')
    for (const session of [apart, stranger]) {
      const offers = JSON.stringify((await look(session, await start(session))).offers)
      expect(offers).not.toContain('Finch')
    }
    const submissionId = await start(linked)
    const { offers } = await look(linked, submissionId)
    const name = { ...emptyChildDetails(), givenNames: 'Canarina', familyName: 'Finch' }
    expect(offers).toMatchObject([{ questionId: laterChild.id, value: name, source: { from: 'record' } }])
    await end()
    expect((await look(linked, submissionId)).offers).toEqual([])
    const typed = { [again.id]: 'Typed meanwhile' }
    const saved = await save(linked, submissionId, { answers: typed, confirmed: confirming(...offers) })
    expect(saved.refused).toEqual([laterChild.id])
    expect(await look(linked, submissionId)).toMatchObject({ answers: typed, sources: {} })
  })
})

describe('what is offered', () => {
  test('SR-499: nothing is in the form before it is confirmed, and then it is there with where it came from', async () => {
    const parent = await buildParent()
    await sendEarlier(parent, 'Mali', 'Elm Primary School')
    await sendEarlier(parent, 'Mali', 'Oak Academy')
    const submissionId = await start(parent)
    const before = await look(parent, submissionId)
    expect(before).toMatchObject({ answers: {}, sources: {} })
    const first = { from: 'form', title: { en: 'The first form' }, on: expect.any(String) as string }
    expect(before.offers).toMatchObject([
      { questionId: laterChild.id, value: detailsOf('Mali'), source: first, fit: 'use' },
      { questionId: again.id, value: 'Oak Academy', source: first, fit: 'use' },
    ])
    expect((await look(parent, submissionId, otherPage.id)).offers).toEqual([])
    expect((await server.caller(parent).submissions.getMine({ submissionId })).offers).toEqual([])
    expect((await save(parent, submissionId, { confirmed: confirming(...before.offers) })).refused).toEqual(
      [],
    )
    expect(await look(parent, submissionId)).toMatchObject({
      answers: { [laterChild.id]: detailsOf('Mali'), [again.id]: 'Oak Academy' },
      sources: { [laterChild.id]: first, [again.id]: first },
      offers: [],
    })
  })

  test('SR-502: what is changed afterwards is the author’s own again, and the page sent once more changes nothing', async () => {
    const parent = await buildParent()
    await sendEarlier(parent, 'Mali', 'Oak Academy')
    const submissionId = await start(parent)
    const { offers } = await look(parent, submissionId)
    await save(parent, submissionId, { confirmed: confirming(...offers) })
    const answers = { [laterChild.id]: detailsOf('Mali'), [again.id]: 'Oak Academy' }
    await save(parent, submissionId, { answers })
    expect(Object.keys((await look(parent, submissionId)).sources)).toEqual([laterChild.id, again.id])
    await save(parent, submissionId, { answers: { ...answers, [again.id]: 'Elm' } })
    expect(Object.keys((await look(parent, submissionId)).sources)).toEqual([laterChild.id])
  })

  test('SR-500: of one that is no longer what was shown nothing is taken, and what another window answered stays', async () => {
    const parent = await buildParent()
    await sendEarlier(parent, 'Mali', 'Oak Academy')
    const submissionId = await start(parent)
    const { offers } = await look(parent, submissionId)
    await sendEarlier(parent, 'Mali', 'Elm Primary School')
    const late = await save(parent, submissionId, { confirmed: confirming(...offers) })
    expect(late.refused).toEqual([again.id])
    expect((await look(parent, submissionId)).answers).toEqual({})
    const now = (await look(parent, submissionId)).offers
    const other = await buildOtherSession(server, parent)
    await save(other, submissionId, { answers: { [again.id]: 'Typed elsewhere' } })
    const { conflicts } = await server.caller(parent).submissions.savePage({
      submissionId,
      pageId: laterPage.id,
      answers: { [again.id]: '' },
      confirmed: confirming(...now),
      window: { windowId: newId(), saveNumber: 0, seen: {} },
    })
    expect(conflicts).toEqual([{ questionId: again.id, value: 'Typed elsewhere' }])
    expect((await look(parent, submissionId)).sources).not.toHaveProperty(again.id)
  })

  test('SR-501: whoever wrote about two children is offered both by name, and the rest only of the one they name', async () => {
    const parent = await buildParent()
    await sendEarlier(parent, 'Mali', 'Elm Primary School')
    await sendEarlier(parent, 'Gwen', 'Oak Academy')
    const submissionId = await start(parent)
    const { offers } = await look(parent, submissionId)
    expect(valuesOf(offers, laterChild.id)).toEqual([detailsOf('Gwen'), detailsOf('Mali')])
    expect(valuesOf(offers, again.id)).toEqual([])
    await save(parent, submissionId, { answers: { [laterChild.id]: detailsOf('Mali') } })
    expect(valuesOf((await look(parent, submissionId)).offers, again.id)).toEqual(['Elm Primary School'])
    await save(parent, submissionId, { answers: { [laterChild.id]: detailsOf('Nobody') } })
    expect((await look(parent, submissionId)).offers).toEqual([])
  })

  test('SR-502: staff read with a form which answers were confirmed, and from what', async () => {
    const parent = await buildParent()
    await sendEarlier(parent, 'Mali', 'Oak Academy')
    const submissionId = await start(parent)
    const { offers } = await look(parent, submissionId)
    await save(parent, submissionId, { confirmed: confirming(...offers) })
    await server.caller(parent).submissions.submit({ idempotencyKey: newId(), submissionId })
    await server.runJobs()
    const handler = await buildStaffSession(server, ['manageIncomingForms'])
    const { sources } = await server.caller(handler).chronology.getIncoming({ submissionId })
    expect(sources[again.id]).toMatchObject({ from: 'form', title: { en: 'The first form' } })
  })
})

test('a page that offers nothing asks the database nothing more, one with an earlier answer once, one with children once again', async () => {
  const statements: string[] = []
  const client = postgres(server.url, { max: 1, onnotice: () => {} })
  const database = drizzle(client, {
    logger: { logQuery: (query) => void statements.push(query) },
  }) as unknown as TestServer['database']
  const parent = await buildParent()
  await sendEarlier(parent, 'Mali', 'Oak Academy')
  const counted = createCaller({ ...server.request(parent), services: { ...server.services, database } })
  const count = async (submissionId: string, pageId?: string) => {
    statements.length = 0
    const page = pageId === undefined ? {} : { pageId }
    const { offers } = await counted.submissions.getMine({ submissionId, ...page })
    // Each name that is shown from the record leaves a line; here none is.
    return { statements: statements.length, offers: offers.length }
  }
  const submissionId = await start(parent, countedForm)
  const later = await start(parent)
  for (const id of [submissionId, later]) await count(id, laterPage.id)
  await count(later, laterPage.id)
  await count(submissionId, againPage.id)
  const none = await count(submissionId)
  expect(await count(submissionId, plainPage.id)).toEqual({ ...none, offers: 0 })
  expect(await count(submissionId, againPage.id)).toEqual({ statements: none.statements + 1, offers: 1 })
  expect(await count(later, laterPage.id)).toEqual({ statements: none.statements + 2, offers: 2 })
  await client.end()
})
