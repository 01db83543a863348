import type { Audience } from '@send/shared/forms/form-definition'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childAccess } from '../accounts/child-access/tables.ts'
import { users } from '../accounts/tables.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { unkeyedPeople } from '../people/candidate-keys/tables.ts'
import { contacts } from '../people/family/contacts/tables.ts'
import { relationships } from '../people/tables.ts'
import { submissions } from '../submissions/tables.ts'
import { buildFamilyForm, publishFamilyForm, sendFamily } from '../testing/build-family-form.ts'
import { enterForm, publishPaperForm } from '../testing/build-entered-form.ts'
import { buildPerson, toldChild } from '../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../testing/build-incoming-line.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { merge, unmerge } from '../testing/merge-steps.ts'
import { publishLive } from '../testing/publish-live.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { incomingChildren } from './tables.ts'

let server: TestServer
let officer: BuiltSession

const processes = [
  'formBuilder',
  'matching',
  'people',
  'completeForms',
  'manageIncomingForms',
  'chronology',
] as const
const mobile = '07700 900123'
/** Nothing of it leads to the child that is told of but a parent. */
const elsewhere = {
  givenNames: 'Zara',
  familyName: 'Quill',
  dateOfBirth: '2009-11-30',
  postcode: 'CF10 1AA',
  sex: null,
}

beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...processes])
})
afterEach(() => server.close())

const card = (incomingChildId: string) => server.caller(officer).suspense.get({ incomingChildId })

/** A parent with a telephone, signed in on the portal. */
async function buildParent(phone: string | null = mobile): Promise<BuiltSession> {
  const session = await buildPortalSession(server, 'citizen', { citizenKind: 'parentCarer' })
  await server.ownerDatabase.update(users).set({ phone }).where(eq(users.id, session.userId))
  return session
}

/** Sends a form about the child of whom everybody tells here; returns the incoming child. */
async function sendForm(
  sender: BuiltSession,
  { audience = 'parents', ...told }: { audience?: Audience; postcode?: string } = {},
) {
  const details = buildQuestion('childDetails')
  const page = buildPage([details])
  const code = `F-${newId().slice(-12).toUpperCase()}`
  const formId = await publishLive(server, officer, buildForm({ code, audience, pages: [page] }))
  const caller = server.caller(sender).submissions
  const { submissionId } = await caller.start({ idempotencyKey: newId(), formId })
  const answer = { ...toldChild, upn: '', ...told, dateOfBirth: { day: '3', month: '2', year: '2014' } }
  await caller.savePage({ submissionId, pageId: page.id, answers: { [details.id]: answer } })
  await caller.submit({ idempotencyKey: newId(), submissionId })
  await server.runJobs()
  const [row] = await server.ownerDatabase
    .select({ child: incomingChildren })
    .from(submissions)
    .innerJoin(incomingChildren, eq(incomingChildren.id, submissions.incomingChildId))
    .where(eq(submissions.id, submissionId))
  if (!row) throw new Error('The child is in suspense')
  return row.child
}

type Reached = { kind: 'mobile' | 'email'; value: string; until?: string }

/** A child on record with a mother who is reached so; through the procedures, as officers record it. */
async function buildFamily(child: Parameters<typeof buildPerson>[1], ...reached: Reached[]) {
  const [childId, motherId] = [
    await buildPerson(server, child),
    await buildPerson(server, {
      givenNames: 'Nadia',
      familyName: 'Okafor',
      dateOfBirth: '1985-05-05',
      postcode: null,
      upn: null,
    }),
  ]
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  const { family, contacts: reach } = server.caller(officer)
  const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '' } as const
  await family.add({ idempotencyKey: newId(), childId, carerId: motherId, entry })
  for (const { kind, value, until = '' } of reached)
    await reach.add({
      idempotencyKey: newId(),
      personId: motherId,
      entry: { kind, value, preferred: false, until },
    })
  return { childId, motherId }
}

function reasonsOf({ candidates }: Awaited<ReturnType<typeof card>>, personId: string) {
  const found = candidates.find((each) => each.personId === personId)
  return Object.fromEntries(found?.reasons.map(({ reason, ...rest }) => [reason, rest]) ?? [])
}

test('SR-610: of a parent’s own account telephone and e-mail are kept with the child, and of nobody else’s', async () => {
  const parent = await buildParent('+44 (0)7700 900123')
  expect((await sendForm(parent)).parentContacts).toEqual([
    { kind: 'email', value: parent.email },
    { kind: 'phone', value: '07700900123' },
  ])
  expect((await sendForm(await buildParent('ring next door'))).parentContacts).toEqual([
    { kind: 'email', value: expect.any(String) as string },
  ])
  const young = await buildPortalSession(server, 'citizen', { citizenKind: 'youngPerson' })
  const professional = await buildPortalSession(server, 'professional')
  for (const child of [
    await sendForm(young, { audience: 'youngPeople' }),
    await sendForm(professional, { audience: 'professionals' }),
  ])
    expect(child.parentContacts).toEqual([])
  const { sending } = await enterForm(server, officer, { form: await publishPaperForm(server, officer) })
  await server.caller(officer).onBehalf.send({ idempotencyKey: newId(), ...sending })
  await server.runJobs()
  await buildIncomingLine(server)
  const others = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(sql`${incomingChildren.source} in ('onBehalf', 'school')`)
  expect(others.map(({ parentContacts }) => parentContacts)).toEqual([[], []])
})

test('SR-610: what a form tells of a parent is kept too, whoever sends it, and nothing of who sends it', async () => {
  const told = {
    others: [{ name: { givenNames: 'Nadia', familyName: 'Okafor' }, reached: { phone: mobile } }],
  }
  const form = buildFamilyForm(officer.groupIds[0] ?? '')
  const ofSchool = { ...form.definition, audience: 'professionals' as const }
  const formId = await publishLive(server, officer, ofSchool)
  const sender = await buildPortalSession(server, 'professional')
  await server.ownerDatabase.update(users).set({ phone: '0113 496 0001' }).where(eq(users.id, sender.userId))
  const { incomingChildId } = await sendFamily(server, { form: { ...form, formId }, sender, told })
  const [child] = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
  expect(child?.parentContacts).toEqual([{ kind: 'phone', value: '07700900123' }])

  const parent = await buildParent('07700 900555')
  const own = await publishFamilyForm(server, officer)
  const sent = await sendFamily(server, {
    form: own,
    sender: parent,
    told: { relationship: 'mother', phone: mobile },
  })
  const [second] = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, sent.incomingChildId))
  expect(second?.parentContacts).toEqual([
    { kind: 'email', value: parent.email },
    { kind: 'phone', value: '07700900555' },
    { kind: 'phone', value: '07700900123' },
  ])
})

test('SR-614: a child is found and weighed by a parent’s contact, and neither card, trail nor counts hold a number or an address', async () => {
  const parent = await buildParent()
  const { childId } = await buildFamily(
    elsewhere,
    { kind: 'mobile', value: mobile },
    { kind: 'email', value: 'nadia@example.org' },
  )
  const { id } = await sendForm(parent)
  const shown = await card(id)
  expect(shown.child.contacts).toEqual(['email', 'phone'])
  // Names, birth and home are others: the number alone leads to her.
  expect(shown.candidates.map(({ personId }) => personId)).toEqual([childId])
  expect(shown.candidates[0]?.decision).not.toBe('automatic')
  const { childId: like } = await buildFamily(
    { postcode: 'M1 1AA' },
    { kind: 'mobile', value: mobile },
    { kind: 'email', value: 'nadia@example.org' },
  )
  await server
    .caller(officer)
    .suspense.score({ idempotencyKey: newId(), incomingChildId: id, version: shown.version })
  const again = await card(id)
  const { parentPhone, parentEmail } = reasonsOf(again, like)
  expect(parentPhone).toMatchObject({ shown: 'agrees', words: 'Parent’s phone: the same' })
  expect(parentEmail).toMatchObject({ shown: 'differs', words: 'Parent’s e-mail: another' })
  expect(parentPhone?.weight ?? 0).toBeGreaterThan(1)
  expect(parentEmail?.weight).toBeGreaterThanOrEqual(-1)
  await server.database.transaction((tx) =>
    server.services.jobs.enqueue(tx, { queue: 'estimate-matching', data: {} }),
  )
  await server.runJobs()
  const kept = await server.ownerDatabase.execute<{ text: string }>(sql`
    select audit_events::text as text from audit_events where action like 'suspense.%'
    union all select matching_value_counts::text from matching_value_counts
    union all select candidates::text from incoming_children`)
  for (const text of [JSON.stringify(again), ...kept.map((row) => row.text)])
    expect(text).not.toMatch(/900 ?123|nadia@|@example\.org/)
})

test('a contact that ended, or of a parent who is not one any more, agrees as a former one', async () => {
  const parent = await buildParent()
  const { childId, motherId } = await buildFamily(
    { postcode: 'M1 1AA' },
    { kind: 'mobile', value: mobile, until: '2025-01-01' },
  )
  const { id } = await sendForm(parent)
  expect(reasonsOf(await card(id), childId)['parentPhone']).toMatchObject({
    shown: 'agrees',
    words: 'Parent’s phone: a former one',
  })
  await server.ownerDatabase.update(contacts).set({ endedOn: null })
  await server.ownerDatabase
    .update(relationships)
    .set({ endedOn: '2025-01-01' })
    .where(eq(relationships.carerId, motherId))
  const { version } = await card(id)
  await server.caller(officer).suspense.score({ idempotencyKey: newId(), incomingChildId: id, version })
  expect(reasonsOf(await card(id), childId)['parentPhone']?.words).toContain('former')
})

test('a parent whom the authority lets see the child is known by their account, and not once that has ended', async () => {
  const parent = await buildParent()
  const childId = await buildPerson(server, { postcode: 'M1 1AA' })
  const access = newId()
  await server.ownerDatabase.insert(childAccess).values({
    id: access,
    userId: parent.userId,
    personId: childId,
    relation: 'parentCarer',
    scopes: ['progress'],
    source: 'officer',
    reason: 'Passport seen',
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  const { id } = await sendForm(parent)
  expect(reasonsOf(await card(id), childId)).toMatchObject({
    parentEmail: { shown: 'agrees' },
    parentPhone: { shown: 'agrees' },
  })
  await server.ownerDatabase
    .update(childAccess)
    .set({ endedAt: server.clock.now() })
    .where(eq(childAccess.id, access))
  const { version } = await card(id)
  await server.caller(officer).suspense.score({ idempotencyKey: newId(), incomingChildId: id, version })
  expect(reasonsOf(await card(id), childId)).toMatchObject({ parentEmail: { shown: 'missing', weight: 0 } })
})

test('SR-612: a brother at another address who has the same mother’s number stands against doing it by itself', async () => {
  const parent = await buildParent()
  const { childId, motherId } = await buildFamily({}, { kind: 'mobile', value: mobile })
  const { id } = await sendForm(parent)
  const alone = await card(id)
  expect([alone.state, alone.candidates[0]?.personId, alone.candidates[0]?.vetoes]).toEqual([
    'autoMatched',
    childId,
    [],
  ])
  const addChild = async (childId: string) => {
    const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '' } as const
    await server.caller(officer).family.add({ idempotencyKey: newId(), childId, carerId: motherId, entry })
    const { version } = await card(id)
    await server.caller(officer).suspense.score({ idempotencyKey: newId(), incomingChildId: id, version })
    const { state, candidates } = await card(id)
    return [state, candidates[0]?.personId, candidates[0]?.vetoes]
  }
  // Who has neither a name nor the birthday in common, as in a home for children, is taken for nobody.
  expect(await addChild(await buildPerson(server, elsewhere))).toEqual(['autoMatched', childId, []])
  const brother = await buildPerson(server, { ...elsewhere, familyName: 'Whitfield', givenNames: 'Omar' })
  expect(await addChild(brother)).toEqual(['conflicts', childId, ['sameContact']])
})

test('another form of the same sender brings a new number to a child who waits, and changes nothing where it is known', async () => {
  const parent = await buildParent(null)
  const { childId } = await buildFamily({ postcode: 'M1 1AA' }, { kind: 'mobile', value: mobile })
  const first = await sendForm(parent)
  expect(reasonsOf(await card(first.id), childId)['parentPhone']).toMatchObject({ shown: 'missing' })
  await server.ownerDatabase.update(users).set({ phone: mobile }).where(eq(users.id, parent.userId))
  const second = await sendForm(parent)
  expect(second.id).toBe(first.id)
  expect(second.parentContacts.map(({ kind }) => kind)).toEqual(['email', 'phone'])
  expect(reasonsOf(await card(first.id), childId)['parentPhone']).toMatchObject({ shown: 'agrees' })
  server.clock.moveBy(60_000)
  const third = await sendForm(parent)
  expect([third.scoredAt, third.parentContacts]).toEqual([second.scoredAt, second.parentContacts])
})

test('SR-616: whoever changes a family or a contact, merges or unmerges, the children are found by what stands then, and nobody is left without keys', async () => {
  const keysOf = async (personId: string) => {
    const rows = await server.ownerDatabase.execute<{ key: string }>(
      sql`select key::text from candidate_keys where person_id = ${personId}`,
    )
    expect(await server.ownerDatabase.select().from(unkeyedPeople)).toEqual([])
    return rows.map(({ key }) => key).toSorted()
  }
  const { childId, motherId } = await buildFamily({})
  const bare = await keysOf(childId)
  const { contacts: reach, family } = server.caller(officer)
  const entry = { kind: 'mobile', value: mobile, preferred: false, until: '' } as const
  const added = await reach.add({ idempotencyKey: newId(), personId: motherId, entry })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  const reached = await keysOf(childId)
  expect(reached.length).toBeGreaterThan(bare.length)
  const meant = { personId: motherId, contactId: added.contactId }
  await reach.correct({
    idempotencyKey: newId(),
    ...meant,
    version: 1,
    entry: { ...entry, value: '07700 900999' },
  })
  expect(await keysOf(childId)).not.toEqual(reached)
  await reach.correct({ idempotencyKey: newId(), ...meant, version: 2, entry })
  expect(await keysOf(childId)).toEqual(reached)
  // The mother stands on record twice: merged, her number is that of both records’ children, and unmerged of hers alone.
  const { childId: other, motherId: twice } = await buildFamily(elsewhere)
  const otherBare = await keysOf(other)
  await merge(server, officer, { kept: twice, other: motherId, taken: [] })
  expect((await keysOf(other)).length).toBeGreaterThan(otherBare.length)
  expect(await keysOf(childId)).toEqual(reached)
  await unmerge(server, officer, motherId)
  expect([await keysOf(other), await keysOf(childId)]).toEqual([otherBare, reached])
  // So do two records of one child.
  const double = await buildPerson(server, elsewhere)
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  const doubleBare = await keysOf(double)
  await merge(server, officer, { kept: double, other: childId, taken: [] })
  expect((await keysOf(double)).length).toBeGreaterThan(doubleBare.length)
  await unmerge(server, officer, childId)
  expect([await keysOf(double), await keysOf(childId)]).toEqual([doubleBare, reached])
  await reach.remove({ idempotencyKey: newId(), ...meant, version: 3 })
  expect(await keysOf(childId)).toEqual(bare)
  await reach.add({ idempotencyKey: newId(), personId: motherId, entry })
  const [relationship] = await server.ownerDatabase
    .select()
    .from(relationships)
    .where(eq(relationships.childId, childId))
  if (!relationship) throw new Error('The family is on record')
  await family.remove({
    idempotencyKey: newId(),
    personId: childId,
    relationshipId: relationship.id,
    version: relationship.rowVersion,
  })
  expect(await keysOf(childId)).toEqual(bare)
})
