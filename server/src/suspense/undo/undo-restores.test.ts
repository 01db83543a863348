import { newId } from '@send/shared/values/ids'
import { createRandom } from '@send/shared/values/seeded-random'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild, type PublishedForm } from '../../testing/build-waiting-child.ts'
import { approve, settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import {
  listTablesWithoutKey,
  readWholeDatabase,
  type Difference,
  type WholeDatabase,
} from '../../testing/whole-database.ts'
import { listRestorationFaults } from '../../testing/not-restored.ts'

let server: TestServer
let officer: BuiltSession
let form: PublishedForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [
    'formBuilder',
    'manageIncomingForms',
    'matching',
    'people',
    'chronology',
    'share',
    'portalAdministration',
  ])
  form = await publishRequestForm(server, officer)
})
afterAll(() => server.close())

let children = 0

async function sendOne(sender?: BuiltSession, givenNames?: string) {
  children += 1
  const by = sender ?? (await buildPortalSession(server, 'citizen'))
  const child = { givenNames: givenNames ?? `Mali ${'abcdefghij'.charAt(children % 10)}${children}` }
  return { sender: by, ...(await sendChild(server, { form, sender: by, child })) }
}

const read = () => readWholeDatabase(server.ownerDatabase)

async function letIn(sender: BuiltSession, personId: string): Promise<string> {
  server.clock.moveBy(1000)
  const { childAccessId } = await server.caller(officer).portalUsers.authenticate({
    idempotencyKey: newId(),
    userId: sender.userId,
    personId,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
  return childAccessId
}

async function claimAndAccept(sender: BuiltSession, personId: string): Promise<void> {
  const names = { givenNames: 'Mali', familyName: 'Rees', dateOfBirth: '2018-09-04' }
  const claim = {
    idempotencyKey: newId(),
    relation: 'parentCarer' as const,
    ...names,
    evidence: 'Her red book',
  }
  const { claimId } = await server.caller(sender).childAccess.claim(claim)
  return void (await server.caller(officer).portalUsers.decideClaim({
    idempotencyKey: newId(),
    claimId,
    decision: 'accept',
    personId,
    scopes: ['progress'],
    reason: 'Seen',
  }))
}

test('every table can be compared', async () => {
  expect(await listTablesWithoutKey(server.ownerDatabase)).toEqual([])
})

test.each(['matched', 'added as new'] as const)(
  'SR-411: after the undo of a child that was %s, approved and shared, the whole database is as before',
  async (decision) => {
    const known = decision === 'matched' ? await settle(server, officer, await sendOne()) : undefined
    const item = await sendOne()
    const second = await sendChild(server, {
      form,
      sender: item.sender,
      child: { givenNames: `Mali ${'abcdefghij'.charAt(children % 10)}${children}` },
    })
    expect(second.incomingChildId).toBe(item.incomingChildId)
    server.clock.moveBy(1000)
    const before = await read()
    const personId = await settle(server, officer, item, known)
    const settled = await read()
    await approve(server, officer, item)
    await letIn(item.sender, personId)
    expect(listRestorationFaults(before, await read()).length).toBeGreaterThan(
      listRestorationFaults(before, settled).length,
    )
    await undo(server, officer, item)
    expect(listRestorationFaults(before, await read())).toEqual([])
  },
)

test('SR-411: what was done again after an undo is what a first match would have done, and comes undone again', async () => {
  const [wrong, right] = [
    await settle(server, officer, await sendOne()),
    await settle(server, officer, await sendOne()),
  ]
  const item = await sendOne()
  const waiting = await read()
  await settle(server, officer, item, right)
  await approve(server, officer, item)
  const first = await read()
  await undo(server, officer, item)
  await settle(server, officer, item, wrong)
  await approve(server, officer, item)
  await undo(server, officer, item)
  await settle(server, officer, item, right)
  await approve(server, officer, item)
  // The ids of an entry and an involvement are new each time; all else is the same.
  expect(withoutNewIds(listRestorationFaults(waiting, await read()), waiting)).toEqual(
    withoutNewIds(listRestorationFaults(waiting, first), waiting),
  )
  await undo(server, officer, item)
  expect(listRestorationFaults(waiting, await read())).toEqual([])
})

/** Differences with every id that was not there before written as `new`, in an order that ids do not decide. */
function withoutNewIds(found: Difference[], before: WholeDatabase): string[] {
  const known = JSON.stringify([...before.values()].map((rows) => [...rows.values()]))
  const lines = found.map((difference) =>
    JSON.stringify(difference).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
      known.includes(id) ? id : 'new',
    ),
  )
  return lines.toSorted((a, b) => (a < b ? -1 : 1))
}

test('a claim that had been accepted waits again, and a child of the same sender keeps its own person', async () => {
  const other = await sendOne()
  const otherPerson = await settle(server, officer, other)
  const item = await sendOne(other.sender)
  server.clock.moveBy(1000)
  const personId = await settle(server, officer, item)
  await letIn(other.sender, otherPerson)
  await claimAndAccept(item.sender, personId)
  await undo(server, officer, item)
  const { children: seen } = await server.caller(item.sender).involvements.listMyChildren()
  expect(seen.map((child) => child.personId)).toEqual([otherPerson])
  const { claims } = await server.caller(item.sender).childAccess.listMyClaims()
  expect(claims.map(({ state }) => state)).toEqual(['waiting'])
})

const seeds = [11, 23, 37, 58, 71, 96]
const rounds = 12

test.each(seeds)(
  'SR-411: in a random history (seed %d) an undo gives back what its match changed and touches nothing else',
  async (seed) => {
    const random = createRandom(seed)
    const items = [await sendOne(), await sendOne(), await sendOne()]
    await settle(server, officer, await sendOne())
    const beginning = await read()
    const matched = new Map<Sent, Standing>()
    for (let round = 0; round < rounds; round += 1) {
      const item = random.pick(items)
      const standing = matched.get(item)
      server.clock.moveBy(1000)
      if (!standing) {
        const people = [...((await read()).get('people')?.keys() ?? [])]
        const [known] = JSON.parse(random.pick(people)) as [string]
        const chosen = random.chance(0.6) ? known : undefined
        const before = await read()
        const personId = await settle(server, officer, item, chosen)
        matched.set(item, { before, personId, touched: await touchedSince(before), approved: false })
      } else if (!standing.approved && random.chance(0.5)) {
        const before = await read()
        await approve(server, officer, item)
        for (const row of await touchedSince(before)) standing.touched.add(row)
        standing.approved = true
      } else if (random.chance(0.4)) {
        const before = await read()
        await letIn(item.sender, standing.personId).catch(ignoreRepeat)
        for (const row of await touchedSince(before)) standing.touched.add(row)
      } else {
        await undoAndCompare(item, standing)
        matched.delete(item)
      }
    }
    for (const [item, standing] of matched) await undoAndCompare(item, standing)
    expect(listRestorationFaults(beginning, await read())).toEqual([])
  },
  180_000,
)

type Sent = Awaited<ReturnType<typeof sendOne>>
type Standing = { before: WholeDatabase; personId: string; touched: Set<string>; approved: boolean }

async function touchedSince(before: WholeDatabase): Promise<Set<string>> {
  return new Set(listRestorationFaults(before, await read()).map(({ table, key }) => `${table} ${key}`))
}

/** Somebody is let in to a child once. */
function ignoreRepeat(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('authenticated for the child already'))) throw error
}

async function undoAndCompare(item: Sent, { before, personId, touched }: Standing): Promise<void> {
  const standing = await read()
  await undo(server, officer, item)
  const after = await read()
  // A record that another child keeps goes with that child's match; at the end of the history it must be gone.
  const isShared = ({ table, key }: Difference) => table === 'people' && key === JSON.stringify([personId])
  const isOfMatch = ({ table, key }: Difference) => touched.has(`${table} ${key}`)
  expect(listRestorationFaults(before, after).filter((one) => isOfMatch(one) && !isShared(one))).toEqual([])
  expect(listRestorationFaults(standing, after).filter((one) => !isOfMatch(one) && !isShared(one))).toEqual(
    [],
  )
}
