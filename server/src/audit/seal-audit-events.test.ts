import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  buildAuditEvent,
  buildAuditOrigin,
  sealAll,
  sealingOf,
  writeAuditEvents,
} from '../testing/build-audit-trail.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { requireSealable, sealAuditEvents } from './seal-audit-events.ts'
import { takeTurn } from './sealing-state.ts'
import { startSealer } from './start-sealer.ts'
import { verifyAudit } from './verify-audit.ts'

let server: TestServer

beforeEach(async () => {
  server = await createTestServer()
})
afterEach(() => server.close())

const file = () => sealingOf(server).file
const verify = () => verifyAudit(server.ownerDatabase, file())
const linesOfFile = async () => (await readFile(file(), 'utf8')).split('\n').filter(Boolean)

test('the application can add a seal but neither change nor remove one', async () => {
  await writeAuditEvents(server, 1)
  await sealAll(server, 1)
  for (const attempt of [
    sql`update audit_seals set count = 2`,
    sql`delete from audit_seals`,
    sql`truncate audit_seals`,
    sql`alter table audit_events alter column era set default 2`,
  ])
    await expect(server.database.execute(attempt)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a line is sealed only when every older transaction has ended, and nobody who writes waits', async () => {
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  let written = () => {}
  const begun = new Promise<void>((resolve) => (written = resolve))
  const older = server.database.transaction(async (tx) => {
    await recordAuditEvent(tx, buildAuditOrigin(server), buildAuditEvent({ action: 'older' }))
    written()
    await held
  })
  await begun
  await writeAuditEvents(server, 2)
  expect(await sealAuditEvents(sealingOf(server))).toBe(0)
  finish()
  await older
  await sealAll(server, 3)
  expect(await verify()).toMatchObject({ seals: 1, sealedEvents: 3, problems: [] })

  await server.database.transaction(async (tx) => {
    await takeTurn(tx) // somebody seals all this time: whoever waited for that would wait for ever
    await writeAuditEvents(server, 5)
  })
})

test('a large number of lines is sealed and verified as a stream', async () => {
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, occurred_at, actor_kind, action, outcome, object_kind, object_id, details)
    select gen_random_uuid(), now(), 'system', 'people.get', 'done', 'person', n::text, '{}'
    from generate_series(1, 5000) n`)
  await sealAll(server, 5000)
  expect(await verify()).toMatchObject({ seals: 1, sealedEvents: 5000, problems: [] })
})

test('several sealers at once make one chain, and each line is sealed once', async () => {
  const sealers = Array.from({ length: 4 }, () => startSealerOf())
  for (let round = 0; round < 40; round += 1) await writeAuditEvents(server, 3)
  await Promise.all(sealers.map((sealer) => sealer.run()))
  await sealAll(server, 120 - (await verify()).sealedEvents)
  expect(await verify()).toMatchObject({ sealedEvents: 120, waitingEvents: 0, problems: [] })

  function startSealerOf() {
    const work = (async () => {
      for (let turn = 0; turn < 30; turn += 1) await sealAuditEvents(sealingOf(server))
    })()
    return { run: () => work }
  }
})

test('the sealer stays less than five seconds behind and seals what is left when it stops', async () => {
  const failures: unknown[] = []
  const sealer = startSealer(sealingOf(server), (error) => failures.push(error))
  // The quickest of several: what the machine does besides is no fault of the sealer.
  let quickest = Infinity
  for (let tries = 1; tries <= 5 && quickest >= 5000; tries += 1) {
    await writeAuditEvents(server, 2)
    const started = performance.now()
    while ((await verify()).sealedEvents < 2 * tries) await wait(100)
    quickest = Math.min(quickest, performance.now() - started)
  }
  expect(quickest).toBeLessThan(5000)
  await writeAuditEvents(server, 1)
  await sealer.stop()
  expect(failures).toEqual([])
  expect((await linesOfFile()).length).toBeGreaterThan(0)
})

test.each([
  ['before its line was written', async () => truncate(file(), 0)],
  ['in the middle of its line', async () => truncate(file(), (await stat(file())).size - 40)],
])('a seal whose process died %s gets its line with the next turn', async (_, die) => {
  await writeAuditEvents(server, 2)
  await sealAll(server, 2)
  await die()
  await writeAuditEvents(server, 2)
  await sealAll(server, 2)
  expect(await linesOfFile()).toHaveLength(2)
  expect(await verify()).toMatchObject({ seals: 2, problems: [] })
})

test('a process killed 15 times while it seals loses nothing, doubles nothing, and the file agrees', async () => {
  const victim = path.join(import.meta.dirname, '../testing/sealing-victim.ts')
  let written = 0
  for (let round = 0; round < 15; round += 1) {
    const child = spawn(process.execPath, [victim, server.url, file()], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(child.stdout, 'data', { signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
    const until = performance.now() + Math.random() * 60
    do {
      await writeAuditEvents(server, 2)
      written += 2
    } while (performance.now() < until)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    await writeAuditEvents(server, 1)
    written += 1
  }
  await sealAll(server, written - (await verify()).sealedEvents)
  const { seals, ...rest } = await verify()
  expect(rest).toMatchObject({ sealedEvents: written, waitingEvents: 0, problems: [] })
  expect(seals).toBeGreaterThan(15)
  expect(await linesOfFile()).toHaveLength(seals)
})

test('a database whose transactions are numbered below its last seal is refused with one sentence', async () => {
  await requireSealable(server.database)
  await writeAuditEvents(server, 1)
  await sealAll(server, 1)
  await server.ownerDatabase.execute(sql`update audit_seals set to_transaction = '9000000000'`)
  const sentence = /restored from a dump.*npm run send -- audit new-era$/
  await expect(requireSealable(server.database)).rejects.toThrow(sentence)
  await expect(sealAuditEvents(sealingOf(server))).rejects.toThrow(sentence)
})

test('a file that tells another chain, or goes further, stops the sealing', async () => {
  await writeAuditEvents(server, 1)
  await sealAll(server, 1)
  const [line = ''] = await linesOfFile()
  await appendFile(file(), `${line.replace('"number":1', '"number":2')}\n`)
  await writeAuditEvents(server, 1)
  await expect(sealAuditEvents(sealingOf(server))).rejects.toThrow(
    /goes on to seal 2, the database ends with 1/,
  )
  await writeFile(file(), `${line.replace(/"hash":"[0-9a-f]+"/, `"hash":"${'0'.repeat(64)}"`)}\n`)
  await expect(sealAuditEvents(sealingOf(server))).rejects.toThrow(/Seal 1 differs/)
})
