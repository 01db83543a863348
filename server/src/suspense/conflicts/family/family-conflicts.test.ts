import type { ContactKind } from '@send/shared/people/family/contacts'
import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import type { ImportRule } from '@send/shared/suspense/conflicts/import-rules'
import type { FamilyDecision } from '@send/shared/suspense/conflicts/family/family-decision'
import { newId } from '@send/shared/values/ids'
import { and, desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../../accounts/tables.ts'
import { auditEvents } from '../../../audit/tables.ts'
import { unkeyedPeople } from '../../../people/candidate-keys/tables.ts'
import {
  publishFamilyForm,
  sendFamily,
  type FamilyForm,
  type FamilyTold,
} from '../../../testing/build-family-form.ts'
import { buildPerson } from '../../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../../testing/build-sessions.ts'
import { settle } from '../../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../../testing/test-server.ts'
import { importRuleSets } from '../tables.ts'

let server: TestServer
let officer: BuiltSession
let colleague: BuiltSession
let form: FamilyForm

const processes = ['matching', 'people', 'formBuilder', 'portalAdministration', 'completeForms'] as const
const nadia = { givenNames: 'Nadia', familyName: 'Khan' }
const yusuf = { givenNames: 'Yusuf', familyName: 'Khan' }

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...processes], { name: 'Nia Morgan' })
  colleague = await buildStaffSession(server, [...processes], { name: 'Owen Price' })
  form = await publishFamilyForm(server, officer)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(importRuleSets)
  server.clock.moveBy(1000)
})

async function setRule(family: ImportRule): Promise<void> {
  const changes = [{ scope: 'families' as const, before: {}, after: { family } }]
  await server.caller(officer).importRules.set({ idempotencyKey: newId(), changes })
}

async function send(told: FamilyTold, name = 'Nadia Khan') {
  const sender = await buildPortalSession(server, 'citizen', { name, citizenKind: 'parentCarer' })
  await server.ownerDatabase.update(users).set({ phone: '07700900123' }).where(eq(users.id, sender.userId))
  return { sender, ...(await sendFamily(server, { form, sender, told })) }
}

/** A child on record whose mother is, with ways to reach her. */
async function buildFamily(reached: [ContactKind, string][] = [], mother = nadia) {
  const personId = await buildPerson(server)
  const motherId = await buildPerson(server, { ...mother, dateOfBirth: '1985-03-02', sex: 'female' })
  await relate(personId, motherId)
  for (const [kind, value] of reached) await reach(motherId, kind, value)
  return { personId, motherId }
}

async function relate(childId: string, carerId: string, changes: Partial<RelationshipEntry> = {}) {
  const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '', ...changes } as const
  await server.caller(officer).family.add({ idempotencyKey: newId(), childId, carerId, entry })
}

async function reach(personId: string, kind: ContactKind, value: string, preferred = false) {
  const entry = { kind, value, preferred, until: '' }
  await server.caller(officer).contacts.add({ idempotencyKey: newId(), personId, entry })
}

async function match(told: FamilyTold, personId: string) {
  const { incomingChildId, sender } = await send(told)
  await settle(server, officer, { incomingChildId }, personId)
  server.clock.moveBy(1000)
  return { incomingChildId, sender }
}

const get = (incomingChildId: string) => server.caller(officer).importConflicts.get({ incomingChildId })
const family = (personId: string) => server.caller(officer).family.get({ personId })

type Choice = 'keep' | { add: string | null } | { replace: string }

function resolve(incomingChildId: string, decisions: FamilyDecision[], by = officer) {
  const request = { idempotencyKey: newId(), incomingChildId, decisions: [], family: decisions }
  return server.caller(by).importConflicts.resolve(request)
}

/** Each open conflict of the family, decided in turn. */
async function decide(incomingChildId: string, ...choices: Choice[]) {
  const { openFamily } = await get(incomingChildId)
  return openFamily.slice(0, choices.length).map(({ conflictId, seen }, index): FamilyDecision => {
    const choice = choices[index] ?? 'keep'
    if (choice === 'keep') return { conflictId, seen, decision: 'keep' }
    if ('add' in choice) return { conflictId, seen, decision: 'add', carerId: choice.add }
    return { conflictId, seen, decision: 'replace', contactId: choice.replace }
  })
}

test('SR-600: without the process of matching nobody sees or decides what was told of a family, and who may only look decides nothing', async () => {
  const { personId } = await buildFamily()
  const { incomingChildId, sender } = await match({ relationship: 'mother', phone: '07700 900777' }, personId)
  const decisions = await decide(incomingChildId, { add: null })
  const outsiders = [
    await buildStaffSession(server, ['people', 'chronology', 'portalAdministration']),
    await buildPortalSession(server, 'professional'),
    sender,
  ]
  const refused = { message: 'You are not allowed to do this.' }
  for (const session of outsiders) {
    await expect(server.caller(session).importConflicts.get({ incomingChildId })).rejects.toMatchObject(
      refused,
    )
    await expect(resolve(incomingChildId, decisions, session)).rejects.toMatchObject(refused)
  }
  const looking = await buildStaffSession(server, ['matching.read'])
  await expect(resolve(incomingChildId, decisions, looking)).rejects.toMatchObject(refused)
  expect((await get(incomingChildId)).openFamily).toHaveLength(2)
})

describe('what is told', () => {
  test('an account tells of its owner only where the form says what they are to the child, and only what the form does not ask', async () => {
    const personId = await buildPerson(server)
    const silent = await match({ phone: '07700 900777' }, personId)
    expect((await get(silent.incomingChildId)).openFamily).toEqual([])
    const { incomingChildId, sender } = await match(
      { relationship: 'step-parent', responsibility: 'no', phone: '+44 7700 900777' },
      personId,
    )
    expect((await get(incomingChildId)).openFamily).toMatchObject([
      {
        carer: null,
        told: {
          ...nadia,
          kind: 'stepParent',
          relation: 'Step-parent',
          responsibility: 'no',
          address: null,
          contacts: [
            { kind: 'mobile', value: '07700 900777' },
            { kind: 'email', value: sender.email },
          ],
        },
      },
    ])
    const { openFamily } = await get((await match({ relationship: 'other' }, personId)).incomingChildId)
    expect(openFamily[0]?.told).toMatchObject({ kind: null, relation: 'Somebody else' })
    expect(openFamily[0]?.told.contacts).toMatchObject([{ value: '07700 900123' }, { kind: 'email' }])
  })

  test('who is on record is known by the name, and a number or address by its one writing: what is the same is no conflict', async () => {
    const { personId } = await buildFamily([['home', '0113 496 0123']], {
      ...nadia,
      givenNames: 'Nadia Jane',
    })
    const others = [
      { name: { givenNames: 'nadia', familyName: 'KHAN' }, reached: { phone: '+44 1134 960123' } },
    ]
    const { incomingChildId } = await match({ others }, personId)
    expect(await get(incomingChildId)).toMatchObject({ openFamily: [], takenToFamily: [] })
  })

  test('of whoever is family each contact is decided by itself, and of somebody else all of it in one', async () => {
    const { personId, motherId } = await buildFamily([['mobile', '07700 900111']])
    const { incomingChildId } = await match(
      {
        relationship: 'mother',
        phone: '07700 900777',
        others: [{ name: yusuf, reached: { email: 'Y@example.org' } }],
      },
      personId,
    )
    const { openFamily } = await get(incomingChildId)
    expect(openFamily).toMatchObject([
      {
        carer: { personId: motherId },
        missing: [{ kind: 'mobile' }],
        replaceable: [{ value: '07700 900111' }],
      },
      { carer: { personId: motherId }, missing: [{ kind: 'email' }], replaceable: [] },
      {
        carer: null,
        told: yusuf,
        missing: [{ value: 'y@example.org' }],
        possible: [{ personId: motherId, kind: 'mother' }],
      },
    ])
    const { matches } = await server.caller(officer).importConflicts.list({ personId })
    expect(matches).toMatchObject([{ incomingChildId, open: 3 }])
  })

  test('SR-602: whoever is shown of a family stands in the trail, without a number or an address', async () => {
    const { personId, motherId } = await buildFamily([['mobile', '07700 900111']])
    const { incomingChildId } = await match({ relationship: 'mother', phone: '07700 900777' }, personId)
    await resolve(incomingChildId, await decide(incomingChildId, { add: null }, { add: null }))
    const rows = await server.ownerDatabase.execute<{ line: string }>(
      sql`select audit_events::text as line from audit_events where object_id = ${incomingChildId} or person_id = ${motherId}`,
    )
    expect(rows.length).toBeGreaterThan(4)
    for (const { line } of rows) expect(line).not.toMatch(/900777|900111|citizen-/)
    const [look] = await server.ownerDatabase
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'importConflicts.get'), eq(auditEvents.objectId, incomingChildId)))
      .orderBy(desc(auditEvents.occurredAt))
    expect(look?.details).toMatchObject({ people: [motherId] })
  })
})

describe('add, replace, keep', () => {
  test('a further contact is added, another takes the place of one that ends today, and a third is left alone', async () => {
    const { personId, motherId } = await buildFamily()
    await reach(motherId, 'mobile', '07700 900111', true)
    const told = { relationship: 'mother', phone: '07700 900777', responsibility: 'no' } as const
    const first = await match(told, personId)
    const { openFamily } = await get(first.incomingChildId)
    const contactId = openFamily[0]?.replaceable[0]?.contactId ?? ''
    const decisions = await decide(first.incomingChildId, { replace: contactId }, 'keep')
    await expect(resolve(first.incomingChildId, decisions)).resolves.toEqual({ outcome: 'resolved' })
    const today = server.clock.now().toISOString().slice(0, 10)
    const { carers } = await family(personId)
    expect(carers).toMatchObject([
      {
        parentalResponsibility: 'yes',
        contacts: [{ value: '07700 900777', preferred: true, by: 'Nia Morgan' }],
      },
    ])
    expect((await family(motherId)).contacts).toMatchObject([
      { value: '07700 900777', until: null },
      { value: '07700 900111', until: today, preferred: false },
    ])
    const { takenToFamily, decided } = await get(first.incomingChildId)
    expect(takenToFamily).toMatchObject([
      { fact: 'contactEnded', name: 'Nadia Khan', value: '07700 900111', by: 'Nia Morgan', rule: null },
      { fact: 'contact', value: '07700 900777', by: 'Nia Morgan' },
    ])
    expect(decided.map(({ state }) => state)).toEqual(['accepted', 'discarded'])
    const second = await match({ relationship: 'mother', phone: '07700 900888' }, personId)
    await resolve(second.incomingChildId, await decide(second.incomingChildId, { add: null }))
    expect((await family(personId)).carers[0]?.contacts.map(({ value }) => value)).toEqual([
      '07700 900777',
      '07700 900888',
    ])
  })

  test('SR-601: a further adult comes on record with the address that was told, and nobody knows of their responsibility, whatever the form says', async () => {
    const personId = await buildPerson(server)
    const address = { line1: '4 Elm Row', line2: '', town: 'Leeds', postcode: 'ls1 1ba' }
    const { incomingChildId, sender } = await match(
      { relationship: 'mother', responsibility: 'yes', others: [{ name: yusuf, address }] },
      personId,
    )
    await resolve(incomingChildId, await decide(incomingChildId, { add: null }, { add: null }))
    const { carers } = await family(personId)
    expect(
      carers.map(({ kind, parentalResponsibility, familyName }) => [
        kind,
        parentalResponsibility,
        familyName,
      ]),
    ).toEqual([
      ['mother', 'notKnown', 'Khan'],
      ['carer', 'notKnown', 'Khan'],
    ])
    const added = carers.find(({ givenNames }) => givenNames === 'Yusuf')?.personId ?? ''
    const { entry } = await server.caller(officer).people.getRecord({ personId: added })
    expect(entry).toMatchObject({ addressLine: '4 Elm Row', town: 'Leeds', postcode: 'LS1 1BA' })
    const [seen] = await server.ownerDatabase.execute(
      sql`select 1 from child_access where user_id = ${sender.userId}`,
    )
    expect(seen).toBeUndefined()
  })

  test('a parent of a brother who is reached by the same number is offered, and is family then without a second record', async () => {
    const { motherId } = await buildFamily([['mobile', '07700 900111']], {
      givenNames: 'N.',
      familyName: 'Khan-Ali',
    })
    const personId = await buildPerson(server, { givenNames: 'Sami' })
    const { motherId: fatherId } = await buildFamily([['home', '0113 496 0888']], {
      givenNames: 'Y.',
      familyName: 'Okafor',
    })
    const told = {
      relationship: 'mother',
      phone: '07700900111',
      others: [{ name: yusuf, reached: { phone: '0113 496 0888' } }],
    }
    const { incomingChildId } = await match(told, personId)
    const { openFamily } = await get(incomingChildId)
    expect(openFamily[1]?.possible).toMatchObject([{ personId: fatherId, kind: null, hasSameContact: true }])
    expect(openFamily[0]?.possible).toContainEqual(
      expect.objectContaining({ personId: motherId, kind: null, hasSameContact: true }),
    )
    await resolve(incomingChildId, await decide(incomingChildId, { add: motherId }))
    const { carers } = await family(personId)
    expect(carers).toMatchObject([{ personId: motherId, kind: 'mother', parentalResponsibility: 'notKnown' }])
    expect(carers[0]?.contacts).toHaveLength(2)
  })

  test('who is family under another name is not recorded twice: the contacts alone are added', async () => {
    const { personId, motherId } = await buildFamily([], { givenNames: 'Nadja', familyName: 'Khan' })
    const { incomingChildId } = await match({ relationship: 'mother', phone: '07700 900777' }, personId)
    await resolve(incomingChildId, await decide(incomingChildId, { add: motherId }))
    const { carers } = await family(personId)
    expect(carers).toHaveLength(1)
    expect(carers[0]?.contacts).toHaveLength(2)
  })
})

describe('what is refused', () => {
  test('what no screen offers, is decided twice or is not there is refused, and nothing is done', async () => {
    const { personId, motherId } = await buildFamily([['email', 'nadia@example.org']])
    const stranger = await buildPerson(server, { givenNames: 'Una', familyName: 'Other', postcode: null })
    const { incomingChildId } = await match({ relationship: 'mother', others: [{ name: yusuf }] }, personId)
    const { openFamily } = await get(incomingChildId)
    const adult = openFamily.findIndex(({ carer }) => carer === null)
    const choices = openFamily.map((): Choice => 'keep')
    const asked = (choice: Choice) => decide(incomingChildId, ...choices.with(adult, choice))
    await expect(resolve(incomingChildId, await asked({ add: stranger }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(resolve(incomingChildId, await asked({ replace: newId() }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const keep = await asked('keep')
    await expect(resolve(incomingChildId, [...keep, ...keep])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(resolve(incomingChildId, [])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    // A conflict of the family is none of the person.
    const [first] = keep
    const decisions = [
      { conflictId: first?.conflictId ?? '', seen: first?.seen ?? '', decision: 'accept' as const },
    ]
    const request = { idempotencyKey: newId(), incomingChildId, decisions }
    await expect(server.caller(officer).importConflicts.resolve(request)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await get(incomingChildId)).openFamily).toEqual(openFamily)
    expect((await family(motherId)).contacts).toHaveLength(1)
  })

  test('SR-603: what changed on record since it was looked at is looked at again, and of two officers the second is told by whom', async () => {
    const { personId, motherId } = await buildFamily()
    const { incomingChildId } = await match({ relationship: 'mother', phone: '07700 900777' }, personId)
    const stale = await decide(incomingChildId, { add: null })
    await reach(motherId, 'mobile', '07700 900111')
    await expect(resolve(incomingChildId, stale)).resolves.toEqual({
      outcome: 'changedMeanwhile',
      conflictIds: stale.map(({ conflictId }) => conflictId),
    })
    const decisions = await decide(incomingChildId, { add: null })
    await resolve(incomingChildId, decisions, colleague)
    await expect(resolve(incomingChildId, decisions)).resolves.toMatchObject({
      outcome: 'alreadyDecided',
      by: 'Owen Price',
    })
    expect((await family(motherId)).contacts).toHaveLength(2)
  })

  test('nobody becomes their own parent over others: the officer is told who, and nothing is done', async () => {
    const personId = await buildPerson(server, { givenNames: 'Ada', dateOfBirth: '2005-01-01' })
    const baby = await buildPerson(server, {
      givenNames: 'Nadia',
      familyName: 'Khan',
      dateOfBirth: '2025-01-01',
    })
    await relate(baby, personId)
    const { incomingChildId } = await match({ relationship: 'mother' }, personId)
    await expect(resolve(incomingChildId, await decide(incomingChildId, { add: baby }))).resolves.toEqual({
      outcome: 'notFamily',
      name: 'Nadia Khan',
      reason: 'circle',
    })
    expect((await get(incomingChildId)).openFamily).toHaveLength(1)
  })

  test('of two at once who decide the same one does', async () => {
    const { personId, motherId } = await buildFamily()
    const { incomingChildId } = await match({ relationship: 'mother', phone: '07700 900777' }, personId)
    const decisions = await decide(incomingChildId, { add: null })
    const both = await Promise.all([
      resolve(incomingChildId, decisions),
      resolve(incomingChildId, decisions, colleague),
    ])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyDecided', 'resolved'])
    expect((await family(motherId)).contacts).toHaveLength(1)
  })
})

test('SR-616: whose family a rule or an officer changed by a form is found by it at once: nobody is left without keys', async () => {
  await setRule('alwaysImport')
  const { personId } = await buildFamily()
  await match({ others: [{ name: nadia, reached: { phone: '07700 900777' } }] }, personId)
  const waiting = () => server.ownerDatabase.$count(unkeyedPeople)
  expect(await waiting()).toBe(0)
  await server.ownerDatabase.delete(importRuleSets)
  const { incomingChildId } = await match(
    { others: [{ name: yusuf, reached: { phone: '07911 123456' } }] },
    personId,
  )
  await resolve(incomingChildId, await decide(incomingChildId, { add: null }))
  expect(await waiting()).toBe(0)
})

describe('under the rules', () => {
  test.each<[ImportRule, [ContactKind, string][], string[], number]>([
    ['doNotImport', [], [], 0],
    ['alwaysConflict', [], [], 1],
    ['importIfEmpty', [], ['07700 900777'], 0],
    ['importIfEmpty', [['home', '0113 496 0123']], ['0113 496 0123'], 1],
    ['alwaysImport', [['home', '0113 496 0123']], ['0113 496 0123', '07700 900777'], 0],
    ['alwaysImport', [['mobile', '07700 900111']], ['07700 900777'], 0],
    [
      'alwaysImport',
      [
        ['mobile', '07700 900111'],
        ['mobile', '07700 900222'],
      ],
      ['07700 900111', '07700 900222'],
      1,
    ],
  ])(
    'SR-604: by “%s” a mother with %j is reached by %j, and %i waits for an officer',
    async (rule, reached, phones, open) => {
      const { personId } = await buildFamily(reached)
      await setRule(rule)
      const others = [{ name: nadia, reached: { phone: '07700 900777' } }]
      const { incomingChildId } = await match({ others }, personId)
      expect((await family(personId)).carers[0]?.contacts.map(({ value }) => value)).toEqual(phones)
      const found = await get(incomingChildId)
      expect(found.openFamily).toHaveLength(open)
      for (const taken of found.takenToFamily)
        expect(taken).toMatchObject({ by: null, rule, ruleScope: 'families' })
    },
  )

  test('SR-604: no rule adds an adult, and none chooses between two of one name', async () => {
    const { personId } = await buildFamily()
    await relate(personId, await buildPerson(server, { ...nadia, dateOfBirth: '1960-01-01' }), {
      kind: 'grandparent',
    })
    await setRule('alwaysImport')
    const { incomingChildId } = await match(
      { relationship: 'mother', phone: '07700 900777', others: [{ name: yusuf }] },
      personId,
    )
    const { openFamily, takenToFamily } = await get(incomingChildId)
    expect(takenToFamily).toEqual([])
    expect(openFamily).toMatchObject([
      { carer: null, told: nadia },
      { carer: null, told: yusuf },
    ])
  })

  test('of a child that is added as new an officer decides who the parents are', async () => {
    const { incomingChildId } = await send({ relationship: 'mother', child: { givenNames: 'Newborn' } })
    const personId = await settle(server, officer, { incomingChildId })
    await resolve(incomingChildId, await decide(incomingChildId, { add: null }))
    expect((await family(personId)).carers).toMatchObject([{ kind: 'mother', ...nadia }])
  })
})
