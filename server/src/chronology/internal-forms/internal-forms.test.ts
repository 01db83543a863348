import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '@send/shared/forms/answers'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newItemId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { bases } from '../../people/tables.ts'
import { buildInternalForm, buildPerson, listOf } from '../../testing/build-internal-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { internalFormAnswers, internalForms } from './tables.ts'

let server: TestServer
let jo: BuiltSession
let sam: BuiltSession
let reader: BuiltSession
let stranger: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  jo = await buildStaffSession(server, ['completeForms', 'chronology', 'people'], { name: 'Jo Carter' })
  sam = await buildStaffSession(server, ['completeForms', 'chronology', 'people'], { name: 'Sam Okafor' })
  reader = await buildStaffSession(server, ['completeForms', 'chronology.read'], { name: 'Reader' })
  stranger = await buildStaffSession(server, ['completeForms', 'chronology', 'people'], { name: 'Stranger' })
})
afterAll(() => server.close())

const held = buildQuestion('yesNo', { wording: { en: 'Was the meeting held?' } })
const why = buildQuestion('longText', {
  wording: { en: 'Why not?' },
  showIf: { kind: 'oneOf', of: { from: 'answer', questionId: held.id }, values: ['no'] },
})
const born = buildQuestion('date', { required: false, prefill: { from: 'person', fact: 'dateOfBirth' } })
const school = buildQuestion('baseLookup', { required: false })
const pages = [buildPage([held, why, born, school])]

function publish(versions = [{ pages, effectiveFrom: '2026-01-01' }]) {
  const accessList = listOf(
    [jo.userId, 'read', 'write', 'administer'],
    [sam.userId, 'read', 'write', 'delete'],
    [reader.userId, 'read'],
  )
  return buildInternalForm(server, { by: jo.userId, accessList, versions })
}

function calls(session: BuiltSession) {
  const { internalForms: forms } = server.caller(session)
  const windowId = newId()
  let saveNumber = 0
  const key = () => ({ idempotencyKey: newId() })
  return {
    get: forms.get,
    list: forms.list,
    listMine: forms.listMine,
    listStartable: forms.listStartable,
    findBases: forms.findBases,
    findStaff: forms.findStaff,
    recordPrint: forms.recordPrint,
    begin: async (formId: string, personId: string) =>
      (await forms.start({ ...key(), formId, personId })).internalFormId,
    type: (internalFormId: string, revision: number, answers: Answers) =>
      forms.save({ internalFormId, revision, windowId, saveNumber: (saveNumber += 1), answers }),
    finish: (internalFormId: string, revision: number) =>
      forms.complete({ ...key(), internalFormId, revision, fileIds: [] }),
    drop: (internalFormId: string) => forms.discard({ ...key(), internalFormId }),
    mend: (entryId: string, reason = 'The date was wrong') => forms.amend({ ...key(), entryId, reason }),
  }
}

async function begun() {
  const { formId } = await publish()
  const personId = await buildPerson(server)
  return { formId, personId, internalFormId: await calls(jo).begin(formId, personId) }
}

async function completed() {
  const started = await begun()
  const saved = await calls(jo).type(started.internalFormId, 1, { [held.id]: 'yes' })
  if (saved.outcome !== 'saved') throw new Error(saved.outcome)
  const done = await calls(jo).finish(started.internalFormId, saved.revision)
  if (done.outcome !== 'completed') throw new Error(done.outcome)
  return { ...started, ...done }
}

test('SR-335: who is not on the access list finds no internal form, and who may only read it changes nothing', async () => {
  const { formId, personId, internalFormId } = await begun()
  const missing = { id: 'not-found' }
  const outsider = calls(stranger)
  await expect(outsider.begin(formId, personId)).rejects.toMatchObject(missing)
  await expect(outsider.get({ internalFormId })).rejects.toMatchObject(missing)
  expect((await outsider.list({ personId })).forms).toEqual([])
  expect((await outsider.listStartable()).forms.map((form) => form.formId)).not.toContain(formId)
  const looker = calls(reader)
  expect((await looker.get({ internalFormId })).may).toEqual({ write: false, discard: false })
  for (const { type, finish, drop } of [outsider, looker]) {
    await expect(type(internalFormId, 1, { [held.id]: 'yes' })).rejects.toMatchObject(missing)
    await expect(finish(internalFormId, 1)).rejects.toMatchObject(missing)
    await expect(drop(internalFormId)).rejects.toMatchObject(missing)
  }
  await expect(looker.begin(formId, personId)).rejects.toMatchObject(missing)
})

test('SR-335: without the process, without the chronology, and from a portal nobody fills in forms of staff', async () => {
  const { personId, formId, internalFormId } = await begun()
  const others = [
    await buildStaffSession(server, ['chronology', 'people']),
    await buildPortalSession(server, 'citizen'),
  ]
  for (const other of others) {
    const { begin, get, type, findStaff } = calls(other)
    const asked = [
      () => begin(formId, personId),
      () => get({ internalFormId }),
      () => type(internalFormId, 1, {}),
      () => findStaff({ text: 'Jo' }),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const blind = await buildStaffSession(server, ['completeForms'])
  await expect(calls(blind).list({ personId })).rejects.toMatchObject({ id: 'not-found' })
  await expect(calls(blind).listMine()).rejects.toMatchObject({ id: 'not-found' })
})

test('a form begins in the version that is current that day, and stays in it when another becomes current', async () => {
  const { formId } = await publish([
    { pages, effectiveFrom: '2025-01-01' },
    { pages, effectiveFrom: '2026-03-01' },
    { pages, effectiveFrom: '2026-03-20' },
  ])
  const personId = await buildPerson(server)
  const { forms } = await calls(jo).listStartable()
  expect(forms.find((form) => form.formId === formId)).toMatchObject({
    version: 2,
    title: 'Planning meeting',
  })
  const internalFormId = await calls(jo).begin(formId, personId)
  server.clock.moveBy(19 * 24 * 60 * 60 * 1000)
  const later = await buildStaffSession(server, ['completeForms', 'chronology'])
  expect((await calls(later).listStartable()).forms).toEqual([])
  const [row] = await server.ownerDatabase
    .select()
    .from(internalForms)
    .where(eq(internalForms.id, internalFormId))
  expect(row?.formVersion).toBe(2)
  server.clock.moveBy(-19 * 24 * 60 * 60 * 1000)
})

test('SR-336: of two officers in one form the second is told by whom an answer was changed, and the rest is saved', async () => {
  const { internalFormId } = await begun()
  const [first, second] = [calls(jo), calls(sam)]
  const one = await first.type(internalFormId, 1, { [held.id]: 'no', [why.id]: 'The room was closed.' })
  expect(one).toMatchObject({ outcome: 'saved', revision: 2, conflicts: [] })
  const date = { day: '4', month: '9', year: '2018' }
  const two = await second.type(internalFormId, 1, { [why.id]: 'Nobody came.', [born.id]: date })
  expect(two).toMatchObject({
    outcome: 'saved',
    revision: 3,
    conflicts: [{ questionId: why.id, value: 'The room was closed.', by: 'Jo Carter' }],
    others: [{ questionId: held.id, value: 'no', by: 'Jo Carter' }],
  })
  const { answers } = await first.get({ internalFormId })
  expect(answers).toEqual({ [held.id]: 'no', [why.id]: 'The room was closed.', [born.id]: date })
  const kept = await second.type(internalFormId, 3, { [why.id]: 'Nobody came.' })
  expect(kept).toMatchObject({ revision: 4, conflicts: [] })
  const third = await calls(jo).type(internalFormId, 4, { [why.id]: 'Nobody came.' })
  expect(third).toMatchObject({ revision: 4, conflicts: [], others: [] })
})

test('a save that is repeated or comes late changes nothing, also when the same officer has two windows open', async () => {
  const { internalFormId } = await begun()
  const windowId = newId()
  const save = (saveNumber: number, text: string, window = windowId) =>
    server.caller(jo).internalForms.save({
      internalFormId,
      revision: 1,
      windowId: window,
      saveNumber,
      answers: { [why.id]: text },
    })
  await save(2, 'second')
  await save(1, 'first')
  expect(await save(2, 'second')).toMatchObject({ revision: 2, conflicts: [] })
  expect(await save(1, 'elsewhere', newId())).toMatchObject({
    conflicts: [{ value: 'second', by: 'Jo Carter' }],
  })
  expect((await calls(jo).get({ internalFormId })).answers).toEqual({ [why.id]: 'second' })
})

test('SR-337: answers to questions of no such form are refused, and a chosen record is named by the server', async () => {
  const { internalFormId } = await begun()
  const { type, get } = calls(jo)
  const refused = { id: 'bad-input' }
  await expect(type(internalFormId, 1, { [buildQuestion('yesNo').id]: 'yes' })).rejects.toMatchObject(refused)
  await expect(type(internalFormId, 1, { [held.id]: 12 } as never)).rejects.toThrow()
  await expect(
    type(internalFormId, 1, { [school.id]: { id: newId(), name: 'No school' } }),
  ).rejects.toMatchObject(refused)
  const base = { id: newId(), urn: '123456', name: 'Bryn Elementary' }
  await server.ownerDatabase.insert(bases).values(base)
  await type(internalFormId, 1, { [school.id]: { id: base.id, name: 'Something else' } })
  expect((await get({ internalFormId })).answers[school.id]).toEqual({ id: base.id, name: base.name })
})

test('look-ups find schools by words or number and staff by name, and nobody by a sign of a search language', async () => {
  await server.ownerDatabase.insert(bases).values({ id: newId(), urn: '654321', name: 'St Non’s Primary' })
  const { findBases, findStaff } = calls(jo)
  for (const text of ['primary non', '654321'])
    expect((await findBases({ text })).records).toMatchObject([
      { name: 'St Non’s Primary', detail: 'URN 654321' },
    ])
  expect((await findStaff({ text: 'okaf' })).records).toMatchObject([{ id: sam.userId, name: 'Sam Okafor' }])
  for (const text of ['%%', '__']) {
    expect((await findBases({ text })).records).toEqual([])
    expect((await findStaff({ text })).records).toEqual([])
  }
})

test('what the record says is suggested and only taken over by somebody', async () => {
  const { internalFormId } = await begun()
  const date = { day: '4', month: '9', year: '2018' }
  expect(await calls(jo).get({ internalFormId })).toMatchObject({
    answers: {},
    suggested: { [born.id]: date },
  })
  await calls(jo).type(internalFormId, 1, { [born.id]: date })
  expect(await calls(jo).get({ internalFormId })).toMatchObject({ suggested: {} })
})

test('SR-338: a form is completed only when it is sound, by who saw the latest of it, without its hidden answers', async () => {
  const { internalFormId, personId } = await begun()
  const { type, finish } = calls(jo)
  expect(await finish(internalFormId, 1)).toMatchObject({
    outcome: 'incomplete',
    problems: [{ questionId: held.id }],
  })
  await type(internalFormId, 1, { [held.id]: 'yes', [why.id]: 'Hidden by the answer before' })
  expect(await calls(sam).finish(internalFormId, 1)).toMatchObject({
    outcome: 'changedMeanwhile',
    by: 'Jo Carter',
  })
  const key = { idempotencyKey: newId(), internalFormId, revision: 2, fileIds: [] }
  const done = await server.caller(sam).internalForms.complete(key)
  expect(await server.caller(sam).internalForms.complete(key)).toEqual(done)
  if (done.outcome !== 'completed') throw new Error(done.outcome)
  const entry = await server.caller(reader).chronology.getEntry({ entryId: done.entryId })
  expect(entry).toMatchObject({
    answers: { [held.id]: 'yes' },
    formVersion: 1,
    internal: { mayAmend: false },
  })
  expect(Object.keys(entry.answers)).not.toContain(why.id)
  await expect(server.caller(stranger).chronology.getEntry({ entryId: done.entryId })).rejects.toMatchObject({
    id: 'not-found',
  })
  expect(await type(internalFormId, 2, { [held.id]: 'no' })).toMatchObject({
    outcome: 'closed',
    status: 'completed',
    by: 'Sam Okafor',
  })
  expect((await calls(jo).list({ personId })).forms).toEqual([])
})

test('what an item of a group hides, by its own answers or by the person, is not put on the chronology', async () => {
  const name = buildQuestion('shortText')
  const came = buildQuestion('yesNo')
  const reason = buildQuestion('shortText', {
    showIf: { kind: 'equals', of: { from: 'answer', questionId: came.id }, value: 'no' },
  })
  const known = buildQuestion('shortText', {
    required: true,
    showIf: { kind: 'answered', of: { from: 'person', fact: 'upn' } },
  })
  const invited = buildQuestion('group', { questions: [name, came, reason, known] })
  const { formId } = await publish([{ pages: [buildPage([invited])], effectiveFrom: '2026-01-01' }])
  const internalFormId = await calls(jo).begin(formId, await buildPerson(server))
  const itemOf = (id: string, answers: Record<string, string>) => ({ id, answers })
  const [first, second] = [newItemId(), newItemId()]
  const answers = {
    [invited.id]: [
      itemOf(first, { [name.id]: 'School', [came.id]: 'yes', [reason.id]: 'Was ill' }),
      itemOf(second, { [name.id]: 'Health', [came.id]: 'no' }),
    ],
  }
  await calls(jo).type(internalFormId, 1, answers)
  expect(await calls(jo).finish(internalFormId, 2)).toMatchObject({
    outcome: 'incomplete',
    problems: [{ questionId: invited.id, part: `${second}.${reason.id}` }],
  })
  const [kept] = answers[invited.id] ?? []
  const mended = itemOf(second, { [name.id]: 'Health', [came.id]: 'no', [reason.id]: 'On leave' })
  await calls(jo).type(internalFormId, 2, { [invited.id]: kept ? [kept, mended] : [mended] })
  const done = await calls(jo).finish(internalFormId, 3)
  if (done.outcome !== 'completed') throw new Error(done.outcome)
  const entry = await server.caller(reader).chronology.getEntry({ entryId: done.entryId })
  expect(entry.answers[invited.id]).toEqual([
    { id: first, answers: { [name.id]: 'School', [came.id]: 'yes' } },
    mended,
  ])
})

test('SR-339: a completed form is amended with a reason, once at a time, and both stand on the chronology', async () => {
  const { entryId, personId, reference } = await completed()
  for (const session of [stranger, reader])
    await expect(calls(session).mend(entryId)).rejects.toMatchObject({ id: 'not-found' })
  await expect(calls(jo).mend(entryId, ' ')).rejects.toThrow()
  const amendment = await calls(jo).mend(entryId)
  const { internalFormId } = amendment
  expect(await calls(sam).mend(entryId)).toEqual({ outcome: 'begunAlready', internalFormId, by: 'Jo Carter' })
  expect(await calls(sam).get({ internalFormId })).toMatchObject({
    answers: { [held.id]: 'yes' },
    amends: { reference, reason: 'The date was wrong' },
  })
  await calls(jo).type(internalFormId, 1, { [held.id]: 'no', [why.id]: 'It was put off.' })
  const done = await calls(jo).finish(internalFormId, 2)
  if (done.outcome !== 'completed') throw new Error(done.outcome)
  const { chronology } = server.caller(jo)
  const { entries } = await chronology.list({ personId })
  const replaced = new Map(entries.map((entry) => [entry.entryId, entry.isReplaced]))
  expect(replaced).toEqual(
    new Map([
      [entryId, true],
      [done.entryId, false],
    ]),
  )
  const before = await chronology.getEntry({ entryId })
  expect(before).toMatchObject({
    answers: { [held.id]: 'yes' },
    internal: { replacedBy: { entryId: done.entryId }, mayAmend: false },
  })
  expect((await chronology.getEntry({ entryId: done.entryId })).internal).toMatchObject({
    amends: { reference, reason: 'The date was wrong' },
    mayAmend: true,
  })
  await expect(calls(sam).mend(entryId)).rejects.toMatchObject({ id: 'conflict' })
})

test('SR-340: an unfinished form is discarded by who began it or may delete it; nothing typed is left, and it is recorded', async () => {
  const { internalFormId } = await begun()
  await calls(sam).type(internalFormId, 1, { [why.id]: 'Nobody came.' })
  expect(await calls(sam).drop(internalFormId)).toEqual({ outcome: 'discarded' })
  const left = await server.ownerDatabase
    .select()
    .from(internalFormAnswers)
    .where(eq(internalFormAnswers.internalFormId, internalFormId))
  expect(left).toEqual([])
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.objectId, internalFormId))
  expect(lines.map(({ action }) => action)).toContain('internalForms.discard')
  expect(JSON.stringify(lines)).not.toContain('Nobody came')
  expect(await calls(jo).type(internalFormId, 2, { [held.id]: 'yes' })).toMatchObject({
    outcome: 'closed',
    status: 'discarded',
    by: 'Sam Okafor',
  })
  const other = (await begun()).internalFormId
  expect(await calls(jo).drop(other)).toEqual({ outcome: 'discarded' })
})

test('printing an entry is recorded, and refused to who may not read it', async () => {
  const { entryId } = await completed()
  expect(await calls(reader).recordPrint({ entryId })).toEqual({ outcome: 'recorded' })
  await expect(calls(stranger).recordPrint({ entryId })).rejects.toMatchObject({ id: 'not-found' })
})

test('my unfinished forms are those I began or changed last, and only while I may read them', async () => {
  const { internalFormId, personId } = await begun()
  const mine = async (session: BuiltSession) =>
    (await calls(session).listMine()).forms.filter((form) => form.internalFormId === internalFormId)
  expect(await mine(jo)).toMatchObject([{ personId, personName: 'Efa Rees', changedBy: 'Jo Carter' }])
  expect(await mine(sam)).toEqual([])
  await calls(sam).type(internalFormId, 1, { [held.id]: 'yes' })
  expect(await mine(sam)).toHaveLength(1)
})
