import { organisations } from '../accounts/organisations/tables.ts'
import type { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bases } from '../people/tables.ts'
import { buildIncomingChild } from '../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../testing/build-incoming-line.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { incomingChildren } from './tables.ts'

let server: TestServer
let jo: BuiltSession
let priya: BuiltSession
let parents: string
let line: string
let added: string

const elm = { id: newId(), urn: '107654', name: 'Elm Primary' }
const oak = { id: newId(), urn: '107655', name: 'Oak Primary' }

beforeAll(async () => {
  server = await createTestServer()
  jo = await buildStaffSession(server, ['formBuilder', 'matching'], { name: 'Jo Carter' })
  priya = await buildStaffSession(server, ['matching'], { name: 'Priya Sharma' })
  await server.ownerDatabase.insert(bases).values([elm, oak])
  const organisation = { ...elm, id: newId(), kind: 'school' as const, createdAt: server.clock.now() }
  await server.ownerDatabase.insert(organisations).values(organisation)
  parents = (await buildIncomingChild(server, jo)).incomingChildId
  line = await buildIncomingLine(server, { school_urn: oak.urn })
  added = (await buildIncomingChild(server, jo, { givenNames: 'Betsan' })).incomingChildId
  const ofElm = { source: 'professional' as const, organisationId: organisation.id }
  await server.ownerDatabase.update(incomingChildren).set(ofElm).where(eq(incomingChildren.id, added))
})
afterAll(() => server.close())

async function shown(filter: Partial<SuspenseFilter>, by = jo): Promise<string[]> {
  const { items, found } = await server.caller(by).suspense.list({ ageLimit: null, ...filter })
  expect(found).toBe(items.length)
  return items.map(({ incomingChildId }) => incomingChildId).toSorted()
}

test('the queue shows who waits by who told of them', async () => {
  expect(await shown({})).toEqual([parents, line, added].toSorted())
  expect(await shown({ source: 'parent' })).toEqual([parents])
  expect(await shown({ source: 'school' })).toEqual([line])
  expect(await shown({ source: 'professional' })).toEqual([added])
  expect(await shown({ source: 'onBehalf' })).toEqual([])
})

test('and by the school that sent or added them, which is one though it is on record and in the portal', async () => {
  const { schools } = await server.caller(jo).suspense.list()
  expect(schools).toEqual([
    { schoolId: elm.id, name: 'Elm Primary' },
    { schoolId: oak.id, name: 'Oak Primary' },
  ])
  expect(await shown({ school: elm.id })).toEqual([added])
  expect(await shown({ school: oak.id })).toEqual([line])
  expect(await shown({ school: newId() })).toEqual([])
})

test('by who holds them, and by how long they wait', async () => {
  await server.caller(priya).suspense.stillHere({ incomingChildId: line })
  expect(await shown({ heldBy: 'me' }, priya)).toEqual([line])
  expect(await shown({ heldBy: 'others' })).toEqual([line])
  expect(await shown({ heldBy: 'me' })).toEqual([])
  expect(await shown({ heldBy: 'nobody' })).toEqual([parents, added].toSorted())
  const longAgo = new Date(server.clock.now().getTime() - 8 * 86_400_000)
  await server.ownerDatabase
    .update(incomingChildren)
    .set({ waitingSince: longAgo })
    .where(eq(incomingChildren.id, parents))
  expect(await shown({ waitingDays: 7 })).toEqual([parents])
  expect(await shown({ waitingDays: 14 })).toEqual([])
})
