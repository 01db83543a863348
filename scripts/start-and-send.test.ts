import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getSampleCode } from '@send/server/administration/sample-code'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { systemClock } from '@send/server/clock'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFreePorts } from './free-port.ts'

type Settings = Record<string, string>
type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

let folder: string
let running: Started[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-scripts-'))
  running = []
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

function startScript(script: string, words: string[], settings: Settings): Started {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [path.join(import.meta.dirname, `${script}.ts`), ...words], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const started = { child, said: () => said, ended }
  running.push(started)
  return started
}

async function runScript(script: string, words: string[], settings: Settings) {
  const { said, ended } = startScript(script, words, settings)
  return { code: await ended, said: said().trim() }
}

async function settingsOfOwn(): Promise<Settings> {
  const ports = await findFreePorts()
  return {
    SEND_DATA: path.join(folder, 'data'),
    DATABASE_PORT: String(ports.database),
    SERVER_PORT: String(ports.server),
    CITIZEN_PORT: String(ports.citizen),
    PROFESSIONAL_PORT: String(ports.professional),
  }
}

async function until({ child, said }: Pick<Started, 'child' | 'said'>, words: string): Promise<void> {
  while (!said().includes(words)) {
    if (child.exitCode !== null) throw new Error(`It ended before it said “${words}”: ${said()}`)
    await wait(50)
  }
}

/** Whatever still runs on the folder of this test. */
async function processesOn(place: string): Promise<string[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(
    names.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  )
  return lines.filter((line) => line.includes(place))
}

function occupy(port: string | undefined): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(Number(port), '127.0.0.1', () => resolve(server))
  })
}

test.each(['SERVER_PORT', 'CITIZEN_PORT', 'PROFESSIONAL_PORT', 'DATABASE_PORT'])(
  'a start whose %s is in use says so in one sentence and leaves nothing running',
  async (name) => {
    const settings = await settingsOfOwn()
    const other = await occupy(settings[name])
    const { code, said } = await runScript('start', [], settings)
    other.close()
    expect(code).toBe(1)
    expect(said.split('\n').at(-1)).toBe(
      `Port ${settings[name]} is in use by another program. Stop it, or choose another with ${name}=NUMBER.`,
    )
    expect(await processesOn(folder)).toEqual([])
  },
)

test('a folder that cannot be written is refused with what to do, by every script', async () => {
  const file = path.join(folder, 'a-file')
  await writeFile(file, '')
  const settings = { ...(await settingsOfOwn()), SEND_DATA: file }
  const sentence = `The folder ${file} cannot be written. Choose another with SEND_DATA=FOLDER.`
  expect(await runScript('start', [], settings)).toEqual({ code: 1, said: sentence })
  expect(await runScript('send', ['migrate'], settings)).toEqual({ code: 1, said: sentence })
})

test.each([
  ['SERVER_PORT', 'four', /^SERVER_PORT must be a port number between 1 and 65535, not “four”\.$/],
  ['DATABASE_URL', 'mysql://127.0.0.1/send', /^DATABASE_URL must be an address .*postgres:\/\/.*\.$/],
  ['SMTP_URL', 'mail.example', /^SMTP_URL must be an address .*smtp:\/\/.*\.$/],
  ['NOTIFY_API_KEY', 'half-a-key', /^NOTIFY_API_KEY must be a whole key of GOV\.UK Notify: .*\.$/],
  ['FILE_MASTER_KEY', 'short', /^FILE_MASTER_KEY must be 32 bytes in base64\.$/],
])('a wrong %s is one sentence before anything is started', async (name, value, sentence) => {
  const settings = { ...(await settingsOfOwn()), [name]: value }
  const { code, said } = await runScript('start', [], settings)
  expect(code).toBe(1)
  expect(said).toMatch(sentence)
  expect(existsSync(path.join(folder, 'data'))).toBe(false)
})

test('a database that does not answer is one sentence without its password', async () => {
  const settings = { ...(await settingsOfOwn()), DATABASE_URL: 'postgres://send_app:secret@127.0.0.1:9/send' }
  const { code, said } = await runScript('start', [], settings)
  expect(code).toBe(1)
  expect(said.split('\n').at(-1)).toMatch(/^The database at 127\.0\.0\.1:9 cannot be used: .*$/)
  expect(said).not.toContain('secret')
})

test('a start that is stopped while it starts leaves nothing running, and the next one works', async () => {
  const settings = await settingsOfOwn()
  const first = startScript('start', [], settings)
  await until(first, 'Bringing the database')
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(130)
  expect(await processesOn(folder)).toEqual([])
  expect(await runScript('send', ['migrate'], settings)).toEqual({
    code: 0,
    said: 'The database is up to date.',
  })
  expect(await processesOn(folder)).toEqual([])
})

test('a folder in use is refused by a second start, and used as it runs by the command line', async () => {
  const settings = await settingsOfOwn()
  const first = startScript('start', [], settings)
  await until(first, 'Ready after')
  expect(first.said()).not.toContain(sampleStaff[0]?.password)
  const others = { ...(await settingsOfOwn()), SEND_DATA: settings.SEND_DATA ?? '' }
  const second = await runScript('start', [], others)
  expect(second.code).toBe(1)
  expect(second.said).toContain(`is in use by process ${first.child.pid}.`)
  expect((await runScript('send', ['sample'], settings)).said).toContain('The sample authority is loaded.')
  expect((await runScript('send', ['sample'], settings)).said).toContain('nothing was added')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await processesOn(folder)).toEqual([])
})

test('the code of the sample staff is shown, and nobody else’s', async () => {
  const email = sampleStaff[0]?.email ?? ''
  const before = getSampleCode(email, systemClock)
  const { code, said } = await runScript('send', ['code', email], {})
  expect(code).toBe(0)
  expect([before, getSampleCode(email, systemClock)]).toContain(said)
  const stranger = await runScript('send', ['code', 'head@council.example'], {})
  expect(stranger.code).toBe(1)
  expect(stranger.said).toMatch(/^Only the sample staff have a code here: .+@example\.gov\.uk\.$/)
})

test('what is no command or script is one sentence', async () => {
  expect(await runScript('send', ['migrat'], {})).toEqual({
    code: 1,
    said: '“migrat” is not a command. See: npm run send -- help',
  })
  const { said } = await runScript('bench', ['nothing.such'], {})
  expect(said).toMatch(/^There is no row “nothing\.such”\. The rows are: .+\.$/)
})
