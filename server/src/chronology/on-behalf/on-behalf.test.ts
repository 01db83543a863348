import { and, eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanQuestionId } from '@send/shared/submissions/paper-page'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { createClamdScanner } from '../../files/clamd-scanner.ts'
import { forms } from '../../forms/tables.ts'
import { buildServer } from '../../host.ts'
import { involvements } from '../../involvements/tables.ts'
import { answers, formOrigins, submissions } from '../../submissions/tables.ts'
import { incomingChildren } from '../../suspense/tables.ts'
import {
  buildOrigin,
  enterForm,
  publishPaperForm,
  signedByMaria,
  writtenOf,
  type PaperForm,
} from '../../testing/build-entered-form.ts'
import { buildInternalForm, buildPerson, listOf } from '../../testing/build-internal-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { headersOf, multipartOf } from '../../testing/build-upload.ts'
import { publishLive } from '../../testing/publish-live.ts'
import { approve, settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { internalFormAnswers, internalForms } from '../internal-forms/tables.ts'

let server: TestServer
let app: FastifyInstance
let priya: BuiltSession
let colleague: BuiltSession
let designer: BuiltSession
let form: PaperForm

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
  const may = ['completeForms', 'manageIncomingForms', 'chronology', 'matching', 'people'] as const
  priya = await buildStaffSession(server, [...may], { name: 'Priya Sharma' })
  colleague = await buildStaffSession(server, [...may], { name: 'Sam Okafor' })
  designer = await buildStaffSession(server, ['formBuilder', ...may])
  form = await publishPaperForm(server, designer)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

function start(session = priya, origin = buildOrigin(), formId = form.formId) {
  return server.caller(session).onBehalf.start({ idempotencyKey: newId(), formId, origin })
}

function send(sending: Awaited<ReturnType<typeof enterForm>>['sending'], key = newId(), session = priya) {
  return server.caller(session).onBehalf.send({ idempotencyKey: key, ...sending })
}

/** A form entered and sent, its child in suspense. */
async function sent(givenNames: string) {
  const { sending } = await enterForm(server, priya, { form, givenNames })
  const receipt = await send(sending)
  if (receipt.outcome !== 'received') throw new Error(JSON.stringify(receipt))
  await server.runJobs()
  const [submission] = await server.ownerDatabase
    .select()
    .from(submissions)
    .where(eq(submissions.reference, receipt.reference))
  if (!submission?.incomingChildId) throw new Error('The child is not in suspense')
  return { receipt, submissionId: submission.id, incomingChildId: submission.incomingChildId }
}

async function attach(internalFormId: string, name = 'scan.txt', session = priya) {
  const { payload, headers } = multipartOf([[name, 'Page one of the paper.']])
  const url = `/internal-forms/${internalFormId}/files/${scanQuestionId}`
  const all = { ...headers, ...headersOf(server, session) }
  const response = await app.inject({ method: 'POST', url, headers: all, payload })
  const fileId = response.json<{ files?: { fileId: string }[] }>().files?.[0]?.fileId
  return { status: response.statusCode, fileId: fileId ?? '' }
}

describe('who may not', () => {
  test('SR-485: who fills forms in but does not manage incoming forms finds none that is entered for somebody', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const { fileId } = await attach(internalFormId)
    const own = ['completeForms', 'chronology', 'people'] as const
    const outsiders = [
      await buildStaffSession(server, [...own]),
      await buildStaffSession(server, [...own, 'manageIncomingForms.read']),
    ]
    for (const outsider of outsiders) {
      const { onBehalf, internalForms: filling } = server.caller(outsider)
      const refused = { id: 'not-found' }
      await expect(start(outsider)).rejects.toMatchObject(refused)
      await expect(onBehalf.list()).rejects.toMatchObject(refused)
      await expect(onBehalf.changeOrigin({ internalFormId, origin: buildOrigin() })).rejects.toMatchObject(
        refused,
      )
      await expect(send(sending, newId(), outsider)).rejects.toMatchObject(refused)
      await expect(filling.get({ internalFormId })).rejects.toMatchObject(refused)
      await expect(filling.listFiles({ internalFormId })).rejects.toMatchObject(refused)
      await expect(
        filling.save({ internalFormId, revision: 1, windowId: newId(), saveNumber: 1, answers: {} }),
      ).rejects.toMatchObject(refused)
      await expect(filling.discard({ idempotencyKey: newId(), internalFormId })).rejects.toMatchObject(
        refused,
      )
      expect((await attach(internalFormId, 'theirs.txt', outsider)).status).toBe(404)
      const opened = await app.inject({ url: `/files/${fileId}`, headers: headersOf(server, outsider) })
      expect(opened.statusCode).toBe(404)
    }
  })

  test('SR-485: who manages incoming forms but fills none in, and nobody of the portals, enters a form', async () => {
    const reader = await buildStaffSession(server, ['manageIncomingForms'])
    await expect(start(reader)).rejects.toMatchObject({ id: 'not-allowed' })
    const parent = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
    await expect(start(parent)).rejects.toMatchObject({ id: 'not-allowed' })
  })

  test('it does not go on a chronology by the way of the forms of staff, nor a form of staff into suspense', async () => {
    const { internalFormId, revision, sending } = await enterForm(server, priya, { form })
    await expect(
      server
        .caller(priya)
        .internalForms.complete({ idempotencyKey: newId(), internalFormId, revision, fileIds: [] }),
    ).rejects.toMatchObject({ id: 'not-found' })
    const accessList = listOf([priya.userId, 'read', 'write', 'delete'])
    const versions = [{ pages: [buildPage([buildQuestion('yesNo')])], effectiveFrom: '2026-01-01' }]
    const { formId } = await buildInternalForm(server, { by: priya.userId, accessList, versions })
    const personId = await buildPerson(server)
    const ofStaff = await server
      .caller(priya)
      .internalForms.start({ idempotencyKey: newId(), formId, personId })
    await expect(send({ ...sending, ...ofStaff, revision: 1 })).rejects.toMatchObject({ id: 'not-found' })
    await expect(start(priya, buildOrigin(), formId)).rejects.toMatchObject({ id: 'not-found' })
  })

  test('SR-486: an entered form is no form of the officer on any portal, and shown to no parent as sent', async () => {
    const { submissionId } = await sent('Nobody')
    const mine = server.caller(priya).submissions
    expect((await mine.listMine()).submissions.map((one) => one.submissionId)).not.toContain(submissionId)
    await expect(mine.getMine({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
    const parent = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
    await expect(server.caller(parent).submissions.getMine({ submissionId })).rejects.toMatchObject({
      id: 'not-found',
    })
  })
})

describe('what is refused', () => {
  test('SR-488: a day of receipt in the future or before there was a rule is refused, at the beginning and later', async () => {
    const future = buildOrigin({ receivedOn: '2026-03-03' })
    const tooEarly = buildOrigin({ receivedOn: '1926-02-20' })
    await expect(start(priya, future)).rejects.toMatchObject({ id: 'bad-input' })
    await expect(start(priya, tooEarly)).rejects.toMatchObject({ id: 'bad-input' })
    const { internalFormId } = await start(priya, buildOrigin({ receivedOn: '2026-03-02' }))
    const { onBehalf } = server.caller(priya)
    await expect(onBehalf.changeOrigin({ internalFormId, origin: future })).rejects.toMatchObject({
      id: 'bad-input',
    })
  })

  test('a form that is not live is not found', async () => {
    const { formId } = await publishPaperForm(server, designer)
    await server.ownerDatabase.update(forms).set({ live: false }).where(eq(forms.id, formId))
    await expect(start(priya, buildOrigin(), formId)).rejects.toMatchObject({ id: 'not-found' })
    const listed = await server.caller(priya).onBehalf.listForms()
    expect(listed.forms.map((one) => one.formId)).not.toContain(formId)
  })

  test('SR-489: the officer signs nothing: a declaration takes no answer, and nobody signs after the receipt', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const signed = { agreed: 'yes' as const, name: 'Priya Sharma', signedOn: '' as const }
    await expect(
      server.caller(priya).internalForms.save({
        internalFormId,
        revision: sending.revision,
        windowId: newId(),
        saveNumber: 1,
        answers: { [form.declaration]: signed },
      }),
    ).rejects.toMatchObject({ id: 'bad-input' })
    const later = { by: 'Maria Jones', on: '2026-02-21' }
    await expect(send({ ...sending, signature: later })).rejects.toMatchObject({ id: 'bad-input' })
  })

  test('SR-489: what somebody signs themselves on a portal never says that it was on paper', async () => {
    const parent = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
    const own = server.caller(parent).submissions
    const { submissionId } = await own.start({ idempotencyKey: newId(), formId: form.formId })
    const { definition } = await own.getMyForm({ submissionId })
    const pageId = definition.pages.at(-1)?.id ?? ''
    const signed = { agreed: 'yes' as const, name: 'Robin', signedOn: '' as const, taken: 'paper' as const }
    await own.savePage({ submissionId, pageId, answers: { [form.declaration]: signed } })
    const { answers: kept } = await own.getMine({ submissionId })
    expect(kept[form.declaration]).toEqual({ agreed: 'yes', name: 'Robin', signedOn: '2026-03-02' })
  })

  test('a form that says nothing of its child is incomplete, and stays with the officer', async () => {
    const { internalFormId } = await start()
    const sending = { internalFormId, revision: 1, origin: buildOrigin(), fileIds: [], signature: null }
    const answer = await send(sending)
    expect(answer).toMatchObject({ outcome: 'incomplete' })
    expect(answer.outcome === 'incomplete' && answer.problems.map(({ questionId }) => questionId)).toContain(
      form.child,
    )
  })
})

describe('the way of an entered form', () => {
  test('it counts from the day of its receipt: the reference, suspense, the entry, the involvement and its deadline', async () => {
    const { receipt, submissionId, incomingChildId } = await sent('Efa')
    expect(receipt).toMatchObject({ receivedOn: '2026-02-20', decisionDueOn: '2026-04-03' })
    const { suspense, chronology } = server.caller(priya)
    const waiting = await suspense.get({ incomingChildId })
    expect(waiting).toMatchObject({ source: 'onBehalf', child: { givenNames: 'Efa', familyName: 'Rees' } })
    const listed = (await chronology.listIncoming()).forms.find((one) => one.submissionId === submissionId)
    expect(listed?.origin).toEqual({ channel: 'paper', fromName: 'Maria Jones', receivedOn: '2026-02-20' })
    const origin = {
      channel: 'paper',
      receivedOn: '2026-02-20',
      fromName: 'Maria Jones',
      fromRelationship: 'mother',
      fromContact: '',
      enteredBy: 'Priya Sharma',
      signature: signedByMaria,
    }
    expect((await chronology.getIncoming({ submissionId })).origin).toEqual(origin)
    const personId = await settle(server, priya, { incomingChildId })
    const entryId = await approve(server, priya, { submissionId })
    const entry = await server.caller(designer).chronology.getEntry({ entryId })
    expect(entry).toMatchObject({ occurredOn: '2026-02-20', origin, internal: null })
    expect(entry.answers[form.declaration]).toEqual({
      agreed: 'yes',
      name: 'Maria Jones',
      signedOn: '2026-02-18',
      taken: 'paper',
    })
    const { entries } = await server.caller(designer).chronology.list({ personId })
    expect(entries).toMatchObject([{ entryId, channel: 'paper', occurredOn: '2026-02-20' }])
    const [involvement] = await server.ownerDatabase
      .select()
      .from(involvements)
      .where(eq(involvements.personId, personId))
    expect(involvement?.receivedOn).toBe('2026-02-20')
  })

  test('sent twice with one key it is one form with one receipt; another key finds it closed', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const key = newId()
    const [first, again] = [await send(sending, key), await send(sending, key)]
    expect(again).toEqual(first)
    expect(await send(sending)).toMatchObject({ outcome: 'closed', status: 'completed', by: 'Priya Sharma' })
    const made = await server.ownerDatabase
      .select({ id: submissions.id })
      .from(submissions)
      .innerJoin(internalForms, eq(internalForms.originId, submissions.originId))
      .where(eq(internalForms.id, internalFormId))
    expect(made).toHaveLength(1)
  })

  test('SR-487: two forms of one officer about children of one name never hang on one child', async () => {
    const [one, two] = [await sent('Twin'), await sent('Twin')]
    expect(one.incomingChildId).not.toBe(two.incomingChildId)
    await settle(server, priya, one)
    const [other] = await server.ownerDatabase
      .select()
      .from(incomingChildren)
      .where(eq(incomingChildren.id, two.incomingChildId))
    expect(other).toMatchObject({ personId: null, ownerUserId: null })
  })

  test('a form without a signature is sent as such', async () => {
    const { sending } = await enterForm(server, priya, { form, givenNames: 'Unsigned' })
    const receipt = await send({ ...sending, signature: null })
    const reference = receipt.outcome === 'received' ? receipt.reference : ''
    const rows = await server.ownerDatabase
      .select({ questionId: answers.questionId, signedBy: formOrigins.signedBy })
      .from(answers)
      .innerJoin(submissions, eq(submissions.id, answers.submissionId))
      .innerJoin(formOrigins, eq(formOrigins.id, submissions.originId))
      .where(eq(submissions.reference, reference))
    expect(rows.map(({ questionId }) => questionId)).not.toContain(form.declaration)
    expect(rows[0]?.signedBy).toBeNull()
  })

  test('limits of dates are those of the day of receipt, not of the day on which it is entered', async () => {
    const [child, visit] = [
      buildQuestion('childDetails'),
      buildQuestion('date', { latest: { kind: 'fromToday', amount: 0, unit: 'days' } }),
    ]
    const formId = await publishLive(
      server,
      designer,
      buildForm({ code: 'VISITS', pages: [buildPage([child, visit])] }),
    )
    const { internalFormId } = await start(priya, buildOrigin(), formId)
    expect((await server.caller(priya).internalForms.get({ internalFormId })).today).toBe('2026-02-20')
    const written = {
      [child.id]: writtenOf(form)[form.child]!,
      [visit.id]: { day: '21', month: '2', year: '2026' },
    }
    await server.caller(priya).internalForms.save({
      internalFormId,
      revision: 1,
      windowId: newId(),
      saveNumber: 1,
      answers: written,
    })
    const sending = { internalFormId, revision: 2, origin: buildOrigin(), fileIds: [], signature: null }
    expect(await send(sending)).toMatchObject({ outcome: 'incomplete', problems: [{ questionId: visit.id }] })
  })

  test('begun from a record, the form names the child as the record does, and is tied to nobody', async () => {
    const personId = await buildPerson(server, 'Wren')
    const begun = { idempotencyKey: newId(), formId: form.formId, origin: buildOrigin(), personId }
    const { internalFormId } = await server.caller(priya).onBehalf.start(begun)
    const opened = await server.caller(priya).internalForms.get({ internalFormId })
    expect(opened).toMatchObject({ personId: null, personName: null, may: { write: true, discard: true } })
    expect(opened.answers[form.child]).toMatchObject({
      givenNames: 'Wren',
      familyName: 'Rees',
      dateOfBirth: { day: '4', month: '9', year: '2018' },
    })
    const unseeing = await buildStaffSession(server, ['completeForms', 'manageIncomingForms'])
    await expect(
      server.caller(unseeing).onBehalf.start({ ...begun, idempotencyKey: newId() }),
    ).rejects.toMatchObject({ id: 'not-found' })
  })

  test('an undo of its match puts the child back and exposes no sender', async () => {
    const { submissionId, incomingChildId } = await sent('Undone')
    const personId = await buildPerson(server, 'Wrong')
    await settle(server, priya, { incomingChildId }, personId)
    await approve(server, priya, { submissionId })
    const undoneMatchId = await undo(server, priya, { incomingChildId })
    const log = await server.caller(priya).undoneMatches.get({ undoneMatchId })
    expect(log.exposure.sender).toBeNull()
    const left = await server.ownerDatabase.select().from(submissions).where(eq(submissions.id, submissionId))
    expect(left[0]).toMatchObject({ status: 'received', personId: null, receivedOn: '2026-02-20' })
  })
})

describe('while it is entered', () => {
  test('SR-488: colleagues see it listed, go on with it, and put right where it came from; who sends saw that', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const { onBehalf } = server.caller(colleague)
    const listed = (await onBehalf.list()).forms.find((one) => one.internalFormId === internalFormId)
    expect(listed).toMatchObject({ channel: 'paper', fromName: 'Maria Jones', receivedOn: '2026-02-20' })
    const origin = buildOrigin({ receivedOn: '2026-02-19' })
    expect(await onBehalf.changeOrigin({ internalFormId, origin })).toEqual({ outcome: 'changed' })
    expect(await send(sending)).toEqual({ outcome: 'originChanged' })
    expect(await send({ ...sending, origin }, newId(), colleague)).toMatchObject({
      outcome: 'received',
      receivedOn: '2026-02-19',
    })
    const [line] = await server.ownerDatabase
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'onBehalf.changeOrigin'), eq(auditEvents.outcome, 'done')))
    expect(line?.details).toMatchObject({ receivedOn: { before: '2026-02-20', after: '2026-02-19' } })
    expect(JSON.stringify(line?.details)).not.toContain('Maria')
  })

  test('SR-490: what is discarded leaves no answer, no scan and no name, and is closed to whoever has it open', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const { fileId } = await attach(internalFormId)
    await server.caller(colleague).internalForms.discard({ idempotencyKey: newId(), internalFormId })
    const db = server.ownerDatabase
    const kept = await db
      .select()
      .from(internalFormAnswers)
      .where(eq(internalFormAnswers.internalFormId, internalFormId))
    expect(kept).toEqual([])
    const [origin] = await db
      .select()
      .from(formOrigins)
      .innerJoin(internalForms, eq(internalForms.originId, formOrigins.id))
      .where(eq(internalForms.id, internalFormId))
    expect(origin?.form_origins).toMatchObject({ fromName: '', fromRelationship: '', fromContact: '' })
    const opened = await app.inject({ url: `/files/${fileId}`, headers: headersOf(server, priya) })
    expect(opened.statusCode).toBe(404)
    expect(await send(sending)).toMatchObject({ outcome: 'closed', status: 'discarded', by: 'Sam Okafor' })
    expect(
      await server.caller(priya).onBehalf.changeOrigin({ internalFormId, origin: buildOrigin() }),
    ).toMatchObject({ outcome: 'closed' })
    const listed = (await server.caller(priya).onBehalf.list()).forms
    expect(listed.map((one) => one.internalFormId)).not.toContain(internalFormId)
  })

  test('it is not sent while a scan of it is being checked', async () => {
    server.services.scanner = createClamdScanner({ url: 'unix:/nowhere/clamd.sock' })
    const { internalFormId, sending } = await enterForm(server, priya, { form })
    const { fileId } = await attach(internalFormId)
    server.services.scanner = null
    expect(await send({ ...sending, fileIds: [fileId] })).toEqual({ outcome: 'filesChecking' })
  })

  test('the scans of the paper go with it, and whoever sends has seen them', async () => {
    const { internalFormId, sending } = await enterForm(server, priya, { form, givenNames: 'Scanned' })
    const { fileId } = await attach(internalFormId)
    expect(await send(sending)).toEqual({ outcome: 'filesChanged' })
    const receipt = await send({ ...sending, fileIds: [fileId] })
    expect(receipt).toMatchObject({ outcome: 'received' })
    const [row] = await server.ownerDatabase
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.reference, receipt.outcome === 'received' ? receipt.reference : ''))
    const read = await server.caller(colleague).chronology.getIncoming({ submissionId: row?.id ?? '' })
    expect(read.files).toMatchObject([{ fileId, questionId: scanQuestionId, name: 'scan.txt' }])
    expect(read.definition.pages.at(-1)?.title.en).toBe('The paper itself')
  })
})
