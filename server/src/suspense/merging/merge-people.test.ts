import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@send/shared/values/ids'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPeople } from '../../people/import/import-people.ts'
import { people, relationships } from '../../people/tables.ts'
import { buildFullRecord, buildMergeGround, type MergeGround } from '../../testing/build-full-record.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { sendChild } from '../../testing/build-waiting-child.ts'
import { merge, previewMerge, unmerge } from '../../testing/merge-steps.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { involvementAccess } from '../../involvements/tables.ts'

let server: TestServer
let ground: MergeGround
let officer: BuiltSession
let colleague: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  ground = await buildMergeGround(server)
  officer = ground.officer
  colleague = await buildStaffSession(server, ['matching', 'people'], { name: 'Owen Price' })
})
afterAll(() => server.close())

const refused = { message: 'You are not allowed to do this.' }
const reason = 'The same UPN on both letters'
const stamp = 'a'.repeat(64)

async function buildTwo(one = {}, other = {}) {
  return { kept: await buildPerson(server, one), other: await buildPerson(server, other) }
}

function requestOf({ kept, other }: { kept: string; other: string }) {
  const chosen = { taken: [], sightAccepted: true, stamp, reason }
  return { idempotencyKey: newId(), keptId: kept, otherId: other, ...chosen }
}

describe('who may not', () => {
  test('SR-535: without the process of matching nobody merges, unmerges or reads of it, and who may only look changes nothing', async () => {
    const two = await buildTwo()
    const [ids, one] = [{ keptId: two.kept, otherId: two.other }, { unmergedPersonId: newId() }]
    const apart = { idempotencyKey: newId(), personId: two.other, stamp, reason }
    const changing = (who: BuiltSession) => {
      const { personMerges } = server.caller(who)
      return [
        () => personMerges.getPreview(ids),
        () => personMerges.merge(requestOf(two)),
        () => personMerges.getUnmergePreview({ personId: two.other }),
        () => personMerges.unmerge(apart),
      ]
    }
    const nobody = await buildStaffSession(server, ['people', 'chronology'])
    const { personMerges } = server.caller(nobody)
    const reading = [
      () => personMerges.list({ personId: two.kept }),
      () => personMerges.getUnmerged(one),
      () => personMerges.export({ ...one, reason }),
    ]
    const looking = await buildStaffSession(server, ['matching.read'])
    for (const work of [...changing(nobody), ...reading, ...changing(looking)])
      await expect(work()).rejects.toMatchObject(refused)
    await expect(server.caller(looking).personMerges.list({ personId: two.kept })).resolves.toEqual({
      merged: [],
      unmerged: [],
    })
    const parent = await buildPortalSession(server, 'citizen')
    for (const work of changing(parent)) await expect(work()).rejects.toMatchObject(refused)
  })

  test('SR-537: a record is not merged with itself, with nobody, without a reason, or on another look than the officer had', async () => {
    const two = await buildTwo()
    const { personMerges } = server.caller(officer)
    await expect(personMerges.getPreview({ keptId: two.kept, otherId: two.kept })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(personMerges.merge(requestOf({ kept: two.kept, other: two.kept }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(personMerges.getPreview({ keptId: two.kept, otherId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(personMerges.merge({ ...requestOf(two), reason: 'no' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(personMerges.merge(requestOf(two))).resolves.toEqual({ outcome: 'changedMeanwhile' })
  })

  test('SR-537: a record that was merged already is not merged again, and the officer is told by whom', async () => {
    const two = await buildTwo()
    const third = await buildPerson(server)
    await merge(server, officer, two)
    const { personMerges } = server.caller(colleague)
    const refusal = { reason: 'alreadyMerged', by: 'Nia Morgan' }
    await expect(personMerges.getPreview({ keptId: third, otherId: two.other })).resolves.toMatchObject({
      outcome: 'refused',
      refusal,
    })
    await expect(personMerges.merge(requestOf({ kept: two.other, other: third }))).resolves.toMatchObject({
      outcome: 'refused',
      refusal,
    })
  })

  test('SR-537: parent and child are not merged', async () => {
    const two = await buildTwo()
    await server.ownerDatabase
      .insert(relationships)
      .values({ id: newId(), childId: two.other, carerId: two.kept, kind: 'mother' })
    expect((await previewMerge(server, officer, two)).refusal).toEqual({ reason: 'related' })
    await expect(server.caller(officer).personMerges.merge(requestOf(two))).resolves.toMatchObject({
      outcome: 'refused',
    })
  })

  test.each([1, 2, 3])(
    'SR-609: two of whom one is above the other in a family, over %i others, are not merged either way, unless that is over',
    async (count) => {
      const two = await buildTwo()
      const line = [two.kept]
      for (let place = 0; place < count; place += 1)
        line.push(await buildPerson(server, { givenNames: 'Wil', familyName: `Between ${place}` }))
      line.push(two.other)
      const rows = line.slice(1).map((childId, place) => {
        return { id: newId(), childId, carerId: line[place] ?? '', kind: 'guardian' as const }
      })
      await server.ownerDatabase.insert(relationships).values(rows)
      const refusal = { reason: 'circle', over: `Wil Between ${count - 1}` }
      for (const sides of [two, { kept: two.other, other: two.kept }]) {
        expect((await previewMerge(server, officer, sides)).refusal).toEqual(refusal)
        await expect(server.caller(officer).personMerges.merge(requestOf(sides))).resolves.toEqual({
          outcome: 'refused',
          refusal,
        })
      }
      await server.ownerDatabase
        .update(relationships)
        .set({ endedOn: '2025-01-01' })
        .where(eq(relationships.id, rows[0]?.id ?? ''))
      expect((await previewMerge(server, officer, two)).refusal).toBeNull()
    },
  )

  test('SR-537: whoever may not read every paper of both records merges neither', async () => {
    const full = await buildFullRecord(server, ground)
    const two = { kept: await buildPerson(server), other: full.personId }
    // The colleague is on no access list: the entry and the involvement are closed to them.
    expect((await previewMerge(server, colleague, two)).refusal).toEqual({ reason: 'restricted', count: 2 })
    expect((await previewMerge(server, officer, two)).refusal).toBeNull()
    await server.ownerDatabase
      .insert(involvementAccess)
      .select(
        sql`select id, 'deny', 'user', ${officer.userId}::uuid, 'read' from involvements where person_id = ${full.personId}`,
      )
    expect((await previewMerge(server, officer, two)).refusal).toEqual({ reason: 'restricted', count: 1 })
    await expect(server.caller(officer).personMerges.merge(requestOf(two))).resolves.toMatchObject({
      outcome: 'refused',
    })
  })

  test('SR-537: while a colleague looks at a child to whom one of the two is proposed, they are not merged', async () => {
    const two = await buildTwo({ givenNames: 'Tegwen' }, { givenNames: 'Gwladys' })
    const sender = await buildPortalSession(server, 'citizen')
    const { form } = ground
    const { incomingChildId } = await sendChild(server, { form, sender, child: { givenNames: 'Held' } })
    await server.ownerDatabase.execute(sql`update incoming_children
      set candidates = ${JSON.stringify([{ personId: two.other }])}::jsonb where id = ${incomingChildId}`)
    await server.caller(colleague).suspense.stillHere({ incomingChildId })
    const refusal = { reason: 'heldByAnother', by: 'Owen Price' }
    expect((await previewMerge(server, officer, two)).refusal).toEqual(refusal)
    await server.caller(colleague).suspense.letGo({ incomingChildId })
    expect((await previewMerge(server, officer, two)).refusal).toBeNull()
  })
})

describe('what a merge does', () => {
  test('SR-538: the preview names the portal users, experts and organisations who would see more, and without a tick nothing is merged', async () => {
    const full = await buildFullRecord(server, ground)
    const two = { kept: await buildPerson(server), other: full.personId }
    const preview = await previewMerge(server, officer, two)
    expect(preview.newSight).toMatchObject({
      portalUsers: [{ userId: full.sender.userId, hasAccessTo: 'other', scopes: ['progress'] }],
      invitations: [{ hasAccessTo: 'other' }],
      organisations: [{ hasAccessTo: 'other' }],
    })
    expect(preview.moves).toContainEqual({ kind: 'forms', count: 1 })
    const request = { ...requestOf(two), stamp: preview.stamp }
    await expect(
      server.caller(officer).personMerges.merge({ ...request, sightAccepted: false }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: /would see more/ })
    await expect(server.caller(officer).personMerges.merge(request)).resolves.toEqual({ outcome: 'merged' })
  })

  test('who sees both already sees nothing new, and their child is listed once', async () => {
    const [one, other] = [await buildFullRecord(server, ground), await buildFullRecord(server, ground)]
    await server.ownerDatabase.execute(sql`update child_access set user_id = ${one.sender.userId}
      where person_id = ${other.personId}`)
    const two = { kept: one.personId, other: other.personId }
    expect((await previewMerge(server, officer, two)).newSight.portalUsers).toEqual([])
    await merge(server, officer, two)
    const { children } = await server.caller(one.sender).involvements.listMyChildren()
    expect(children.map(({ personId }) => personId)).toEqual([one.personId])
  })

  test('the record that stays keeps its values, takes what it lacks or what was chosen, and its former id leads to it', async () => {
    const two = await buildTwo(
      { givenNames: 'Nerys', familyName: 'Vaughan', postcode: null, upn: null },
      { givenNames: 'Nerys Ann', familyName: 'Vaughan-Hughes', postcode: 'CF10 1AA', upn: 'B801200005001' },
    )
    await merge(server, officer, { ...two, taken: ['givenNames', 'address', 'upn'] })
    const { people: records, personMerges } = server.caller(officer)
    const expected = {
      givenNames: 'Nerys Ann',
      familyName: 'Vaughan',
      postcode: 'CF10 1AA',
      upn: 'B801200005001',
    }
    const { person } = await records.get({ personId: two.other })
    expect(person).toMatchObject({ personId: two.kept, ...expected })
    const { people: found } = await records.search({ query: 'Vaughan', limit: 50 })
    expect(found.map(({ personId }) => personId)).toEqual([two.kept])
    const { merged } = await personMerges.list({ personId: two.kept })
    expect(merged).toMatchObject([
      { personId: two.other, familyName: 'Vaughan-Hughes', by: 'Nia Morgan', reason },
    ])
    const preview = await previewMerge(server, officer, await buildTwo())
    await expect(
      personMerges.merge({
        ...requestOf({ kept: preview.kept.personId, other: preview.other.personId }),
        stamp: preview.stamp,
        taken: ['upn'],
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('that a child is one of the two and not the other is said before they are merged', async () => {
    const sender = await buildPortalSession(server, 'citizen')
    const { form } = ground
    const item = await sendChild(server, { form, sender, child: { givenNames: 'Twin Rees' } })
    const two = await buildTwo()
    const { suspense } = server.caller(officer)
    const { incomingChildId } = item
    const { version } = await suspense.get({ incomingChildId })
    await suspense.reject({ idempotencyKey: newId(), incomingChildId, version, personId: two.other })
    await settle(server, officer, item, two.kept)
    expect((await previewMerge(server, officer, two)).contradictions).toBe(1)
  })
})

describe('at the same time and again', () => {
  test('SR-537: of two officers who merge two records, each into the other, one does, and a repeat merges once', async () => {
    const two = await buildTwo()
    const turned = { kept: two.other, other: two.kept }
    const requests = [
      { ...requestOf(two), stamp: (await previewMerge(server, officer, two)).stamp },
      { ...requestOf(turned), stamp: (await previewMerge(server, colleague, turned)).stamp },
    ]
    const [one, other] = await Promise.all([
      server.caller(officer).personMerges.merge(requests[0]!),
      server.caller(colleague).personMerges.merge(requests[1]!),
    ])
    expect([one.outcome, other.outcome].toSorted()).toEqual(['merged', 'refused'])
    const done = one.outcome === 'merged' ? 0 : 1
    const who = done === 0 ? officer : colleague
    await expect(server.caller(who).personMerges.merge(requests[done]!)).resolves.toEqual({
      outcome: 'merged',
    })
    const rows = await server.ownerDatabase.execute(
      sql`select 1 from merged_people where person_id in (${two.kept}, ${two.other})`,
    )
    expect([...rows]).toHaveLength(1)
  })

  test('SR-537: a merge while a colleague matches a child to the record that goes leaves nothing half', async () => {
    const { form } = ground
    for (let round = 0; round < 4; round += 1) {
      const two = await buildTwo()
      const sender = await buildPortalSession(server, 'citizen')
      const item = await sendChild(server, {
        form,
        sender,
        child: { givenNames: `Rival ${'abcd'.charAt(round)}` },
      })
      const { stamp: seen } = await previewMerge(server, officer, two)
      const [mine, theirs] = await Promise.allSettled([
        server.caller(officer).personMerges.merge({ ...requestOf(two), stamp: seen }),
        settle(server, colleague, item, two.other),
      ])
      expect(mine.status).toBe('fulfilled')
      if (theirs.status === 'rejected') expect(theirs.reason).toMatchObject({ code: 'NOT_FOUND' })
      const rows = await server.ownerDatabase.execute(sql`select 1 from incoming_children child
        where person_id is not null and not exists (select from people where id = child.person_id)`)
      expect([...rows]).toEqual([])
    }
  })

  test('SR-539: of two officers who unmerge at once one does and the other is told by whom', async () => {
    const two = await buildTwo()
    await merge(server, officer, two)
    const { stamp: seen } = await server
      .caller(officer)
      .personMerges.getUnmergePreview({ personId: two.other })
    const apart = () => ({ idempotencyKey: newId(), personId: two.other, stamp: seen, reason })
    const outcomes = await Promise.all(
      [officer, colleague].map((who) => server.caller(who).personMerges.unmerge(apart())),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyUnmerged', 'unmerged'])
  })
})

describe('what an unmerge does', () => {
  test('SR-539: whoever saw both through the merge sees one from the next request on, and the log says what they saw', async () => {
    const [one, other] = [await buildFullRecord(server, ground), await buildFullRecord(server, ground)]
    await merge(server, officer, { kept: one.personId, other: other.personId })
    server.clock.moveBy(1000)
    const { involvements } = server.caller(other.sender)
    expect((await involvements.getMyChild({ personId: one.personId })).involvements).toHaveLength(2)
    await server.caller(officer).people.get({ personId: one.personId })
    server.clock.moveBy(1000)
    const unmergedPersonId = await unmerge(server, officer, other.personId)
    await expect(involvements.getMyChild({ personId: one.personId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await involvements.getMyChild({ personId: other.personId })).involvements).toHaveLength(1)
    const reader = server.caller(await buildStaffSession(server, ['matching.read'])).personMerges
    const log = await reader.getUnmerged({ unmergedPersonId })
    expect(log).toMatchObject({
      unmergedBy: 'Nia Morgan',
      account: { mergedBy: 'Nia Morgan', mergeReason: reason },
    })
    const looked = log.account.portalUsers.find(({ userId }) => userId === other.sender.userId)
    expect(looked).toMatchObject({ looks: 1, hasAccessTo: 'other' })
    expect(log.account.staff).toMatchObject([{ name: 'Nia Morgan', looks: 1 }])
    const { text } = await reader.export({ unmergedPersonId, reason: 'For the breach report' })
    expect(text).toContain(other.item.reference)
    expect(text).toContain(other.sender.email)
    expect(text).toContain('They are twins')
    await expect(
      server.database.execute(sql`update unmerged_people set reason = 'Another'`),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') as string } })
    for (const personId of [one.personId, other.personId])
      expect((await reader.list({ personId })).unmerged).toMatchObject([{ unmergedPersonId }])
  })

  test('SR-536: a value that somebody changed since the merge stays, and the officer is told', async () => {
    const two = await buildTwo(
      { nhsNumber: null, postcode: null },
      { nhsNumber: '9434765919', postcode: 'CF10 1AA' },
    )
    await merge(server, officer, { ...two, taken: ['nhsNumber', 'address'] })
    await server.ownerDatabase.execute(sql`update people set postcode = 'SA1 1AA' where id = ${two.kept}`)
    const { account } = await server.caller(officer).personMerges.getUnmergePreview({ personId: two.other })
    expect(account.values).toEqual([
      { field: 'nhsNumber', before: null, now: '9434765919', after: null },
      { field: 'postcode', before: null, now: 'SA1 1AA', after: 'SA1 1AA' },
    ])
    await unmerge(server, officer, two.other)
    const records = server.caller(officer).people
    expect((await records.get({ personId: two.kept })).person.postcode).toBe('SA1 1AA')
    expect((await records.get({ personId: two.other })).person.postcode).toBe('CF10 1AA')
  })

  test('SR-539: what a colleague changed since the preview is looked at again', async () => {
    const two = await buildTwo()
    await merge(server, officer, two)
    const { personMerges } = server.caller(officer)
    const { stamp: seen } = await personMerges.getUnmergePreview({ personId: two.other })
    await server.ownerDatabase.execute(sql`update people set town = 'York' where id = ${two.kept}`)
    const request = { idempotencyKey: newId(), personId: two.other, stamp: seen, reason }
    await expect(personMerges.unmerge(request)).resolves.toEqual({ outcome: 'changedMeanwhile' })
  })

  test('SR-536: a match that added a record which was merged since is undone only after the unmerge', async () => {
    const sender = await buildPortalSession(server, 'citizen')
    const { form } = ground
    const item = await sendChild(server, { form, sender, child: { givenNames: 'Added Rees' } })
    const added = await settle(server, officer, item)
    await merge(server, officer, { kept: await buildPerson(server), other: added })
    const { undoneMatches } = server.caller(officer)
    const { incomingChildId } = item
    await expect(undoneMatches.getPreview({ incomingChildId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: /Unmerge the two first/,
    })
    await unmerge(server, officer, added)
    await expect(undoneMatches.getPreview({ incomingChildId })).resolves.toMatchObject({
      personRemoved: true,
    })
  })
})

describe('where the number of a merged record leads', () => {
  test('SR-538: a file of people neither adds a merged record again nor writes over it, and each line is told', async () => {
    const [first, second] = [`MERGED-${newId()}`, `MERGED-${newId()}`]
    const heading = 'external_id,given_names,family_name,date_of_birth,upn'
    const line = `${second},Nest,Howell,2015-05-05,Q801200005002`
    const file = `${heading}\n${first},Nest,Howells,2015-05-05,\n${line}\n`
    await importFile(file)
    const idOf = async (externalId: string) => {
      const [row] = await server.ownerDatabase.select().from(people).where(eq(people.externalId, externalId))
      return row?.id ?? ''
    }
    const two = { kept: await idOf(first), other: await idOf(second) }
    await merge(server, officer, { ...two, taken: ['upn'] })
    // The record that stays says otherwise than the first line now, which is refused as ever.
    expect(await importFile(`${heading}\n${line}\n`)).toMatchObject({ added: 0, known: 1, refused: 0 })
    const other = `${heading}\n${second},Nest,Howell,2015-05-06,Q801200005002\n`
    expect(await importFile(other)).toMatchObject({
      refused: 1,
      said: ['2: refused: merged into another record, and there with another date_of_birth'],
    })
    await merge(server, officer, { kept: await buildPerson(server), other: two.kept, taken: [] })
    const third = `${heading}\nMERGED-${newId()},Somebody,Else,2015-05-06,Q801200005002\n`
    expect(await importFile(third)).toMatchObject({
      refused: 1,
      said: ['2: refused: somebody on record already has this upn'],
    })
  })

  test('a child who comes with the number of a merged record is matched to the record that stays', async () => {
    const externalId = `MERGED-${newId()}`
    const two = await buildTwo({ givenNames: 'Heledd' }, { givenNames: 'Heledd Mair', externalId })
    await merge(server, officer, { ...two, taken: [] })
    const incomingChildId = await buildIncomingLine(server, {
      external_id: externalId,
      given_names: 'Heledd Mair',
    })
    const { state, candidates } = await server.caller(officer).suspense.get({ incomingChildId })
    expect(candidates[0]).toMatchObject({ personId: two.kept, rule: 'knownExternalId' })
    // There are namesakes: it is proposed by its number, and an officer looks.
    expect(state).toBe('conflicts')
  })
})

async function importFile(content: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-merged-'))
  const file = path.join(folder, 'people.csv')
  await writeFile(file, content)
  const said: string[] = []
  const say = (line: number, sentence: string) => void said.push(`${line}: ${sentence}`)
  const report = await importPeople(server.ownerDatabase, server.services.clock, { file, dryRun: false, say })
  await rm(folder, { recursive: true })
  return { ...report, said }
}
