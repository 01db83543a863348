import { saysTheSame } from '@send/shared/forms/bank/same-question'
import { placeQuestion } from '@send/shared/forms/bank/place-question'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBankQuestion } from '../../testing/build-bank-question.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let staff: BuiltSession
let codes = 0

beforeAll(async () => {
  server = await createTestServer()
  staff = await buildStaffSession(server, ['formBuilder', 'audit'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const content = buildQuestion('shortText', { wording: { en: 'Which school?', cy: 'Pa ysgol?' } })
const reworded = { ...content, wording: { en: 'Which school or college?', cy: 'Pa ysgol neu goleg?' } }

function save(session: BuiltSession, question: Partial<Parameters<typeof full>[0]>) {
  return server.caller(session).forms.saveBankQuestion(full(question))
}
function full(question: {
  idempotencyKey?: string
  questionId?: string
  baseRowVersion?: number | null
  code?: string
  externalCode?: string | null
  content?: Question
}) {
  codes += 1
  const fresh = { idempotencyKey: newId(), questionId: newId(), baseRowVersion: null, code: `CODE-${codes}` }
  return { ...fresh, externalCode: null, content, ...question }
}
const get = (questionId: string) => server.caller(staff).forms.getBankQuestion({ questionId })

/** A form that uses a question of the bank at a revision. */
function buildTiedForm(
  { questionId, code }: { questionId: string; code: string },
  { revision = 1, says = content } = {},
): FormDefinition {
  codes += 1
  const placed = placeQuestion({ questionId, revision, code }, says)
  return buildForm({ code: `TIED-${codes}`, pages: [buildPage([buildQuestion('childDetails'), placed])] })
}
async function publish(definition: FormDefinition, formId = newId(), baseVersion: number | null = null) {
  const publication = { idempotencyKey: newId(), formId, baseVersion, definition, live: true }
  const published = await server.caller(staff).forms.publish(await withPassedCheck(publication))
  return { formId, published }
}

test('whoever may not design forms neither reads nor changes the bank, and who may only look changes nothing', async () => {
  const { questionId } = await buildBankQuestion(server, staff)
  const strangers = [
    await buildStaffSession(server, ['people']),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const stranger of strangers) {
    const { forms } = server.caller(stranger)
    const refused = { id: 'not-allowed' }
    await expect(forms.listBankQuestions({})).rejects.toMatchObject(refused)
    await expect(forms.getBankQuestion({ questionId })).rejects.toMatchObject(refused)
    await expect(forms.findBankRevisions({ ties: [] })).rejects.toMatchObject(refused)
    await expect(save(stranger, {})).rejects.toMatchObject(refused)
    await expect(forms.retireBankQuestion({ questionId, retired: true })).rejects.toMatchObject(refused)
  }
  const reader = await buildStaffSession(server, ['formBuilder.read'])
  await expect(save(reader, {})).rejects.toMatchObject({ id: 'not-allowed' })
  await expect(
    server.caller(reader).forms.retireBankQuestion({ questionId, retired: true }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
  expect((await server.caller(reader).forms.getBankQuestion({ questionId })).revisions).toHaveLength(1)
})

test('a question is saved once however often the save is repeated, and a draft revision is changed where it stands', async () => {
  const first = full({ code: 'SCHOOL-NAME', externalCode: 'SCH1' })
  const saved = { outcome: 'saved', revision: 1, rowVersion: 1 }
  const caller = server.caller(staff)
  expect(await caller.forms.saveBankQuestion(first)).toEqual(saved)
  expect(await caller.forms.saveBankQuestion(first)).toEqual(saved)
  const { questionId, code } = first
  expect(await save(staff, { questionId, code, baseRowVersion: 1, content: reworded })).toEqual({
    outcome: 'saved',
    revision: 1,
    rowVersion: 2,
  })
  expect(await get(questionId)).toMatchObject({
    code: 'SCHOOL-NAME',
    retired: false,
    rowVersion: 2,
    revisions: [{ number: 1, content: reworded, status: 'draft', changedBy: 'Jo Carter' }],
    uses: [],
  })
})

test('SR-325: a question used in a published form is frozen, and its change is the next revision', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, { content })
  const form = buildTiedForm({ questionId, code })
  const { formId, published } = await publish(form)
  expect(published).toEqual({ outcome: 'published', version: 1 })
  expect(await get(questionId)).toMatchObject({
    revisions: [{ number: 1, status: 'frozen' }],
    uses: [{ formId, code: form.code, where: 'latest', version: 1, revision: 1 }],
  })

  const next = await save(staff, { questionId, code, baseRowVersion: 1, content: reworded })
  expect(next).toEqual({ outcome: 'saved', revision: 2, rowVersion: 2 })
  expect((await get(questionId)).revisions).toMatchObject([
    { number: 2, status: 'draft', content: reworded },
    { number: 1, status: 'frozen', content },
  ])
  const { questions } = await server.caller(staff).forms.findBankRevisions({
    ties: [{ questionId, revision: 1 }],
  })
  expect(questions).toEqual([
    {
      questionId,
      code,
      retired: false,
      latest: { number: 2, content: reworded },
      held: [{ number: 1, content }],
    },
  ])
})

test('SR-325: not even a statement of the application changes a frozen revision or deletes one', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, { content })
  await publish(buildTiedForm({ questionId, code }))
  const refusedWith = (message: string) => ({
    cause: { message: expect.stringContaining(message) as string },
  })
  await expect(
    server.database.execute(
      sql`update bank_revisions set content = '{}' where question_id = ${questionId} and number = 1`,
    ),
  ).rejects.toMatchObject(refusedWith('is never changed'))
  for (const table of ['bank_questions', 'bank_revisions', 'bank_uses'])
    await expect(server.database.execute(sql.raw(`delete from ${table}`))).rejects.toMatchObject(
      refusedWith('permission denied'),
    )
})

test('SR-326: a form whose tied question says something else than the bank is refused, and freezes nothing', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, { content })
  const { published } = await publish(buildTiedForm({ questionId, code }, { says: reworded }))
  expect(published).toMatchObject({
    outcome: 'refused',
    problems: [{ sentence: expect.stringContaining('says something else') as string }],
  })
  const unknown = await publish(buildTiedForm({ questionId: newId(), code: 'NOWHERE' }))
  expect(unknown.published).toMatchObject({
    outcome: 'refused',
    problems: [{ sentence: expect.stringContaining('no revision 1 of NOWHERE') as string }],
  })
  expect(await get(questionId)).toMatchObject({ revisions: [{ status: 'draft' }], uses: [] })
})

test('a form that goes on with an older revision is published with it, and a question keeps its code', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, { content })
  const form = buildTiedForm({ questionId, code })
  const { formId } = await publish(form)
  await save(staff, { questionId, code, baseRowVersion: 1, content: reworded })
  expect((await publish({ ...form, title: { en: 'Once more' } }, formId, 1)).published).toMatchObject({
    version: 2,
  })
  expect((await get(questionId)).uses).toMatchObject([{ version: 2, revision: 1, where: 'latest' }])
  expect(
    await save(staff, { questionId, code: 'OTHER-CODE', baseRowVersion: 2, content: reworded }),
  ).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('code stays') as string })
})

test('two who change the same question: the second is told by whom and when, and nothing is overwritten', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, { content })
  const colleague = await buildStaffSession(server, ['formBuilder'], { name: 'Ana Price' })
  await save(colleague, { questionId, code, baseRowVersion: 1, content: reworded })
  expect(await save(staff, { questionId, code, baseRowVersion: 1 })).toEqual({
    outcome: 'changedMeanwhile',
    by: 'Ana Price',
    at: server.clock.now().toISOString(),
  })
  expect((await get(questionId)).revisions[0]?.content).toEqual(reworded)
})

test('a code belongs to one question, and what does not exist cannot be changed or retired', async () => {
  await save(staff, { code: 'ONLY-ONE' })
  expect(await save(staff, { code: 'ONLY-ONE' })).toEqual({ outcome: 'codeTaken' })
  await expect(save(staff, { baseRowVersion: 3 })).rejects.toMatchObject({ id: 'not-found' })
  await expect(get(newId())).rejects.toMatchObject({ id: 'not-found' })
  await expect(
    server.caller(staff).forms.retireBankQuestion({ questionId: newId(), retired: true }),
  ).rejects.toMatchObject({ id: 'not-found' })
})

test('a question without a wording or with settings that cannot be is refused in a sentence', async () => {
  const wordless = buildQuestion('shortText', { wording: { en: ' ' } })
  expect(await save(staff, { content: wordless })).toMatchObject({
    sentence: 'Give the question its wording.',
  })
  const lonely = buildQuestion('singleChoice', { options: [] })
  expect(await save(staff, { content: lonely })).toMatchObject({
    sentence: 'Give the question at least two options.',
  })
  await expect(save(staff, { code: '__proto__' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('what speaks of a form does not get into the bank by a raw call either', async () => {
  const { id } = buildQuestion('yesNo')
  const of = { from: 'answer' as const, questionId: id }
  const { questionId } = await buildBankQuestion(server, staff, {
    content: {
      ...content,
      showIf: { kind: 'answered', of },
      bank: { questionId: newId(), revision: 1, code: 'XY' },
    },
  })
  expect((await get(questionId)).revisions[0]?.content).toEqual(content)
})

test('the list finds by code, wording in both languages and external code, by type, and what is retired', async () => {
  const { questionId, code } = await buildBankQuestion(server, staff, {
    code: 'FIND-ME',
    externalCode: 'RET_100%',
    content: buildQuestion('yesNo', { wording: { en: 'Is there a plan?', cy: 'Oes cynllun?' } }),
  })
  const find = async (filter: object) => {
    const { questions } = await server.caller(staff).forms.listBankQuestions(filter)
    return questions.map((question) => question.code)
  }
  for (const text of ['find-me', 'a plan?', 'oes cynllun', 'RET_100%'])
    expect(await find({ text })).toEqual([code])
  expect(await find({ text: 'RET-100%' })).toEqual([])
  expect(await find({ text: 'find-me', type: 'date' })).toEqual([])
  const retire = (retired: boolean) => server.caller(staff).forms.retireBankQuestion({ questionId, retired })
  expect(await retire(true)).toMatchObject({ retired: true, rowVersion: 2 })
  expect(await retire(true)).toMatchObject({ retired: true, rowVersion: 2 })
  expect(await find({ text: 'find-me' })).toEqual([])
  expect(await find({ text: 'find-me', show: 'retired' })).toEqual([code])
  expect(await retire(false)).toMatchObject({ retired: false, rowVersion: 3 })
  expect(await find({ text: 'find-me' })).toEqual([code])
})

test('a retired question goes on in the forms that use it, also when they are published again', async () => {
  const tied = await buildBankQuestion(server, staff, { content })
  const form = buildTiedForm(tied)
  const { formId } = await publish(form)
  await server.caller(staff).forms.retireBankQuestion({ questionId: tied.questionId, retired: true })
  expect((await publish({ ...form, title: { en: 'Again' } }, formId, 1)).published).toMatchObject({
    version: 2,
  })
})

test('the drafts that officers share are named where a question is used', async () => {
  const tied = await buildBankQuestion(server, staff, { content })
  const definition = buildTiedForm(tied)
  const formId = newId()
  const push = { operationId: newId(), formId, baseRevision: 0, baseVersion: null, definition }
  await server.caller(staff).forms.pushDraft(push)
  expect((await get(tied.questionId)).uses).toEqual([
    { formId, code: definition.code, title: 'A form for tests', where: 'draft', version: null, revision: 1 },
  ])
})

test('whoever publishes while a colleague saves: the version has what the bank says, and the change is the next revision', async () => {
  const tied = await buildBankQuestion(server, staff, { content })
  const { questionId, code } = tied
  const [published, saved] = await Promise.all([
    publish(buildTiedForm(tied)),
    save(staff, { questionId, code, baseRowVersion: 1, content: reworded }),
  ])
  expect(saved.outcome).toBe('saved')
  const { revisions } = await get(questionId)
  if (published.published.outcome === 'published') {
    expect(revisions.map(({ number, status }) => `${number} ${status}`)).toEqual(['2 draft', '1 frozen'])
    expect(saysTheSame(revisions[1]?.content ?? content, content)).toBe(true)
  } else expect(revisions.map(({ number, status }) => `${number} ${status}`)).toEqual(['1 draft'])
})

test('saving, freezing and retiring leave a line each in the audit trail, without a word of the question', async () => {
  const tied = await buildBankQuestion(server, staff, { content })
  await publish(buildTiedForm(tied))
  await server.caller(staff).forms.retireBankQuestion({ questionId: tied.questionId, retired: true })
  const lines = await server.ownerDatabase.execute<{ action: string }>(
    sql`select action, details::text as details from audit_events where object_id = ${tied.questionId} order by occurred_at, id`,
  )
  expect(lines.map(({ action }) => action)).toEqual([
    'forms.saveBankQuestion',
    'forms.freezeBankQuestion',
    'forms.retireBankQuestion',
  ])
  expect(JSON.stringify(lines)).not.toContain('Which school')
})
