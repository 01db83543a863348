import { setTimeout as wait } from 'node:timers/promises'
import { eq, isNull, or } from 'drizzle-orm'
import type { Page } from 'playwright'
import { users } from '@send/server/accounts/tables'
import { openDatabase, type Database, type Transaction } from '@send/server/database/client'
import { createBoss, createJobs } from '@send/server/jobs/jobs'
import { keyPeople } from '@send/server/people/candidate-keys/key-people'
import { contacts } from '@send/server/people/family/contacts/tables'
import { people, relationships } from '@send/server/people/tables'
import { incomingChildren } from '@send/server/suspense/tables'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import type { Stack } from '../scripts/stack.ts'

type Named = {
  givenNames: string
  familyName: string
  dateOfBirth: string
  sex: 'female' | 'male'
  postcode: string
}
type Reached = Pick<typeof contacts.$inferInsert, 'kind' | 'value' | 'endedOn'>
/** `motherReached` puts a mother on record who is reached so. */
type OnRecord = Named & Partial<typeof people.$inferInsert> & { motherReached?: Reached[] }
type Incoming = Named & Pick<typeof incomingChildren.$inferInsert, 'parentContacts'>

/** Puts people on record, and children into suspense as the forms of one parent would; waits until those are scored. */
export async function fillSuspense(
  stack: Stack,
  { onRecord, incoming }: { onRecord: OnRecord[]; incoming: Incoming[] },
): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const boss = createBoss(stack.appUrl, { supervise: false })
  await boss.start()
  try {
    const [ownerUserId, now] = [newId(), new Date()]
    const parent = { email: `${ownerUserId}@example.org`, name: 'Sam Field', passwordHash: 'nobody’s' }
    await database.insert(users).values({ id: ownerUserId, kind: 'citizen', createdAt: now, ...parent })
    await database.transaction(async (tx) => {
      for (const { motherReached, ...person } of onRecord) {
        const childId = await addPerson(tx, person, now)
        if (motherReached) await addMother(tx, childId, { of: person, reached: motherReached, now })
      }
      await keyPeople(tx, 2 * onRecord.length)
      const children = incoming.map((child, place) => ({ ...child, place, id: newId() }))
      for (const { place, ...child } of children) {
        const waitingSince = new Date(now.getTime() - place * 3_600_000)
        const waiting = { ownerUserId, childKey: child.id, source: 'parent', state: 'unmatched' } as const
        await tx.insert(incomingChildren).values({ ...child, ...waiting, waitingSince })
      }
      const data = { scoredBefore: new Date(0).toISOString() }
      const jobs = createJobs(boss)
      await jobs.enqueue(tx, { queue: 'score-children', data })
      // The server asks for it by itself when it starts, which may be before anybody is on record, and then in an hour.
      await jobs.enqueue(tx, { queue: 'estimate-matching', data: {} })
    })
    await waitUntilScored(database)
  } finally {
    await boss.stop({ graceful: false })
    await close()
  }
}

async function addPerson(tx: Transaction, person: Named, now: Date): Promise<string> {
  const id = newId()
  await tx.insert(people).values({ ...person, ...foldNames(person), id, createdAt: now })
  return id
}

type Mother = { of: Named; reached: Reached[]; now: Date }

async function addMother(tx: Transaction, childId: string, { of, reached, now }: Mother): Promise<void> {
  const named = { ...of, givenNames: 'Nadia', dateOfBirth: '1985-05-06', sex: 'female' as const }
  const carerId = await addPerson(tx, named, now)
  await tx.insert(relationships).values({ id: newId(), childId, carerId, kind: 'mother' })
  const rows = reached.map((way) => ({ ...way, id: newId(), personId: carerId, preferred: false }))
  await tx.insert(contacts).values(rows)
}

/** By the first estimate: until it is there, all are weighed again as soon as it is. */
async function waitUntilScored(database: Database): Promise<void> {
  const unscored = or(isNull(incomingChildren.modelVersion), eq(incomingChildren.modelVersion, 0))
  for (let tries = 0; tries < 300; tries += 1) {
    const left = await database.select({ id: incomingChildren.id }).from(incomingChildren).where(unscored)
    if (left.length === 0) return
    await wait(200)
  }
  throw new Error('The children were not scored within a minute')
}

function foldNames({ givenNames, familyName }: Named) {
  return { foldedGivenNames: fold(givenNames), foldedFamilyName: fold(familyName) }
}

/** The rows of the queue as an officer reads them: the name, the state and the best probability. */
export async function readQueue(window: Page): Promise<string[][]> {
  const table = window.getByRole('table', { name: 'Children waiting in suspense' })
  const rows = await table.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.getByRole('cell').allInnerTexts()
      // The first is the tick box.
      return cells.slice(1, 4).map((text) => text.trim())
    }),
  )
}
