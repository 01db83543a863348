import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inOneTransaction } from '../../one-transaction.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { inTransactionAs } from '../../database/client.ts'
import { buildAdviceRequest } from '../../testing/build-advice.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../../testing/build-waiting-child.ts'
import { approve, settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { importValues } from '../conflicts/import-values.ts'

let server: TestServer
let officer: BuiltSession
let colleague: BuiltSession
let form: PublishedForm

const everything = [
  'formBuilder',
  'manageIncomingForms',
  'completeForms',
  'matching',
  'people',
  'chronology',
  'share',
  'portalAdministration',
] as const

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...everything], { name: 'Nia Morgan' })
  colleague = await buildStaffSession(server, [...everything], { name: 'Owen Price' })
  form = await publishRequestForm(server, officer)
})
afterAll(() => server.close())

let children = 0

async function sendOne() {
  children += 1
  const sender = await buildPortalSession(server, 'citizen', { name: 'Sam Evans' })
  const givenNames = `Wren ${'abcdefghij'.charAt(children % 10)}${children}`
  return { sender, givenNames, ...(await sendChild(server, { form, sender, child: { givenNames } })) }
}

/** A child that was matched to a person on record and whose form is on the chronology. */
async function buildMatch() {
  const known = await sendOne()
  const personId = await settle(server, officer, known)
  const item = await sendOne()
  server.clock.moveBy(5000)
  await settle(server, officer, item, personId)
  const entryId = await approve(server, officer, item)
  return { ...item, personId, entryId, known }
}

function authenticate(userId: string, personId: string) {
  server.clock.moveBy(1000)
  return server.caller(officer).portalUsers.authenticate({
    idempotencyKey: newId(),
    userId,
    personId,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
}

const reason = 'A cousin of the same name'
const refused = { message: 'You are not allowed to do this.' }
const nothing = { code: 'NOT_FOUND', message: 'This could not be found.' }

describe('who may not', () => {
  test('SR-410: without the process of matching nobody sees or undoes a match, and who may only look undoes none', async () => {
    const { incomingChildId } = await buildMatch()
    const request = { idempotencyKey: newId(), incomingChildId, stamp: 'a'.repeat(64), accessIds: [], reason }
    const one = { undoneMatchId: newId() }
    const nobody = server.caller(await buildStaffSession(server, ['people', 'chronology'])).undoneMatches
    for (const work of [
      () => nobody.getPreview({ incomingChildId }),
      () => nobody.undo(request),
      () => nobody.list(),
      () => nobody.get(one),
      () => nobody.recordPrint(one),
      () => nobody.export({ ...one, reason }),
    ])
      await expect(work()).rejects.toMatchObject(refused)
    const looking = server.caller(await buildStaffSession(server, ['matching.read'])).undoneMatches
    await expect(looking.getPreview({ incomingChildId })).rejects.toMatchObject(refused)
    await expect(looking.undo(request)).rejects.toMatchObject(refused)
    await expect(looking.list()).resolves.toHaveProperty('undone')
    const parent = server.caller(await buildPortalSession(server, 'citizen')).undoneMatches
    await expect(parent.list()).rejects.toMatchObject(refused)
  })

  test('what is not there, or waits still, has nothing to undo', async () => {
    const { undoneMatches } = server.caller(officer)
    const waiting = await sendOne()
    for (const incomingChildId of [newId(), waiting.incomingChildId])
      await expect(undoneMatches.getPreview({ incomingChildId })).rejects.toMatchObject(nothing)
    const request = { stamp: 'a'.repeat(64), accessIds: [], reason }
    await expect(
      undoneMatches.undo({ idempotencyKey: newId(), incomingChildId: newId(), ...request }),
    ).rejects.toMatchObject(nothing)
    const { incomingChildId } = waiting
    await expect(
      undoneMatches.undo({ idempotencyKey: newId(), incomingChildId, ...request }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: 'This child is not matched to anybody.' })
    for (const work of [undoneMatches.get, undoneMatches.recordPrint])
      await expect(work({ undoneMatchId: newId() })).rejects.toMatchObject(nothing)
  })

  test('SR-412: an undo without a reason is refused', async () => {
    const { incomingChildId } = await buildMatch()
    const request = { idempotencyKey: newId(), incomingChildId, stamp: 'a'.repeat(64), accessIds: [] }
    for (const empty of ['', '  ', 'no'])
      await expect(
        server.caller(officer).undoneMatches.undo({ ...request, reason: empty }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('SR-413: access that was there before the match is not taken back with it', async () => {
    const known = await sendOne()
    const personId = await settle(server, officer, known)
    const { childAccessId } = await authenticate(known.sender.userId, personId)
    const item = await sendOne()
    server.clock.moveBy(5000)
    await settle(server, officer, item, personId)
    await approve(server, officer, item)
    const { undoneMatches } = server.caller(officer)
    const { incomingChildId } = item
    const { stamp } = await undoneMatches.getPreview({ incomingChildId })
    await expect(
      undoneMatches.undo({
        idempotencyKey: newId(),
        incomingChildId,
        stamp,
        accessIds: [childAccessId],
        reason,
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: /since the match/ })
  })
})

describe('what was exposed', () => {
  test('SR-414: the preview names the forms, who could see them and who did, since when, and changes nothing', async () => {
    const match = await buildMatch()
    const family = match.known.sender
    await authenticate(match.sender.userId, match.personId)
    await server.ownerDatabase.execute(sql`update child_access set starts_at = starts_at - interval '1 day'
      where user_id = ${family.userId}`)
    server.clock.moveBy(5000)
    await server.caller(match.sender).involvements.getMyChild({ personId: match.personId })
    server.clock.moveBy(5000)
    await server.caller(match.sender).involvements.getMyChild({ personId: match.personId })
    await server.caller(officer).chronology.getEntry({ entryId: match.entryId })
    await server.caller(officer).internalForms.recordPrint({ entryId: match.entryId })
    const preview = await server
      .caller(officer)
      .undoneMatches.getPreview({ incomingChildId: match.incomingChildId })
    const { exposure } = preview
    expect(exposure).toMatchObject({ decision: 'matched', matchedBy: 'Nia Morgan', involvements: [{}] })
    expect(exposure.forms).toMatchObject([
      { submissionId: match.submissionId, reference: match.reference, approved: { by: 'Nia Morgan' } },
    ])
    const [sender] = exposure.portalUsers
    expect(sender).toMatchObject({
      userId: match.sender.userId,
      isSender: true,
      recordedSince: true,
      looks: 2,
    })
    expect(Date.parse(sender?.lastLook ?? '') - Date.parse(sender?.firstLook ?? '')).toBe(5000)
    const looked = exposure.staff.find(({ userId }) => userId === officer.userId)
    // Opened to be approved, opened on the chronology, printed.
    expect(looked).toMatchObject({ couldSee: true, looks: 3, taken: 1 })
    expect(exposure.staff.some(({ userId }) => userId === colleague.userId)).toBe(false)
    expect(preview.proposedAccessIds).toEqual([sender?.childAccessId])
    await expect(
      server.caller(officer).chronology.getEntry({ entryId: match.entryId }),
    ).resolves.toMatchObject({ reference: match.reference })
  })

  test('SR-414: a family who could see the person already is named from the day on which the wrong involvement was opened', async () => {
    const known = await sendOne()
    const personId = await settle(server, officer, known)
    await authenticate(known.sender.userId, personId)
    server.clock.moveBy(5000)
    const item = await sendOne()
    await settle(server, officer, item, personId)
    const preview = () =>
      server.caller(officer).undoneMatches.getPreview({ incomingChildId: item.incomingChildId })
    expect((await preview()).exposure.portalUsers).toEqual([])
    server.clock.moveBy(5000)
    await approve(server, officer, item)
    const { exposure, proposedAccessIds } = await preview()
    expect(exposure.portalUsers).toMatchObject([
      { userId: known.sender.userId, isSender: false, recordedSince: false, looks: 0 },
    ])
    expect(exposure.portalUsers[0]?.from).toBe(server.clock.now().toISOString())
    expect(proposedAccessIds).toEqual([])
  })

  test('an outside expert who was invited since the match and has not come yet is named, and keeps a record that was added as new', async () => {
    const item = await sendOne()
    const personId = await settle(server, officer, item)
    server.clock.moveBy(1000)
    await server.caller(officer).organisationsAdmin.inviteExpert({
      idempotencyKey: newId(),
      email: 'ruth@speech.example',
      personId,
      task: 'Advice on speech',
      accessEndsAt: new Date(server.clock.now().getTime() + 30 * 86_400_000).toISOString(),
      reason: 'No therapist is free',
    })
    const { incomingChildId } = item
    const preview = await server.caller(officer).undoneMatches.getPreview({ incomingChildId })
    expect(preview.exposure.invitations).toMatchObject([{ email: 'ruth@speech.example' }])
    expect(preview).toMatchObject({ personRemoved: false, personHeldBy: ['invitations'] })
    await undo(server, officer, item)
    await expect(server.caller(officer).people.get({ personId })).resolves.toBeDefined()
  })

  test('SR-415: the log tells who undid what and why, what was exposed to whom, and goes to paper and file on the record', async () => {
    const match = await buildMatch()
    const undoneMatchId = await undo(server, officer, match)
    const reader = server.caller(await buildStaffSession(server, ['matching.read'])).undoneMatches
    const log = await reader.get({ undoneMatchId })
    expect(log).toMatchObject({ undoneBy: 'Nia Morgan', reason, takenBack: { personRemoved: false } })
    expect(log.exposure.forms).toHaveLength(1)
    const { undone } = await reader.list()
    expect(undone[0]).toMatchObject({ undoneMatchId, childName: `${match.givenNames} Rees`, looked: 1 })
    const { text } = await reader.export({ undoneMatchId, reason: 'For the breach report' })
    expect(text).toContain(reason)
    expect(text).toContain(match.reference)
    expect(text).toContain('Staff who looked: 1')
    await reader.recordPrint({ undoneMatchId })
    const lines = await server.ownerDatabase.execute<{ action: string; reason: string | null }>(
      sql`select action, reason from audit_events where object_id = ${undoneMatchId} order by sequence`,
    )
    expect([...lines]).toEqual([
      { action: 'undoneMatches.get', reason: null },
      { action: 'undoneMatches.export', reason: 'For the breach report' },
      { action: 'undoneMatches.recordPrint', reason: null },
    ])
    await expect(
      server.database.execute(sql`update undone_matches set reason = 'Another'`),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') as string } })
  })
})

describe('what is taken back', () => {
  test('SR-416: the next request of whoever was let in through the match sees nothing of the child any more', async () => {
    const match = await buildMatch()
    await authenticate(match.sender.userId, match.personId)
    const { involvements } = server.caller(match.sender)
    await expect(involvements.getMyChild({ personId: match.personId })).resolves.toHaveProperty(
      'involvements',
    )
    await undo(server, officer, match)
    await expect(involvements.getMyChild({ personId: match.personId })).rejects.toMatchObject(nothing)
    expect(await involvements.listMyChildren()).toEqual({ children: [] })
    await expect(
      server.caller(officer).chronology.getEntry({ entryId: match.entryId }),
    ).rejects.toMatchObject(nothing)
    const { items } = await server.caller(officer).suspense.list()
    expect(items.find(({ incomingChildId }) => incomingChildId === match.incomingChildId)).toMatchObject({
      reference: match.reference,
    })
    const waiting = await server.caller(officer).chronology.getIncoming({ submissionId: match.submissionId })
    expect(waiting).toMatchObject({ settled: false, status: 'received', person: null })
  })

  test('SR-416: access that was taken back is kept whole in the log, and leaves its table in no other way', async () => {
    const match = await buildMatch()
    const { childAccessId } = await authenticate(match.sender.userId, match.personId)
    const read = async (table: string) => {
      const found = sql`select to_jsonb(row) as row from ${sql.identifier(table)} row where id = ${childAccessId}`
      return (await server.ownerDatabase.execute<{ row: object }>(found))[0]?.row
    }
    const before = await read('child_access')
    const officially = { kind: 'staff' as const, userId: officer.userId }
    const asParent = { kind: 'citizen' as const, userId: match.sender.userId }
    const ids = sql`array[${childAccessId}]::uuid[]`
    const forbidden = [
      [officially, sql`delete from child_access where id = ${childAccessId}`],
      [officially, sql`delete from undone_access`],
      [asParent, sql`select send_withdraw_access(${newId()}, ${ids})`],
    ] as const
    for (const [who, statement] of forbidden)
      await expect(
        inTransactionAs(server.database, who, (tx) => tx.execute(statement)),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
    const undoneMatchId = await undo(server, officer, match)
    expect(await read('child_access')).toBeUndefined()
    expect(await read('undone_access')).toEqual({ ...before, undone_match_id: undoneMatchId })
  })

  test('access that the officer keeps, stays', async () => {
    const match = await buildMatch()
    await authenticate(match.sender.userId, match.personId)
    const { undoneMatches } = server.caller(officer)
    const { incomingChildId } = match
    const { stamp } = await undoneMatches.getPreview({ incomingChildId })
    const request = { idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason }
    await expect(undoneMatches.undo(request)).resolves.toMatchObject({ outcome: 'undone' })
    const { children: seen } = await server.caller(match.sender).involvements.listMyChildren()
    expect(seen).toMatchObject([{ personId: match.personId }])
  })

  test('SR-417: a person who was added as new goes with the match, unless something else stands on the record', async () => {
    const item = await sendOne()
    const personId = await settle(server, officer, item)
    const undoneMatchId = await undo(server, officer, item)
    await expect(server.caller(officer).people.get({ personId })).rejects.toMatchObject(nothing)
    const log = await server.caller(officer).undoneMatches.get({ undoneMatchId })
    expect(log.takenBack).toMatchObject({ personRemoved: true, personHeldBy: [] })
    const [kept, second] = [await sendOne(), await sendOne()]
    const keptPerson = await settle(server, officer, kept)
    await settle(server, officer, second, keptPerson)
    const keptId = await undo(server, officer, kept)
    const keptLog = await server.caller(officer).undoneMatches.get({ undoneMatchId: keptId })
    expect(keptLog.takenBack).toMatchObject({ personRemoved: false, personHeldBy: ['otherChildren'] })
    await expect(server.caller(officer).people.get({ personId: keptPerson })).resolves.toBeDefined()
    await undo(server, officer, second)
    await expect(server.caller(officer).people.get({ personId: keptPerson })).rejects.toMatchObject(nothing)
  })

  test('SR-438: a person about whom advice was asked stays, and the officer is told why', async () => {
    const item = await sendOne()
    const personId = await settle(server, officer, item)
    const lead = await buildPortalSession(server, 'professional')
    await buildAdviceRequest(server, {
      personId,
      organisationId: await buildOrganisation(server, { members: [[lead, 'lead']] }),
      formId: form.formId,
      askedBy: officer.userId,
    })
    const { incomingChildId } = item
    const preview = await server.caller(officer).undoneMatches.getPreview({ incomingChildId })
    expect(preview).toMatchObject({ personRemoved: false, personHeldBy: ['adviceRequests'] })
    await undo(server, officer, item)
    await expect(server.caller(officer).people.get({ personId })).resolves.toBeDefined()
  })

  test('SR-541: a person whom an officer corrected by hand stays, and the officer is told why', async () => {
    const item = await sendOne()
    const personId = await settle(server, officer, item)
    const { people, undoneMatches } = server.caller(officer)
    const { entry: expected } = await people.getRecord({ personId })
    const entry = { ...expected, town: 'Leeds' }
    await people.correct({ idempotencyKey: newId(), personId, expected, entry, told: {} })
    const preview = await undoneMatches.getPreview({ incomingChildId: item.incomingChildId })
    expect(preview).toMatchObject({ personRemoved: false, personHeldBy: ['changes'] })
    await undo(server, officer, item)
    await expect(people.getRecord({ personId })).resolves.toMatchObject({ entry: { town: 'Leeds' } })
  })

  test('whoever else was proposed a person that an undo removed is weighed anew', async () => {
    const child = { givenNames: 'Wren of two senders' }
    const sent = () =>
      buildPortalSession(server, 'citizen').then((sender) => sendChild(server, { form, sender, child }))
    const [one, other] = [await sent(), await sent()]
    const personId = await settle(server, officer, one)
    await server.runJobs()
    const { suspense } = server.caller(officer)
    const proposed = await suspense.get({ incomingChildId: other.incomingChildId })
    expect(proposed.candidates.map((candidate) => candidate.personId)).toContain(personId)
    await undo(server, officer, one)
    await server.runJobs()
    const [row] = await server.ownerDatabase.execute<{ candidates: { personId: string }[]; state: string }>(
      sql`select candidates, state from incoming_children where id = ${other.incomingChildId}`,
    )
    expect(row?.candidates.map((candidate) => candidate.personId)).not.toContain(personId)
    expect(row?.state).toBe('unmatched')
  })

  test('SR-417: whatever refers to a person is taken back by an undo or keeps the person', async () => {
    const rows = await server.ownerDatabase.execute<{ from: string }>(sql`
      select conrelid::regclass || '.' || attribute.attname as from
      from pg_constraint join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any(conkey)
      where contype = 'f' and confrelid = 'people'::regclass order by 1`)
    expect(rows.map(({ from }) => from)).toEqual([
      'advice_requests.person_id',
      // The keys of a person go with the person.
      'candidate_keys.person_id',
      'child_access.person_id',
      'chronology_entries.person_id',
      'contacts.person_id',
      // A list of one's own goes with the person.
      'hidden_children.person_id',
      // Conflicts go with the match that they came of.
      'import_conflicts.person_id',
      'imported_values.person_id',
      'incoming_children.person_id',
      'internal_forms.person_id',
      'invitations.person_id',
      'involvements.person_id',
      'merged_people.survivor_id',
      'person_changes.person_id',
      'person_external_ids.person_id',
      'rejected_candidates.person_id',
      'relationships.carer_id',
      'relationships.child_id',
      'submissions.person_id',
      'unkeyed_people.person_id',
    ])
  })

  test('SR-418: an imported value goes back to what it was, unless somebody changed it since', async () => {
    const match = await buildMatch()
    const { incomingChildId, personId } = match
    await asOfficer((ctx) =>
      importValues(ctx, {
        incomingChildId,
        personId,
        values: { postcode: 'SA1 1AA', familyName: 'Price' },
        stamp: { importedBy: officer.userId },
      }),
    )
    server.clock.moveBy(1000)
    const other = await sendOne()
    await settle(server, officer, other, personId)
    await asOfficer((ctx) =>
      importValues(ctx, {
        incomingChildId: other.incomingChildId,
        personId,
        values: { familyName: 'Pryce' },
        stamp: { importedBy: officer.userId },
      }),
    )
    const { values } = await server.caller(officer).undoneMatches.getPreview({ incomingChildId })
    expect(values).toEqual([
      { field: 'familyName', before: 'Rees', imported: 'Price', now: 'Pryce', goesBack: false },
      { field: 'formerFamilyName', before: null, imported: 'Rees', now: 'Rees', goesBack: true },
      { field: 'postcode', before: 'CF10 1AA', imported: 'SA1 1AA', now: 'SA1 1AA', goesBack: true },
    ])
    await undo(server, officer, match)
    const { people } = server.caller(officer)
    await expect(people.get({ personId })).resolves.toMatchObject({
      person: { familyName: 'Pryce', postcode: 'CF10 1AA' },
    })
    // Undone as well, the other child's value gives back what stood there before both.
    await undo(server, officer, other)
    await expect(people.get({ personId })).resolves.toMatchObject({ person: { familyName: 'Rees' } })
    await expect(people.getRecord({ personId })).resolves.toMatchObject({
      entry: { formerFamilyName: '' },
      earlier: [],
    })
    const { people: found } = await people.search({ query: 'Rees', limit: 100 })
    expect(found.some((one) => one.personId === personId)).toBe(true)
  })

  test('a child that was settled before its state was kept waits without a proposal', async () => {
    const match = await buildMatch()
    await server.ownerDatabase.execute(
      sql`update incoming_children set settled_from = null where id = ${match.incomingChildId}`,
    )
    await undo(server, officer, match)
    const child = await server.caller(officer).suspense.get({ incomingChildId: match.incomingChildId })
    expect(child.state).toBe('unmatched')
  })
})

function asOfficer(work: (ctx: ProcedureContext<Actor>) => Promise<void>): Promise<void> {
  return inOneTransaction(server.request(officer), 'test', async (ctx) => {
    if (!ctx.actor) throw new Error('The officer is signed in')
    await work({ ...ctx, actor: ctx.actor })
  })
}

describe('at the same time and again', () => {
  test('SR-419: of two officers who undo at once one does, and the other is told by whom', async () => {
    const { incomingChildId } = await buildMatch()
    const { stamp } = await server.caller(officer).undoneMatches.getPreview({ incomingChildId })
    const outcomes = await Promise.all(
      [officer, colleague, officer, colleague].map((who) =>
        server
          .caller(who)
          .undoneMatches.undo({ idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason }),
      ),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'alreadyUndone',
      'alreadyUndone',
      'alreadyUndone',
      'undone',
    ])
    const rows = await server.ownerDatabase.execute<{ by: string }>(sql`select users.name as by
      from undone_matches join users on users.id = undone_by where incoming_child_id = ${incomingChildId}`)
    expect(rows).toHaveLength(1)
    for (const told of outcomes) if (told.outcome === 'alreadyUndone') expect(told.by).toBe(rows[0]?.by)
  })

  test('SR-419: a repeat of the same request undoes once, and a child that was matched again is undone again', async () => {
    const match = await buildMatch()
    const { incomingChildId } = match
    const { undoneMatches } = server.caller(officer)
    const { stamp } = await undoneMatches.getPreview({ incomingChildId })
    const request = { idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason }
    const first = await undoneMatches.undo(request)
    await settle(server, officer, match, match.personId)
    expect(await undoneMatches.undo(request)).toEqual(first)
    await expect(undoneMatches.getPreview({ incomingChildId })).resolves.toBeDefined()
    await undo(server, officer, match)
  })

  test('SR-419: what a colleague changed since the preview is looked at again before it is undone', async () => {
    const known = await sendOne()
    const personId = await settle(server, officer, known)
    const item = await sendOne()
    await settle(server, officer, item, personId)
    const { incomingChildId } = item
    const { undoneMatches } = server.caller(officer)
    const changes = [() => approve(server, officer, item), () => authenticate(item.sender.userId, personId)]
    for (const change of changes) {
      const { stamp } = await undoneMatches.getPreview({ incomingChildId })
      await change()
      const request = { idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason }
      expect(await undoneMatches.undo(request)).toEqual({ outcome: 'changedMeanwhile' })
    }
    await undo(server, officer, item)
  })

  test('a decision on a look from before the undo is a conflict', async () => {
    const item = await sendOne()
    const { incomingChildId, submissionId } = item
    const { version } = await server.caller(officer).suspense.get({ incomingChildId })
    await settle(server, officer, item)
    const incoming = await server.caller(officer).chronology.getIncoming({ submissionId })
    await undo(server, officer, item)
    await expect(
      server.caller(colleague).suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await settle(server, officer, item)
    await expect(
      server
        .caller(colleague)
        .chronology.approve({ idempotencyKey: newId(), submissionId, version: incoming.version }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('SR-419: an undo while a colleague approves, matches another child or lets somebody in leaves nothing half', async () => {
    for (let round = 0; round < 12; round += 1) {
      const item = await sendOne()
      const second = await sendOne()
      const personId = await settle(server, officer, item)
      const { incomingChildId, submissionId } = item
      const [undoer, other] = [server.caller(officer), server.caller(colleague)]
      const { stamp } = await undoer.undoneMatches.getPreview({ incomingChildId })
      const { version } = await undoer.chronology.getIncoming({ submissionId })
      const waiting = await other.suspense.get({ incomingChildId: second.incomingChildId })
      const rivals = [
        () => other.chronology.approve({ idempotencyKey: newId(), submissionId, version }),
        () =>
          other.suspense.match({
            idempotencyKey: newId(),
            incomingChildId: second.incomingChildId,
            version: waiting.version,
            personId,
          }),
        () => authenticate(item.sender.userId, personId),
      ]
      const request = { idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason }
      const rival = rivals[round % rivals.length]
      const [mine, theirs] = await Promise.allSettled([undoer.undoneMatches.undo(request), rival?.()])
      expect(mine.status).toBe('fulfilled')
      if (theirs.status === 'rejected') expect(theirs.reason).toMatchObject(nothing)
      await expectNothingHalf()
    }
  })
})

/** Whatever points to a settled child, a submission or a person points to one that says the same. */
async function expectNothingHalf(): Promise<void> {
  const rows = await server.ownerDatabase.execute(sql`
    select submission.id from submissions submission join incoming_children child on child.id = incoming_child_id
    where submission.person_id is distinct from child.person_id
      or (submission.status = 'imported') <> exists (select from chronology_entries entry
        where entry.submission_id = submission.id and entry.person_id = child.person_id)
      or (submission.status = 'imported') <> exists (select from involvements
        where opened_from = submission.id and involvements.person_id = child.person_id)
      or (child.state = 'ready') <> (child.person_id is not null and child.settled_by is not null)`)
  expect([...rows]).toEqual([])
}
