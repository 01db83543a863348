import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildLookupTable } from '../../testing/build-lookup-table.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let staff: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  staff = await buildStaffSession(server, ['formBuilder'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const autism = { code: 'ASD', description: { en: 'Autism', cy: 'Awtistiaeth' }, externalCode: 'ASD' }
const hearing = { code: 'HI', description: { en: 'Hearing impairment' } }

function saveAs(session: BuiltSession, table: Partial<Parameters<typeof full>[0]> = {}) {
  return server.caller(session).forms.saveLookupTable(full(table))
}
function full(table: { tableId?: string; baseVersion?: number | null; name?: string; entries?: object[] }) {
  const {
    tableId = newId(),
    baseVersion = null,
    name = `Needs ${newId()}`,
    entries = [autism, hearing],
  } = table
  return { idempotencyKey: newId(), tableId, baseVersion, name, entries: entries as never }
}

test('whoever may not design forms neither reads nor saves a look-up table, and who may only look saves none', async () => {
  const tableId = await buildLookupTable(server, staff, { tableId: newId(), name: 'Closed' })
  const strangers = [
    await buildStaffSession(server, ['people']),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const stranger of strangers) {
    const caller = server.caller(stranger)
    await expect(caller.forms.listLookupTables()).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(caller.forms.getLookupTable({ tableId })).rejects.toMatchObject({ id: 'not-allowed' })
    await expect(saveAs(stranger)).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const reader = await buildStaffSession(server, ['formBuilder.read'])
  await expect(saveAs(reader)).rejects.toMatchObject({ id: 'not-allowed' })
  expect((await server.caller(reader).forms.getLookupTable({ tableId })).name).toBe('Closed')
})

test('a table is saved, listed with who changed it, and read in its order', async () => {
  const tableId = newId()
  const ended = { ...hearing, code: 'OLD', activeTo: '2020-08-31' }
  const entries = [hearing, autism, ended]
  expect(await saveAs(staff, { tableId, name: 'Kinds of need', entries })).toEqual({
    outcome: 'saved',
    version: 1,
  })
  const { tables } = await server.caller(staff).forms.listLookupTables()
  expect(tables.find((table) => table.tableId === tableId)).toMatchObject({
    name: 'Kinds of need',
    version: 1,
    changedBy: 'Jo Carter',
    entryCount: 3,
    activeCount: 2,
  })
  const read = await server.caller(staff).forms.getLookupTable({ tableId })
  expect(read).toEqual({ id: tableId, name: 'Kinds of need', version: 1, entries })
})

test('two who change the same table: the second is told by whom and when, and nothing is overwritten', async () => {
  const tableId = newId()
  await saveAs(staff, { tableId, name: 'Two at once' })
  const colleague = await buildStaffSession(server, ['formBuilder'], { name: 'Ana Price' })
  expect(await saveAs(colleague, { tableId, name: 'Theirs', baseVersion: 1 })).toMatchObject({ version: 2 })
  expect(await saveAs(staff, { tableId, name: 'Mine', baseVersion: 1 })).toEqual({
    outcome: 'changedMeanwhile',
    by: 'Ana Price',
    at: server.clock.now().toISOString(),
  })
  expect((await server.caller(staff).forms.getLookupTable({ tableId })).name).toBe('Theirs')
})

test('a name belongs to one table, and a new table is made once', async () => {
  const tableId = newId()
  await saveAs(staff, { tableId, name: 'Only one' })
  expect(await saveAs(staff, { name: 'Only one' })).toEqual({ outcome: 'nameTaken' })
  expect(await saveAs(staff, { tableId, name: 'Again' })).toMatchObject({ outcome: 'changedMeanwhile' })
  await expect(saveAs(staff, { baseVersion: 3 })).rejects.toMatchObject({ id: 'not-found' })
})

test('SR-271: an entry ends and is never lost, not even by a statement of the application', async () => {
  const tableId = newId()
  await saveAs(staff, { tableId, name: 'Never lost' })
  expect(await saveAs(staff, { tableId, name: 'Never lost', baseVersion: 1, entries: [autism] })).toEqual({
    outcome: 'refused',
    problems: [
      {
        code: 'HI',
        sentence: 'Answers may hold this code. Give the entry a last day instead of removing it.',
      },
    ],
  })
  const ended = { ...hearing, activeTo: '2026-08-31' }
  const saved = await saveAs(staff, { tableId, name: 'Never lost', baseVersion: 1, entries: [autism, ended] })
  expect(saved).toEqual({ outcome: 'saved', version: 2 })
  for (const table of ['lookup_entries', 'lookup_tables']) {
    await expect(server.database.execute(sql.raw(`delete from ${table}`))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') as string },
    })
  }
})

test.each([
  ['the same code twice', [autism, { ...hearing, code: 'asd' }], 'Another entry has this code'],
  ['no description', [{ ...autism, description: { en: ' ' } }], 'its description in English'],
  [
    'a last day before the first',
    [{ ...autism, activeFrom: '2026-09-01', activeTo: '2026-08-31' }],
    'must not be before the first',
  ],
])('a table with %s is refused in a sentence', async (_what, entries, sentence) => {
  expect(await saveAs(staff, { entries })).toMatchObject({
    outcome: 'refused',
    problems: [{ sentence: expect.stringContaining(sentence) as string }],
  })
})

async function publish(tableId: string, again?: { formId: string; baseVersion: number; code: string }) {
  const question = buildQuestion('lookup', { table: { id: tableId, name: 'As drafted' }, entries: [] })
  const group = buildQuestion('group', { questions: [{ ...question, id: buildQuestion('lookup').id }] })
  const pages = [buildPage([buildQuestion('childDetails'), question, group])]
  const { formId = newId(), baseVersion = null, code = `LOOKUP-${Date.now() % 1_000_000}` } = again ?? {}
  const definition = buildForm({ code, pages })
  const publication = { idempotencyKey: newId(), formId, baseVersion, definition, live: true }
  const input = await withPassedCheck(publication)
  return { formId, code, questionId: question.id, published: await server.caller(staff).forms.publish(input) }
}

test('a published version carries the entries as they were, also after the table has changed', async () => {
  const tableId = newId()
  const ended = { ...hearing, code: 'OLD', activeTo: '2020-08-31' }
  const later = { code: 'NEW', description: { en: 'From next year' }, activeFrom: '2030-01-01' }
  await saveAs(staff, { tableId, name: 'Carried', entries: [autism, ended, later] })
  const first = await publish(tableId)
  expect(first.published).toEqual({ outcome: 'published', version: 1 })
  const renamed = { ...autism, description: { en: 'Autistic spectrum' } }
  await saveAs(staff, { tableId, name: 'Carried on', baseVersion: 1, entries: [renamed, ended, later] })
  await publish(tableId, { ...first, baseVersion: 1 })
  const entriesOf = async (version: number) => {
    const { definition } = await server.caller(staff).forms.getVersion({ formId: first.formId, version })
    const [, lookup, group] = definition.pages[0]?.questions ?? []
    const inGroup = group?.type === 'group' ? group.questions[0] : undefined
    expect(inGroup).toMatchObject({ entries: lookup?.type === 'lookup' ? lookup.entries : [] })
    return lookup?.type === 'lookup' ? lookup : undefined
  }
  expect(await entriesOf(1)).toMatchObject({ table: { name: 'Carried' }, entries: [autism, later] })
  expect(await entriesOf(2)).toMatchObject({ table: { name: 'Carried on' }, entries: [renamed, later] })
})

test('a form whose table is not on this server, or has no entry that can be chosen, is not published', async () => {
  const missing = await publish(newId())
  expect(missing.published).toMatchObject({
    outcome: 'refused',
    problems: expect.arrayContaining([
      {
        where: missing.questionId,
        sentence: 'The look-up table “As drafted” is not on this server. Choose another one.',
      },
    ]) as object[],
  })
  const tableId = newId()
  await saveAs(staff, { tableId, entries: [{ ...autism, activeTo: '2020-08-31' }] })
  expect((await publish(tableId)).published).toMatchObject({ outcome: 'refused' })
})
