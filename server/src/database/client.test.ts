import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { requireDurableDatabase } from './client.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('a database that could lose a commit is refused, with the setting to change', async () => {
  // The throw-away cluster of the tests runs with fsync off.
  await expect(requireDurableDatabase(server.database)).rejects.toThrow(/switch .*fsync.* on and start again/)
})
