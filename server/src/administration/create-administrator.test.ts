import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { permissionGroups } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import { shippedGroups } from './shipped-groups.ts'

let server: TestServer
let folder: string

beforeAll(async () => {
  server = await createTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'send-command-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const run = promisify(execFile)

async function send(...words: string[]): Promise<{ ok: boolean; output: string }> {
  const environment = { DATABASE_URL: server.url, DATABASE_OWNER_URL: server.ownerUrl, SEND_DATA: folder }
  const file = path.resolve(import.meta.dirname, '../../../scripts/send.ts')
  try {
    const { stdout } = await run(process.execPath, [file, ...words], {
      env: { ...process.env, ...environment },
    })
    return { ok: true, output: stdout }
  } catch (error) {
    return { ok: false, output: (error as { stderr: string }).stderr }
  }
}

const create = ['admin', 'create', '--email', 'Alex.Reid@example.gov.uk', '--name', 'Alex Reid']
const password = 'violet harbour tuesday lamp'

test('what is no command, and an account without a name or an address, is refused with a sentence', async () => {
  expect(await send('admin', 'destroy')).toMatchObject({
    ok: false,
    output: expect.stringContaining('“admin destroy” is not a command') as string,
  })
  expect(await send('migrate', 'now')).toMatchObject({ ok: false })
  expect(await send('admin', 'create', '--email', 'a@example.org')).toMatchObject({
    ok: false,
    output: expect.stringContaining('--email ADDRESS --name NAME') as string,
  })
  const nonsense = await send('admin', 'create', '--email', 'nonsense', '--name', 'A')
  expect(nonsense.output).toContain('“nonsense” is not an e-mail address.')
  expect(await server.ownerDatabase.select().from(users)).toEqual([])
})

test('the first administrator of an installation comes from the machine, with a code that opens the account once', async () => {
  const { ok, output } = await send(...create)
  expect({ ok, output }).toMatchObject({ ok: true })
  const code = /^ {2}([0-9A-Z-]{24})$/m.exec(output)?.[1] ?? ''
  const groups = await server.ownerDatabase.select().from(permissionGroups)
  expect(groups.map(({ name }) => name).sort()).toEqual(Object.keys(shippedGroups).sort())
  const email = 'alex.reid@example.gov.uk'
  server.clock.moveBy(Date.now() - server.clock.now().getTime())
  const started = await server
    .caller({ face: 'desktop', token: null })
    .accounts.acceptStartingCode({ email, code, password })
  expect(started).toMatchObject({ outcome: 'started' })
  const events = await server.ownerDatabase.execute(
    sql`select actor_kind from audit_events where action = 'administration.createAdministrator'`,
  )
  expect([...events]).toEqual([{ actor_kind: 'system' }])
})

test('while the first one has not signed in the command may be repeated; after that it asks why', async () => {
  expect(await send(...create)).toMatchObject({ ok: true })
  const byEmail = eq(users.email, 'alex.reid@example.gov.uk')
  await server.ownerDatabase.update(users).set({ secondStepSince: new Date() }).where(byEmail)
  const refused = await send(...create)
  expect(refused).toMatchObject({ ok: false, output: expect.stringContaining('--reason') as string })
  const other = ['admin', 'create', '--email', 'sam@example.gov.uk', '--name', 'Sam Okafor']
  expect(await send(...other, '--reason', 'Alex has left')).toMatchObject({ ok: true })
  const events = await server.ownerDatabase.execute(
    sql`select reason from audit_events where action = 'administration.createAdministrator' and reason is not null`,
  )
  expect([...events]).toEqual([{ reason: 'Alex has left' }])
})
