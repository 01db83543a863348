import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStaffSession, type BuiltSession } from '@send/server/testing/build-sessions'
import { createTestServer, type TestServer } from '@send/server/testing/test-server'
import { changeQuestion } from '@send/shared/forms/edit-definition'
import { findQuestion, type FormDefinition } from '@send/shared/forms/form-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { openDraftServer } from '../desktop/src/main/forms/draft-server.ts'
import { startDraftSync, type DraftSync } from '../desktop/src/main/forms/draft-sync.ts'
import { openDrafts, type Drafts } from '../desktop/src/main/forms/drafts.ts'
import { notReached, type CallResult, type ServerCall } from '../desktop/src/main/server-calls.ts'

type Network = 'up' | 'down' | 'losesAnswers'
type Client = { drafts: Drafts; sync: DraftSync; network: Network; session: BuiltSession; close: () => void }

let home: string
let server: TestServer
let nia: BuiltSession
let jo: BuiltSession
const opened: Client[] = []

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'send-in-step-'))
  server = await createTestServer()
  nia = await buildStaffSession(server, ['formBuilder'], { name: 'Nia Morgan' })
  jo = await buildStaffSession(server, ['formBuilder'], { name: 'Jo Carter' })
})
afterAll(async () => {
  for (const client of opened) client.close()
  await server.close()
  await rm(home, { recursive: true, force: true })
})

/** The store and the synchronisation of a client, on a real server through a network that a test cuts. */
function openClient(session: BuiltSession, folder: string): Client {
  const drafts = openDrafts(path.join(home, folder), new Date())
  const client: Client = { drafts, network: 'up', session, sync: undefined as never, close: () => {} }
  client.sync = startDraftSync({
    drafts,
    server: openDraftServer((call) => callThrough(client, call)),
    sessionKey: () => client.session.token,
    tellChanged: () => {},
    delay: 1_000_000,
  })
  client.close = () => {
    client.sync.stop()
    drafts.close()
  }
  opened.push(client)
  return client
}

async function callThrough(client: Client, { path: name, input }: ServerCall): Promise<CallResult> {
  if (client.network === 'down') return { ok: false, error: notReached() }
  const [room = '', procedure = ''] = name.split('.')
  const rooms = server.caller(client.session) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  try {
    const data = await rooms[room]?.[procedure]?.(input)
    if (client.network === 'losesAnswers' && procedure === 'pushDraft')
      return { ok: false, error: notReached() }
    return { ok: true, data: JSON.parse(JSON.stringify(data)) as unknown }
  } catch (error) {
    const { id, message } = error as { id?: string; message: string }
    return { ok: false, error: { message, data: { id } } }
  }
}

const question = buildQuestion('shortText', { wording: { en: 'What helps?' } })
const start = buildForm({ pages: [buildPage([buildQuestion('childDetails'), question])] })
const reworded = (form: FormDefinition, en: string) =>
  changeQuestion(form, question.id, (before) => ({ ...before, wording: { en } }))
const retitled = (form: FormDefinition, en: string) => ({ ...form, title: { en } })

function save({ drafts, sync }: Client, formId: string, definition: FormDefinition): void {
  drafts.save({ formId, baseVersion: null, definition }, new Date(), { owner: sync.findOfficer() ?? null })
}

function wordingIn(client: Client, formId: string): string | undefined {
  const definition = client.drafts.find(formId)?.definition
  return definition && findQuestion(definition, question.id)?.wording.en
}

let folders = 0
function pair(): [Client, Client] {
  folders += 1
  return [openClient(nia, `nia ${folders}`), openClient(jo, `jo ${folders}`)]
}

/** A draft that both officers have, as one of them began it. */
async function shareDraft() {
  const [mine, theirs] = pair()
  const formId = newId()
  save(mine, formId, start)
  await mine.sync.run()
  await theirs.sync.fetch(formId)
  return { mine, theirs, formId }
}

test('what was drafted without a network is on the server after the next pass, and a colleague can open it', async () => {
  const [mine, theirs] = pair()
  const formId = newId()
  mine.network = 'down'
  save(mine, formId, start)
  await mine.sync.run()
  expect(mine.drafts.list()[0]?.sync).toEqual({ kind: 'local' })
  mine.network = 'up'
  await mine.sync.run()
  expect(mine.drafts.list()[0]).toMatchObject({
    sync: { kind: 'synchronised' },
    owner: { name: 'Nia Morgan' },
  })
  await theirs.sync.fetch(formId)
  expect(theirs.drafts.find(formId)).toMatchObject({ definition: start, sync: { kind: 'synchronised' } })
})

test('changes of two officers come together by themselves, whoever comes first and however often it is tried', async () => {
  const { mine, theirs, formId } = await shareDraft()
  save(mine, formId, reworded(start, 'What helps you?'))
  save(theirs, formId, retitled(start, 'Their title'))
  for (const client of [mine, theirs, mine, mine, theirs]) await client.sync.run()
  const both = retitled(reworded(start, 'What helps you?'), 'Their title')
  for (const { drafts } of [mine, theirs])
    expect(drafts.find(formId)).toMatchObject({ definition: both, sync: { kind: 'synchronised' } })
  expect((await server.caller(nia).forms.getDraft({ formId })).revision).toBe(3)
})

test('a push whose answer was lost is repeated as it was, and what was typed since is no conflict with oneself', async () => {
  const [mine] = pair()
  const formId = newId()
  save(mine, formId, start)
  mine.network = 'losesAnswers'
  await mine.sync.run()
  save(mine, formId, reworded(start, 'What helps you?'))
  await mine.sync.run()
  save(mine, formId, reworded(start, 'What helps you most?'))
  // Closed and opened again in between.
  mine.close()
  const again = openClient(nia, `nia ${folders}`)
  await again.sync.run()
  expect(again.drafts.find(formId)?.sync).toEqual({ kind: 'synchronised' })
  const kept = await server.caller(nia).forms.getDraft({ formId })
  expect([kept.revision, findQuestion(kept.definition, question.id)?.wording.en]).toEqual([
    2,
    'What helps you most?',
  ])
})

test('what contradicts waits for a decision, nothing of it is pushed before, and then both have the same', async () => {
  const { mine, theirs, formId } = await shareDraft()
  save(theirs, formId, reworded(start, 'Theirs?'))
  await theirs.sync.run()
  save(mine, formId, retitled(reworded(start, 'Mine?'), 'My title'))
  await mine.sync.run()
  const waiting = mine.drafts.find(formId)!
  expect(waiting.sync).toEqual({ kind: 'conflict', by: 'Jo Carter' })
  expect(wordingIn(mine, formId)).toBe('Mine?')
  await mine.sync.run()
  expect((await server.caller(nia).forms.getDraft({ formId })).revision).toBe(2)

  const versions = { base: waiting.base!, mine: waiting.definition, theirs: waiting.theirs!.definition }
  const [conflict] = mergeDrafts(versions).conflicts
  const decisions = { [conflict!.id]: 'both' as const }
  const { definition, conflicts: left } = mergeDrafts(versions, decisions)
  expect(left).toEqual([])
  const decided = { formId, baseVersion: null, definition }
  // Newer changes of the colleague came between: they are looked at first.
  expect(mine.drafts.save(decided, new Date(), { takenIn: 99 })).toEqual({ outcome: 'stale' })
  mine.drafts.save(decided, new Date(), { takenIn: 2 })
  await mine.sync.run()
  await theirs.sync.run()
  expect([wordingIn(mine, formId), wordingIn(theirs, formId)]).toEqual(['Mine? Theirs?', 'Mine? Theirs?'])
  expect(theirs.drafts.find(formId)?.definition.title.en).toBe('My title')
})

test('drafts of somebody else who worked on this computer stay theirs and are not sent under another name', async () => {
  const [mine] = pair()
  const formId = newId()
  await mine.sync.run()
  mine.network = 'down'
  save(mine, formId, start)
  mine.sync.forgetOfficer('signedOut')
  mine.session = jo
  mine.network = 'up'
  await mine.sync.run()
  await expect(server.caller(jo).forms.getDraft({ formId })).rejects.toMatchObject({ id: 'not-found' })
  expect(mine.drafts.find(formId)).toMatchObject({ owner: { name: 'Nia Morgan' }, sync: { kind: 'local' } })
  // Nobody’s, because nobody was signed in: it goes to whoever signs in first.
  const nobodys = newId()
  mine.sync.forgetOfficer('signedOut')
  mine.drafts.save({ formId: nobodys, baseVersion: null, definition: start }, new Date())
  await mine.sync.run()
  expect((await server.caller(jo).forms.getDraft({ formId: nobodys })).changedBy.name).toBe('Jo Carter')
  mine.session = nia
  await mine.sync.run()
  expect((await server.caller(nia).forms.getDraft({ formId })).changedBy.name).toBe('Nia Morgan')
})

test('who may not design forms sends nothing, and the drafts stay', async () => {
  const reader = await buildStaffSession(server, ['formBuilder.read', 'people'])
  const client = openClient(reader, 'reader')
  const formId = newId()
  save(client, formId, start)
  await client.sync.run()
  expect(client.drafts.find(formId)?.sync).toEqual({ kind: 'local' })
  await expect(server.caller(nia).forms.getDraft({ formId })).rejects.toMatchObject({ id: 'not-found' })
})

test('a removal reaches the colleague who changed nothing; whoever did decides, and may open it again', async () => {
  const [mine, theirs] = pair()
  const [untouched, changed] = [newId(), newId()]
  for (const formId of [untouched, changed]) {
    save(mine, formId, start)
    await mine.sync.run()
    await theirs.sync.fetch(formId)
  }
  save(theirs, changed, reworded(start, 'Still needed?'))
  for (const formId of [untouched, changed]) mine.drafts.remove(formId)
  await mine.sync.run()
  expect(mine.drafts.list()).toEqual([])
  await theirs.sync.run()
  expect(theirs.drafts.find(untouched)).toBeUndefined()
  const waiting = theirs.drafts.find(changed)!
  expect(waiting.sync).toEqual({ kind: 'removed', by: 'Nia Morgan' })
  const { formId, baseVersion, definition, theirs: removal } = waiting
  theirs.drafts.save({ formId, baseVersion, definition }, new Date(), { takenIn: removal!.revision })
  await theirs.sync.run()
  expect(await server.caller(jo).forms.getDraft({ formId })).toMatchObject({
    closed: null,
    changedBy: { name: 'Jo Carter' },
  })
})

test('a removal that can be taken back is taken back on the server too', async () => {
  const [mine] = pair()
  const formId = newId()
  save(mine, formId, start)
  await mine.sync.run()
  mine.drafts.remove(formId)
  await mine.sync.run()
  expect((await server.caller(nia).forms.getDraft({ formId })).closed).toBe('removed')
  mine.drafts.restore(formId)
  await mine.sync.run()
  expect(await server.caller(nia).forms.getDraft({ formId })).toMatchObject({
    closed: null,
    definition: start,
  })
})

test('when a colleague publishes, what was changed here goes on as a draft of the new version', async () => {
  const [mine, theirs] = pair()
  const formId = newId()
  const form = { ...start, code: `STEP-${formId.slice(-8).toUpperCase()}` }
  save(mine, formId, form)
  await mine.sync.run()
  await theirs.sync.fetch(formId)
  save(theirs, formId, reworded(form, 'Changed offline?'))
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition: form, live: true }
  const published = await server.caller(nia).forms.publish(await withPassedCheck(publication))
  expect(published.outcome).toBe('published')
  await mine.sync.run()
  expect(mine.drafts.find(formId)).toBeUndefined()
  await theirs.sync.run()
  expect(theirs.drafts.find(formId)).toMatchObject({ baseVersion: 1, sync: { kind: 'synchronised' } })
  expect(await server.caller(jo).forms.getDraft({ formId })).toMatchObject({ closed: null, baseVersion: 1 })
})

test('changes for a draft that is open in the editor are kept beside it until the editor takes them in', async () => {
  const { mine, theirs, formId } = await shareDraft()
  save(theirs, formId, retitled(start, 'Their title'))
  await theirs.sync.run()
  mine.sync.watch(formId)
  expect((await theirs.sync.notePresence(formId)).people).toEqual([])
  expect((await mine.sync.notePresence(formId)).people).toMatchObject([{ name: 'Jo Carter' }])
  await mine.sync.run()
  const whole = mine.drafts.find(formId)!
  expect([whole.definition.title.en, whole.theirs?.definition.title.en]).toEqual([
    start.title.en,
    'Their title',
  ])
  mine.sync.watch(undefined)
  await mine.sync.run()
  expect(mine.drafts.find(formId)?.definition.title.en).toBe('Their title')
})

test('taking in what a colleague made sends nothing back, so that two open editors come to rest', async () => {
  const { mine, theirs, formId } = await shareDraft()
  mine.sync.watch(formId)
  save(theirs, formId, retitled(start, 'Their title'))
  await theirs.sync.run()
  await mine.sync.run()
  const { theirs: incoming, definition } = mine.drafts.find(formId)!
  const merged = mergeDrafts({ base: start, mine: definition, theirs: incoming!.definition }).definition
  mine.drafts.save({ formId, baseVersion: null, definition: merged }, new Date(), { takenIn: 2 })
  expect(mine.drafts.find(formId)?.sync).toEqual({ kind: 'synchronised' })
  for (const client of [mine, theirs, mine]) await client.sync.run()
  expect((await server.caller(nia).forms.getDraft({ formId })).revision).toBe(2)
})

test('a draft that a colleague changed meanwhile is not removed unseen', async () => {
  const { mine, theirs, formId } = await shareDraft()
  save(theirs, formId, retitled(start, 'Their title'))
  await theirs.sync.run()
  mine.drafts.remove(formId)
  await mine.sync.run()
  expect(mine.drafts.find(formId)).toMatchObject({
    definition: { title: { en: 'Their title' } },
    sync: { kind: 'synchronised' },
  })
  mine.drafts.remove(formId)
  await mine.sync.run()
  expect((await server.caller(nia).forms.getDraft({ formId })).closed).toBe('removed')
})
