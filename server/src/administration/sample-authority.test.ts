import { count } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPublishingProblems } from '@send/shared/forms/publishing-problems'
import { listPublishingWarnings } from '@send/shared/forms/publishing-warnings'
import { formVersions } from '../forms/tables.ts'
import { people } from '../people/tables.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { loadSampleAuthority } from './sample-authority.ts'
import { sampleStaff } from './sample-staff.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('the sample authority is loaded once, its forms are publishable and its staff can sign in', async () => {
  expect(await loadSampleAuthority(server.ownerDatabase, server.services)).toBe(true)
  const [counted] = await server.ownerDatabase.select({ people: count() }).from(people)
  expect(counted?.people).toBeGreaterThanOrEqual(1_900)
  const versions = await server.ownerDatabase.select().from(formVersions)
  expect(versions).toHaveLength(3)
  for (const { definition } of versions) {
    expect(listPublishingProblems(definition)).toEqual([])
    expect(listPublishingWarnings(definition)).toEqual([])
  }
  for (const { email, password } of sampleStaff) {
    const outcome = await server.caller({ face: 'desktop', token: null }).accounts.signIn({ email, password })
    expect(outcome).toMatchObject({ outcome: 'secondStepNeeded', methods: ['totp'] })
  }
  expect(await loadSampleAuthority(server.ownerDatabase, server.services)).toBe(false)
})
