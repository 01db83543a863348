import { fold } from '@send/shared/suspense/matching/identity'
import { readParentContact, type ParentContact } from '@send/shared/suspense/matching/parent-contacts'
import { newId } from '@send/shared/values/ids'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransactionAs } from '../database/client.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { contacts } from '../people/family/contacts/tables.ts'
import { people, relationships } from '../people/tables.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { weighChildren, type Score } from './weigh-children.ts'

let server: TestServer
beforeEach(async () => void (server = await createTestServer()))
afterEach(() => server.close())

const given = [
  'Mia',
  'Maya',
  'Elizabeth',
  'Liz',
  'Mary Jane',
  'Zoë',
  'Muhammad',
  'Mohammed',
  'Khan',
  'Oliver',
]
const family = ['Smith', 'Smyth', 'Khan', 'Khan-Smith', 'Whitfield', 'Müller', 'O’Neill', 'Oliver']
const postcodes = ['LS8 4AB', 'LS8 4AC', 'M1 1AA', '2034']

function tell(random: Random) {
  return {
    id: newId(),
    givenNames: random.pick(given),
    familyName: random.pick(family),
    dateOfBirth: `20${10 + random.below(5)}-0${1 + random.below(9)}-1${random.below(10)}`,
    sex: random.pick([null, 'female', 'male'] as const),
    upn: null,
    postcode: random.pick(postcodes),
    asWritten: null,
  }
}

async function addPeople(random: Random, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const told = tell(random)
    const folded = { foldedGivenNames: fold(told.givenNames), foldedFamilyName: fold(told.familyName) }
    return { ...told, ...folded, createdAt: server.clock.now() }
  })
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(people).values(rows)
    await keyPeople(tx, rows.length)
  })
}

const reached = ['07700 900101', '07700 900102', '0113 496 0103', 'nadia@example.org', 'omar@example.org']

/** Gives every third of the people a parent, and the parents ways to be reached, of which many share one. */
async function addFamilies(random: Random): Promise<void> {
  const known = await server.ownerDatabase.select({ id: people.id }).from(people)
  const children = known.filter(() => random.chance(0.35))
  const carers = known.slice(0, 40)
  const links = children.flatMap(({ id: childId }) => {
    const { id: carerId } = random.pick(carers)
    return childId === carerId
      ? []
      : [{ id: newId(), childId, carerId, kind: 'mother' as const, endedOn: day(random) }]
  })
  const ways = carers.map(({ id: personId }) => {
    const value = random.pick(reached)
    const kind = value.includes('@') ? ('email' as const) : ('mobile' as const)
    return { id: newId(), personId, kind, value, preferred: false, endedOn: day(random) }
  })
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(relationships).values(links)
    await tx.insert(contacts).values(ways)
    await keyPeople(tx, known.length)
  })
}

/** Mostly nothing has ended. */
function day(random: Random): string | null {
  return random.chance(0.2) ? '2025-01-01' : null
}

/** Of two thirds of the children something is told of how a parent is reached. */
function tellContacts(random: Random): ParentContact[] {
  const told = reached.filter(() => random.chance(0.3))
  return told.flatMap((value) => readParentContact(value.includes('@') ? 'email' : 'phone', value) ?? [])
}

/** What is told of a child, at times with a letter or a value missing. */
function mistell(random: Random) {
  const told = tell(random)
  const spoil = (text: string) => (random.chance(0.2) ? text.slice(1) : text)
  const lose = (text: string) => (random.chance(0.1) ? null : spoil(text))
  return {
    ...told,
    source: 'parent' as const,
    givenNames: lose(told.givenNames),
    familyName: lose(told.familyName),
    dateOfBirth: random.chance(0.1) ? null : told.dateOfBirth,
    postcode: lose(told.postcode),
  }
}

function weigh(children: Parameters<typeof weighChildren>[1]): Promise<Score[]> {
  return inTransactionAs(server.database, { kind: 'system', userId: null }, async (tx) => {
    const scores: Score[] = []
    for await (const score of weighChildren({ tx, services: server.services }, children)) scores.push(score)
    return scores
  })
}

test('SR-450: whoever the people and the children are, in bulk each has the score that it has alone, to the last byte', async () => {
  const random = createRandom(20_261_127)
  for (const size of [30, 300]) {
    await addPeople(random, size)
    // Before any estimate, and by a model.
    if (size === 300) {
      const job = { queue: 'estimate-matching' as const, data: {} }
      await server.database.transaction((tx) => server.services.jobs.enqueue(tx, job))
      await server.runJobs()
    }
    // More than are read at once, so that the answer comes in parts.
    const children = Array.from({ length: 250 }, () => mistell(random))
    const alone: Score[] = []
    for (const child of children) alone.push(...(await weigh([child])))
    const together = await weigh(children)
    expect(together.map((score) => JSON.stringify(score))).toEqual(
      alone.map((score) => JSON.stringify(score)),
    )
    expect(together.filter(({ candidates }) => candidates.length > 0).length).toBeGreaterThan(100)
    expect(new Set(together.map(({ modelVersion }) => modelVersion))).toEqual(new Set([size === 300 ? 1 : 0]))
  }
})

test('SR-615: with families on record and parents’ contacts told, too, each has in bulk the score that it has alone, to the last byte', async () => {
  const random = createRandom(20_261_128)
  await addPeople(random, 200)
  await addFamilies(random)
  const children = Array.from({ length: 150 }, () => ({
    ...mistell(random),
    parentContacts: tellContacts(random),
  }))
  const alone: Score[] = []
  for (const child of children) alone.push(...(await weigh([child])))
  const together = await weigh(children)
  expect(together.map((score) => JSON.stringify(score))).toEqual(alone.map((score) => JSON.stringify(score)))
  const reasons = together.flatMap(({ candidates }) => candidates.flatMap((each) => each.reasons))
  for (const shown of ['agrees', 'differs', 'missing'])
    expect(
      reasons.filter(({ reason, shown: how }) => reason === 'parentPhone' && how === shown).length,
    ).toBeGreaterThan(5)
  expect(together.flatMap(({ candidates }) => candidates[0]?.vetoes ?? [])).toContain('sameContact')
}, 60_000)

test('SR-611: of a child of whom no parent’s contact is told the score is the same, whatever stands on record of families', async () => {
  const random = createRandom(5)
  await addPeople(random, 100)
  const children = Array.from({ length: 60 }, () => mistell(random))
  const before = (await weigh(children)).map((score) => JSON.stringify(score))
  await addFamilies(random)
  expect((await weigh(children)).map((score) => JSON.stringify(score))).toEqual(before)
})

test('of no children there is no score', async () => {
  expect(await weigh([])).toEqual([])
})

test('what breaks off in the midst of a long answer leaves the next transaction as it was', async () => {
  const random = createRandom(3)
  await addPeople(random, 20)
  const children = Array.from({ length: 250 }, () => mistell(random))
  const breakingOff = inTransactionAs(server.database, { kind: 'system', userId: null }, async (tx) => {
    for await (const score of weighChildren({ tx, services: server.services }, children))
      throw new Error(`Broken off at ${score.state}`)
  })
  await expect(breakingOff).rejects.toThrow('Broken off')
  expect(await weigh(children)).toHaveLength(250)
})
