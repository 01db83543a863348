import { storeModel } from '@send/shared/suspense/matching/stored-model'
import { expectedModel } from '@send/shared/suspense/matching/matching-model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIncomingChild, buildPerson } from '../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { matchingModels } from './tables.ts'

let server: TestServer
beforeAll(async () => void (server = await createTestServer()))
afterAll(() => server.close())

test('whoever may not look at matching compares no models', async () => {
  for (const session of [
    await buildPortalSession(server, 'professional'),
    await buildStaffSession(server, ['people', 'portalAdministration']),
  ])
    await expect(server.caller(session).matchingModels.compare()).rejects.toMatchObject({ id: 'not-allowed' })
})

test('two models stand side by side with what would change for those who wait, and nothing that is stored changes', async () => {
  const officer = await buildStaffSession(server, ['formBuilder', 'matching'])
  const { matchingModels: models, suspense } = server.caller(officer)
  expect(await models.compare()).toEqual({ comparison: null })
  await buildPerson(server)
  const waiting = await buildIncomingChild(server, officer)
  const before = await suspense.get({ incomingChildId: waiting.incomingChildId })
  expect(before.state).toBe('autoMatched')
  const few = { ...storeModel(expectedModel()), people: 100 }
  // Among so many people nobody is certain by what a form tells.
  const many = { ...few, people: 1e15 }
  const made = { estimatedAt: server.clock.now(), people: 100, children: 1 }
  await server.ownerDatabase.insert(matchingModels).values([
    { version: 1, ...made, model: few },
    { version: 2, ...made, model: many },
  ])
  const { comparison } = await models.compare()
  expect(comparison).toMatchObject({
    older: { version: 1 },
    newer: { version: 2, children: 1 },
    waiting: { found: 1, weighed: 1, changed: [{ from: 'autoMatched', to: 'unmatched', count: 1 }] },
  })
  const names = comparison?.figures.find(({ field }) => field === 'givenNames')
  expect(names?.levels[0]).toMatchObject({ words: 'the same', older: names?.levels[0]?.newer })
  expect(names?.levels[0]?.newer?.bits).toBeGreaterThan(0)
  expect(await suspense.get({ incomingChildId: waiting.incomingChildId })).toEqual(before)
})
