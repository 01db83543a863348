import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../../testing/build-waiting-child.ts'
import { listRestorationFaults } from '../../testing/not-restored.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { readWholeDatabase } from '../../testing/whole-database.ts'

let server: TestServer
let officer: BuiltSession
let colleague: BuiltSession
let reader: BuiltSession
let sender: BuiltSession
let form: PublishedForm

beforeAll(async () => {
  server = await createTestServer()
  const processes = ['formBuilder', 'manageIncomingForms', 'matching', 'people'] as const
  officer = await buildStaffSession(server, [...processes], { name: 'Jo Carter' })
  colleague = await buildStaffSession(server, [...processes], { name: 'Priya Sharma' })
  reader = await buildStaffSession(server, ['manageIncomingForms'])
  sender = await buildPortalSession(server, 'citizen')
  form = await publishRequestForm(server, officer)
})
afterAll(() => server.close())

let names = 0

function send(givenNames = `Nia ${'abcdefghijklmnopqrst'.charAt((names += 1))}`) {
  return sendChild(server, { form, sender, child: { givenNames } })
}

const why = { reason: 'notOurs', words: '' } as const
type Waiting = { incomingChildId: string }

const only = ({ incomingChildId }: Waiting): Waiting => ({ incomingChildId })

async function decide(by: BuiltSession, { incomingChildId }: Waiting) {
  const { version } = await server.caller(by).suspense.get({ incomingChildId })
  return { idempotencyKey: newId(), incomingChildId, version }
}

async function discard(by: BuiltSession, child: Waiting, because: Parameters<typeof put>[2] = why) {
  return put(by, await decide(by, child), because)
}

function put(
  by: BuiltSession,
  decision: Awaited<ReturnType<typeof decide>>,
  because: { reason: 'duplicate' | 'notOurs' | 'other'; words: string },
) {
  return server.caller(by).suspense.discard({ ...decision, why: because })
}

async function listNames(states: 'discarded'[] = []) {
  const { items } = await server.caller(officer).suspense.list({ states })
  return items.map(({ incomingChildId }) => incomingChildId)
}

test('SR-515: nobody but an officer of matching discards a child or brings it back', async () => {
  const child = await send()
  const decision = await decide(officer, child)
  for (const nobody of [reader, sender]) {
    const { suspense } = server.caller(nobody)
    await expect(suspense.discard({ ...decision, why })).rejects.toThrow()
    await expect(suspense.bringBack(decision)).rejects.toThrow()
  }
  expect(await listNames()).toContain(child.incomingChildId)
})

test('SR-515: a discarded child leaves the queue, the count and the incoming forms, and the filter shows it with its reason', async () => {
  const child = await send()
  const { waiting } = await server.caller(officer).suspense.countWaiting()
  expect(await discard(officer, child, { reason: 'other', words: 'Lives in Wales' })).toEqual({
    outcome: 'discarded',
  })
  expect(await server.caller(officer).suspense.countWaiting()).toEqual({ waiting: waiting - 1 })
  expect(await listNames()).not.toContain(child.incomingChildId)
  expect(await listNames(['discarded'])).toContain(child.incomingChildId)
  const { forms } = await server.caller(officer).chronology.listIncoming()
  expect(forms.map(({ submissionId }) => submissionId)).not.toContain(child.submissionId)
  const card = await server.caller(officer).suspense.get(only(child))
  expect(card).toMatchObject({
    state: 'discarded',
    settled: null,
    discarded: { by: 'Jo Carter', reason: 'other', words: 'Lives in Wales' },
    submissions: [{ reference: child.reference, files: 0 }],
  })
  // Whoever processes forms can still read it, and approves it no more.
  const incoming = await server.caller(officer).chronology.getIncoming({ submissionId: child.submissionId })
  const approval = { idempotencyKey: newId(), submissionId: child.submissionId, version: incoming.version }
  expect(await server.caller(officer).chronology.approve(approval)).toMatchObject({
    outcome: 'alreadyHandled',
    by: 'Jo Carter',
  })
})

test('a reason that is not in the list needs words', async () => {
  const child = await send()
  await expect(discard(officer, child, { reason: 'other', words: '  ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('SR-515: brought back, the whole database is as before', async () => {
  const child = await send()
  await sendChild(server, {
    form,
    sender,
    child: { givenNames: `Nia ${'abcdefghijklmnopqrst'.charAt(names)}` },
  })
  await server.caller(officer).suspense.ask({ ...(await decide(officer, child)), question: 'Which school?' })
  const before = await readWholeDatabase(server.ownerDatabase)
  await discard(officer, child)
  const gone = await readWholeDatabase(server.ownerDatabase)
  expect(listRestorationFaults(before, gone).map(({ table }) => table)).toEqual(
    expect.arrayContaining(['incoming_children', 'submissions', 'sender_questions']),
  )
  expect(await server.caller(officer).suspense.bringBack(await decide(officer, child))).toEqual({
    outcome: 'broughtBack',
  })
  await server.runJobs()
  expect(listRestorationFaults(before, await readWholeDatabase(server.ownerDatabase))).toEqual([])
  expect(await listNames()).toContain(child.incomingChildId)
})

test('SR-515: of two officers who decide differently one does, and the other is told by whom; a repeat is answered alike', async () => {
  const child = await send()
  const [mine, theirs] = [await decide(officer, child), await decide(colleague, child)]
  const [discarded, added] = await Promise.all([
    put(officer, mine, why),
    server.caller(colleague).suspense.addAsNew(theirs),
  ])
  const loser = [discarded, added].find(({ outcome }) => outcome === 'alreadyHandled')
  expect([discarded.outcome, added.outcome].toSorted()).toEqual([
    'alreadyHandled',
    discarded.outcome === 'discarded' ? 'discarded' : 'settled',
  ])
  expect(loser).toMatchObject({ by: discarded.outcome === 'discarded' ? 'Jo Carter' : 'Priya Sharma' })
  expect(await put(officer, mine, why)).toEqual(discarded)
})

test('SR-516: whoever sent the form reads that it goes no further and nothing else, whatever the reason and whoever is known', async () => {
  const known = await send()
  await settle(server, officer, known)
  const seen = []
  for (const because of [why, { reason: 'duplicate', words: 'The other form of Nia' } as const]) {
    const child = await send()
    await discard(officer, child, because)
    const { submissions } = await server.caller(sender).submissions.listMine()
    const listed = submissions.find(({ submissionId }) => submissionId === child.submissionId)
    const details = await server.caller(sender).submissions.getMine({ submissionId: child.submissionId })
    expect(listed).toMatchObject({ status: 'stopped', decisionDueOn: null })
    expect(details).toMatchObject({ status: 'stopped', receipt: { decisionDueOn: null } })
    expect(JSON.stringify([listed, details])).not.toMatch(/duplicate|notOurs|The other form|Jo Carter/)
    seen.push(Object.keys(details).toSorted())
  }
  expect(seen[0]).toEqual(seen[1])
})

test('another form of its sender brings a discarded child back, so that no form is lost', async () => {
  const name = 'Nia Zoe'
  const child = await send(name)
  await discard(officer, child)
  const again = await send(name)
  expect(again.incomingChildId).toBe(child.incomingChildId)
  expect(await listNames()).toContain(child.incomingChildId)
  const { submissions } = await server.caller(officer).suspense.get(only(child))
  expect(submissions.map(({ submissionId }) => submissionId)).toEqual([
    child.submissionId,
    again.submissionId,
  ])
})

test('a child that waits already is not brought back, and what was seen before is a conflict', async () => {
  const child = await send()
  const early = await decide(officer, child)
  expect(await server.caller(officer).suspense.bringBack(early)).toEqual({ outcome: 'waitsAlready' })
  await discard(officer, child)
  await server.caller(officer).suspense.bringBack(await decide(officer, child))
  await expect(put(colleague, early, why)).rejects.toMatchObject({ code: 'CONFLICT' })
})
