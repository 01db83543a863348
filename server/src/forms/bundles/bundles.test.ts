import { placeQuestion } from '@send/shared/forms/bank/place-question'
import { adaptDefinition, type ImportChoices } from '@send/shared/forms/bundles/adapt-definition'
import { changeQuestion } from '@send/shared/forms/edit-definition'
import { findQuestion, listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBankQuestion } from '../../testing/build-bank-question.ts'
import { buildLookupTable } from '../../testing/build-lookup-table.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

type Place = { server: TestServer; staff: BuiltSession }
let leeds: Place
let york: Place

beforeAll(async () => {
  ;[leeds, york] = [await openPlace('Jo Carter'), await openPlace('Ana Price')]
})
afterAll(async () => {
  await leeds.server.close()
  await york.server.close()
})

async function openPlace(name: string): Promise<Place> {
  const server = await createTestServer()
  return { server, staff: await buildStaffSession(server, ['formBuilder'], { name }) }
}

const at = ({ server, staff }: Place) => server.caller(staff).forms
const none: ImportChoices = { takeTables: [], takeQuestions: [] }
let codes = 0

/** A form of Leeds with a look-up table and a question of the bank. */
async function buildRich() {
  codes += 1
  const tableId = newId()
  await buildLookupTable(leeds.server, leeds.staff, { tableId, name: `Needs ${codes}` })
  const tied = await buildBankQuestion(leeds.server, leeds.staff, { externalCode: 'SCH1' })
  const { questionId, code, revision } = tied
  const [kept] = (await at(leeds).getBankQuestion({ questionId })).revisions
  if (!kept) throw new Error('There is a revision.')
  const placed = placeQuestion({ questionId, code, revision }, kept.content)
  const lookup = buildQuestion('lookup', { table: { id: tableId, name: 'Any' }, entries: [] })
  const pages = [buildPage([buildQuestion('childDetails'), lookup, placed])]
  const definition = buildForm({ code: `RICH-${codes}`, pages })
  return { formId: newId(), definition, tableId, questionId, placed, lookup }
}

async function exportDraft(definition: FormDefinition, formId: string, from = leeds): Promise<string> {
  const exported = await at(from).exportBundle({ of: 'draft', formId, definition })
  if (exported.outcome !== 'exported') throw new Error(exported.sentence)
  return exported.text
}

async function inspect(bundle: string, place = york) {
  const inspected = await at(place).inspectBundle({ bundle })
  if (inspected.outcome !== 'read') throw new Error(inspected.sentence)
  return inspected
}

async function trust(bundle: string, place = york): Promise<string> {
  const { sender } = await inspect(bundle, place)
  await at(place).trustSender({ bundle, fingerprint: sender.fingerprint })
  return sender.fingerprint
}

/** Imports as the client does: the form of the bundle with what was changed here laid over it. */
async function importInto(bundle: string, { place = york, choices = none } = {}) {
  const { content, plan, targets, newFormId } = await inspect(bundle, place)
  const [target] = targets
  const { code } = target?.current ?? content.form.definition
  const placing = { code, accessList: target?.current.accessList ?? { entries: [] } }
  const theirs = adaptDefinition(content, { plan, choices, placing })
  const merged = target
    ? mergeDrafts({ base: target.base ?? theirs, mine: target.current, theirs })
    : { definition: theirs, conflicts: [] }
  const request = {
    idempotencyKey: newId(),
    bundle,
    formId: target?.formId ?? newFormId,
    baseRevision: target?.draftRevision ?? 0,
    baseVersion: target?.baseVersion ?? null,
    definition: merged.definition,
    choices,
  }
  return { ...merged, request, imported: await at(place).importBundle(request) }
}

test('whoever may not design forms neither exports nor imports, and who may only look does neither', async () => {
  const { definition, formId } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  const fingerprint = '0'.repeat(64)
  const request = { idempotencyKey: newId(), bundle, formId, baseRevision: 0, baseVersion: null, definition }
  for (const session of [
    await buildStaffSession(leeds.server, ['people']),
    await buildStaffSession(leeds.server, ['formBuilder.read']),
    await buildPortalSession(leeds.server, 'citizen'),
  ]) {
    const { forms } = leeds.server.caller(session)
    const refused = { id: 'not-allowed' }
    await expect(forms.exportBundle({ of: 'draft', formId, definition })).rejects.toMatchObject(refused)
    await expect(forms.inspectBundle({ bundle })).rejects.toMatchObject(refused)
    await expect(forms.importBundle({ ...request, choices: none })).rejects.toMatchObject(refused)
    await expect(forms.trustSender({ bundle, fingerprint })).rejects.toMatchObject(refused)
    await expect(forms.forgetSender({ fingerprint })).rejects.toMatchObject(refused)
  }
  await expect(
    leeds.server.caller(await buildPortalSession(leeds.server, 'citizen')).forms.listTrustedSenders(),
  ).rejects.toMatchObject({ id: 'not-allowed' })
})

test('SR-329: a bundle carries the form, its tables and its questions, and nothing of who may do what', async () => {
  const { definition, formId, tableId, questionId, placed } = await buildRich()
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await at(leeds).publish(await withPassedCheck(publication))
  const exported = await at(leeds).exportBundle({ of: 'version', formId, version: 1 })
  if (exported.outcome !== 'exported') throw new Error('exported')
  expect(exported.fileName).toBe(`${definition.code}-v1.send-form.json`)
  for (const { subject } of definition.accessList.entries) expect(exported.text).not.toContain(subject.id)
  expect(exported.text).not.toContain('Jo Carter')
  const { content } = await inspect(exported.text)
  expect(content.form).toMatchObject({ formId, version: 1, definition: { accessList: { entries: [] } } })
  expect(content.lookupTables).toMatchObject([{ id: tableId, entries: [{ code: 'ASD' }, { code: 'OLD' }] }])
  expect(content.bankQuestions).toMatchObject([{ questionId, externalCode: 'SCH1', revision: 1 }])
  expect(findQuestion(content.form.definition, placed.id)).toEqual(placed)
  await expect(at(leeds).exportBundle({ of: 'version', formId, version: 9 })).rejects.toMatchObject({
    id: 'not-found',
  })
})

test('SR-330: what an unknown sender signed is shown, and imported only once the sender is trusted', async () => {
  const { definition, formId } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  const before = await inspect(bundle)
  expect(before.sender).toMatchObject({ name: 'localhost', standing: 'unknown' })
  const first = await importInto(bundle)
  expect(first.imported).toEqual({ outcome: 'untrusted' })
  const { fingerprint } = before.sender
  expect(await at(york).trustSender({ bundle, fingerprint: 'f'.repeat(64) })).toMatchObject({
    outcome: 'refused',
  })
  expect(await at(york).trustSender({ bundle, fingerprint })).toEqual({ outcome: 'trusted', fingerprint })
  expect(await at(york).trustSender({ bundle, fingerprint })).toEqual({ outcome: 'trusted', fingerprint })
  expect((await at(york).listTrustedSenders()).senders).toMatchObject([
    { fingerprint, trustedBy: 'Ana Price' },
  ])
  expect((await inspect(bundle)).sender.standing).toBe('trusted')

  expect(await at(york).forgetSender({ fingerprint })).toEqual({ fingerprint })
  expect((await importInto(bundle)).imported).toEqual({ outcome: 'untrusted' })
  await expect(at(york).forgetSender({ fingerprint })).rejects.toMatchObject({ id: 'not-found' })
  const lines = await york.server.ownerDatabase.execute<{ action: string }>(
    sql`select action from audit_events where object_id = ${fingerprint} and outcome = 'done' order by occurred_at, id`,
  )
  expect(lines.map(({ action }) => action)).toEqual([
    'forms.trustSender',
    'forms.trustSender',
    'forms.forgetSender',
  ])
})

test('the key is made once, also when two export at the same moment, and its private half is sealed', async () => {
  const { definition, formId } = await buildRich()
  const place = await openPlace('Two')
  const [one, two] = await Promise.all([
    exportDraft(definition, formId, place),
    exportDraft(definition, formId, place),
  ])
  const [first, second] = [await inspect(one, place), await inspect(two, place)]
  expect(first.sender).toEqual(second.sender)
  expect(first.sender.standing).toBe('own')
  expect((await at(place).listTrustedSenders()).own).toBe(first.sender.fingerprint)
  const [kept] = await place.server.ownerDatabase.execute<{ sealed: string }>(
    sql`select sealed_private_key as sealed from bundle_key`,
  )
  expect(
    Buffer.from(kept?.sealed ?? '', 'base64').includes(Buffer.from('302e020100300506032b6570', 'hex')),
  ).toBe(false)
  await expect(place.server.database.execute(sql`delete from bundle_key`)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('permission denied') as string },
  })
  await place.server.close()
})

test('SR-327: an altered bundle is refused in a sentence and changes nothing', async () => {
  const { definition, formId } = await buildRich()
  const bundle = (await exportDraft(definition, formId)).replace('A form for tests', 'Another title')
  const sentence = expect.stringContaining('changed after it was signed') as string
  expect(await at(york).inspectBundle({ bundle })).toEqual({ outcome: 'refused', sentence })
  const request = { idempotencyKey: newId(), bundle, formId, baseRevision: 0, baseVersion: null, definition }
  expect(await at(york).importBundle({ ...request, choices: none })).toEqual({ outcome: 'refused', sentence })
  await expect(at(york).getDraft({ formId })).rejects.toMatchObject({ id: 'not-found' })
})

test('an import makes a draft with its tables and bank questions, once however often it is repeated', async () => {
  const { definition, formId, tableId, questionId, placed } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const { imported, request } = await importInto(bundle)
  expect(imported).toEqual({ outcome: 'imported', revision: 1 })
  expect(await at(york).importBundle(request)).toEqual(imported)
  expect(request.formId).toBe(formId)
  const { definition: drafted } = await at(york).getDraft({ formId })
  expect(drafted).toMatchObject({ code: definition.code, accessList: { entries: [] } })
  expect(listQuestions(drafted).map(({ id }) => id)).toEqual(listQuestions(definition).map(({ id }) => id))
  expect(findQuestion(drafted, placed.id)?.bank).toMatchObject({ questionId, revision: 1 })
  expect((await at(york).getLookupTable({ tableId })).entries).toHaveLength(2)
  expect(await at(york).getBankQuestion({ questionId })).toMatchObject({
    externalCode: 'SCH1',
    revisions: [{ number: 1, status: 'draft' }],
  })
})

test('a table that differs stays as it is, or takes theirs without losing a code that answers may hold', async () => {
  const { definition, formId, tableId, lookup } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const mine = [
    { code: 'ASD', description: { en: 'Our word' } },
    { code: 'OURS', description: { en: 'Only here' } },
  ]
  await buildLookupTable(york.server, york.staff, { tableId, name: 'Ours', entries: mine })
  const { plan } = await inspect(bundle)
  expect(plan.tables).toMatchObject([
    { state: 'differs', tableId, added: ['OLD'], changed: ['ASD'], onlyHere: ['OURS'] },
  ])
  const kept = await importInto(bundle)
  expect((await at(york).getLookupTable({ tableId })).entries).toEqual(mine)
  expect(findQuestion(kept.definition, lookup.id)).toMatchObject({ table: { name: 'Ours' }, entries: mine })

  await importInto(bundle, { choices: { takeTables: [tableId], takeQuestions: [] } })
  const { entries } = await at(york).getLookupTable({ tableId })
  expect(entries.map(({ code }) => code)).toEqual(['ASD', 'OLD', 'OURS'])
  expect(entries[0]?.description.en).toBe('Autism')
})

test('a bank question that differs is left as it is, and its question comes alone, or becomes the next revision', async () => {
  const { definition, formId, questionId, placed } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const content = buildQuestion('shortText', { wording: { en: 'Our words' } })
  await buildBankQuestion(york.server, york.staff, { questionId, code: 'OUR-SCHOOL', content })
  const kept = await importInto(bundle)
  expect(findQuestion(kept.definition, placed.id)?.bank).toBeUndefined()
  expect((await at(york).getBankQuestion({ questionId })).revisions).toMatchObject([{ number: 1, content }])

  const taken = await importInto(bundle, { choices: { takeTables: [], takeQuestions: [questionId] } })
  expect(taken.imported.outcome).toBe('imported')
  expect(findQuestion(taken.definition, placed.id)?.bank).toMatchObject({ code: 'OUR-SCHOOL', revision: 1 })
  expect((await at(york).getBankQuestion({ questionId })).revisions[0]?.content.wording.en).toBe(
    'Which school?',
  )
})

test('a code that another question of the bank has, or another form, is not given twice', async () => {
  const { definition, formId, questionId } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const { plan } = await inspect(bundle)
  const [planned] = plan.questions
  await buildBankQuestion(york.server, york.staff, { code: planned?.theirs.code ?? '' })
  expect((await inspect(bundle)).plan.questions).toMatchObject([
    { state: 'new', theirs: { questionId }, code: `${planned?.theirs.code}-2` },
  ])
  const other = { operationId: newId(), formId: newId(), baseRevision: 0, baseVersion: null, definition }
  await at(york).pushDraft(other)
  const request = { idempotencyKey: newId(), bundle, formId, baseRevision: 0, baseVersion: null, definition }
  expect(await at(york).importBundle({ ...request, choices: none })).toEqual({ outcome: 'codeTaken' })
})

test('a newer bundle over a form that was changed here keeps what was changed here, and both changes stand', async () => {
  const { definition, formId, placed, lookup } = await buildRich()
  const first = await exportDraft(definition, formId)
  await trust(first)
  const { definition: ours } = await importInto(first)
  const changedHere = changeQuestion(ours, lookup.id, (question) => ({ ...question, help: { en: 'Ours' } }))
  const push = { operationId: newId(), formId, baseRevision: 1, baseVersion: null, definition: changedHere }
  await at(york).pushDraft(push)
  const changedThere = changeQuestion(definition, lookup.id, (question) => ({ ...question, required: false }))
  const second = await importInto(await exportDraft(changedThere, formId))
  expect(second.conflicts).toEqual([])
  expect(second.imported).toEqual({ outcome: 'imported', revision: 3 })
  const { definition: merged } = await at(york).getDraft({ formId })
  expect(findQuestion(merged, lookup.id)).toMatchObject({ help: { en: 'Ours' }, required: false })
  expect(findQuestion(merged, placed.id)?.bank).toBeDefined()

  const reworded = changeQuestion(changedThere, lookup.id, (question) => ({
    ...question,
    help: { en: 'Theirs' },
  }))
  const third = await importInto(await exportDraft(reworded, formId))
  expect(third.conflicts).toMatchObject([{ kind: 'property', property: 'help.en', mine: 'Ours' }])
})

test('an import that was merged with an older draft changes nothing', async () => {
  const { definition, formId } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const { request } = await importInto(bundle)
  const late = { ...request, idempotencyKey: newId(), baseRevision: 7 }
  expect(await at(york).importBundle(late)).toEqual({ outcome: 'behind' })
  expect((await at(york).getDraft({ formId })).revision).toBe(1)
})

test('an import of which one part cannot be kept leaves nothing of the others', async () => {
  const { definition, formId, tableId } = await buildRich()
  const bundle = await exportDraft(definition, formId)
  await trust(bundle)
  const full = Array.from({ length: 500 }, (_, index) => ({
    code: `C${index}`,
    description: { en: `Entry ${index}` },
  }))
  await buildLookupTable(york.server, york.staff, { tableId, name: `Full ${codes}`, entries: full })
  await expect(
    importInto(bundle, { choices: { takeTables: [tableId], takeQuestions: [] } }),
  ).rejects.toMatchObject({
    id: 'conflict',
    message: expect.stringContaining('more than 500 entries') as string,
  })
  await expect(at(york).getDraft({ formId })).rejects.toMatchObject({ id: 'not-found' })
})

test('SR-328: a form whose conditions ask in a circle, or deeper than any condition, is no form that is published', async () => {
  const { definition, formId, lookup, placed } = await buildRich()
  const askedOf = (questionId: string) => ({
    kind: 'answered' as const,
    of: { from: 'answer' as const, questionId },
  })
  const one = changeQuestion(definition, lookup.id, (question) => ({
    ...question,
    showIf: askedOf(placed.id),
  }))
  const circle = changeQuestion(one, placed.id, (question) => ({ ...question, showIf: askedOf(lookup.id) }))
  const bundle = await exportDraft(circle, formId)
  await trust(bundle)
  const { imported, definition: drafted } = await importInto(bundle)
  expect(imported.outcome).toBe('imported')
  const { accessList } = definition
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, live: true }
  const published = await at(york).publish(
    await withPassedCheck({ ...publication, definition: { ...drafted, accessList } }),
  )
  expect(published).toMatchObject({ outcome: 'refused' })

  let deep: object = askedOf(lookup.id)
  for (let level = 0; level < 50; level += 1) deep = { kind: 'all', conditions: [deep] }
  const hostile = changeQuestion(definition, placed.id, (question) => ({
    ...question,
    showIf: deep as never,
  }))
  await expect(at(leeds).exportBundle({ of: 'draft', formId, definition: hostile })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})
