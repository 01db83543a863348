import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import {
  accessRights,
  inheritedList,
  isAllowed,
  type Accessor,
  type AccessRight,
} from '@send/shared/accounts/access-list'
import { buildAccessWorld } from '@send/shared/testing/random-access'
import { seededRandom } from '@send/shared/values/seeded-random'
import { entriesPermitting } from '../../chronology/readable-entries.ts'
import { chronologyAccess, chronologyEntries } from '../../chronology/tables.ts'
import { involvementsPermitting } from '../../involvements/permitted-involvements.ts'
import { involvements } from '../../involvements/tables.ts'
import { buildEntry } from '../../testing/build-entry.ts'
import { buildStaffSession } from '../../testing/build-sessions.ts'
import { allowedAmong } from './list-allows.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('V8.2.2: what SQL lets through is exactly what the rule allows, for 18,000 random lists, people and rights', async () => {
  const { userId: by } = await buildStaffSession(server, [])
  const world = buildAccessWorld(seededRandom(20_261_124))
  const cases = []
  for (let index = 0; index < 40; index += 1) {
    const [type, own] = [{ entries: world.entries() }, { entries: world.entries() }]
    cases.push({ list: inheritedList(type, own), ...(await buildEntry(server, { by, type, own })) })
  }
  let compared = 0
  let allowed = 0
  for (let person = 0; person < 30; person += 1) {
    const accessor = world.accessor()
    for (const right of accessRights) {
      const entries = await server.ownerDatabase
        .select({ id: chronologyEntries.id })
        .from(chronologyEntries)
        .where(entriesPermitting(right, accessor))
      const listed = await listAllowed(accessor, right)
      const works = await server.ownerDatabase
        .select({ id: involvements.id })
        .from(involvements)
        .where(involvementsPermitting(right, accessor))
      const expected = cases.filter(({ list }) => isAllowed(list, accessor, right))
      const unlisted = cases.filter(({ list }) => list.entries.length === 0)
      expect(idsOf(entries)).toEqual(expected.map(({ entryId }) => entryId).sort())
      expect(listed).toEqual(idsOf(entries))
      expect(idsOf(works)).toEqual(
        [...expected, ...unlisted].map(({ involvementId }) => involvementId).sort(),
      )
      compared += 3 * cases.length
      allowed += expected.length
    }
  }
  expect(compared).toBe(18_000)
  expect(allowed).toBeGreaterThan(600)
})

async function listAllowed(accessor: Accessor, right: AccessRight): Promise<string[]> {
  const among = sql`select ${chronologyEntries.id} from ${chronologyEntries}`
  const item = chronologyAccess.entryId
  const allowed = allowedAmong(chronologyAccess, { item, among, accessor, right })
  const rows = await server.ownerDatabase.execute<{ entry_id: string }>(allowed)
  return rows.map((row) => row.entry_id).sort()
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id).sort()
}
