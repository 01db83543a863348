import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { openDrafts } from './drafts.ts'

const run = promisify(execFile)
const now = new Date('2026-11-24T09:00:00Z')
const form = buildForm({ guidance: { en: 'Read this first. '.repeat(200) } })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A store as the first released client left it. */
function buildFirstStore(rows: { formId: string; definition: string }[]): void {
  const store = new Database(path.join(folder, 'drafts.sqlite'))
  store.exec(`create table drafts (
    form_id text primary key, base_version integer, definition text not null, changed_at text not null) strict`)
  const insert = store.prepare('insert into drafts values (?, 2, ?, ?)')
  for (const { formId, definition } of rows) insert.run(formId, definition, now.toISOString())
  store.pragma('user_version = 1')
  store.close()
}

test('a store of the first version is brought forward with every draft, readable or not, and once', () => {
  const formId = newId()
  const definition = buildForm()
  buildFirstStore([
    { formId, definition: JSON.stringify(definition) },
    { formId: newId(), definition: '{"from": "another time"}' },
  ])
  for (let times = 0; times < 2; times += 1) {
    const drafts = openDrafts(folder, now)
    expect(drafts.setAside).toBeUndefined()
    expect(drafts.list()).toMatchObject([
      { formId, baseVersion: 2, definition, owner: null, sync: { kind: 'local' }, isShared: false },
    ])
    expect(drafts.countUnreadable()).toBe(1)
    expect(drafts.sync.startPush(formId)).toMatchObject({
      formId,
      baseRevision: 0,
      baseVersion: 2,
      definition,
    })
    drafts.close()
  }
})

test('bringing a store forward that cannot be done leaves it as it was', () => {
  buildFirstStore([{ formId: newId(), definition: JSON.stringify(buildForm()) }])
  const foreign = new Database(path.join(folder, 'drafts.sqlite'))
  foreign.exec('create table draft_sync (anything text) strict')
  foreign.close()
  expect(() => openDrafts(folder, now)).toThrow('draft_sync')
  const untouched = new Database(path.join(folder, 'drafts.sqlite'))
  expect(untouched.pragma('user_version', { simple: true })).toBe(1)
  expect(untouched.prepare('select count(*) as count from drafts').get()).toEqual({ count: 1 })
  untouched.close()
})

test('a push that was started is the very same until it is answered, also after closing', () => {
  const formId = newId()
  const first = openDrafts(folder, now)
  first.save({ formId, baseVersion: null, definition: buildForm() }, now)
  const outgoing = first.sync.startPush(formId)
  first.save({ formId, baseVersion: null, definition: buildForm({ title: { en: 'Later' } }) }, now)
  first.close()
  const second = openDrafts(folder, now)
  expect(second.sync.startPush(formId)).toEqual(outgoing)
  second.sync.endPush(formId, 1)
  expect(second.find(formId)).toMatchObject({ sync: { kind: 'local' }, base: outgoing?.definition })
  expect(second.sync.startPush(formId)).toMatchObject({
    baseRevision: 1,
    definition: { title: { en: 'Later' } },
  })
  second.sync.endPush(formId, 2)
  expect(second.find(formId)?.sync).toEqual({ kind: 'synchronised' })
  second.close()
})

async function buildFullStore(): Promise<string> {
  const drafts = openDrafts(folder, now)
  for (let count = 0; count < 30; count += 1) {
    const formId = newId()
    drafts.save({ formId, baseVersion: null, definition: form }, now)
    drafts.sync.startPush(formId)
    drafts.sync.endPush(formId, 1)
  }
  drafts.close()
  return path.join(folder, 'drafts.sqlite')
}

/** Whether every draft is read as it was or told to be unreadable, or the store put aside with every byte. */
async function isKeptOrPutAside(copy: string, bytes: Buffer): Promise<boolean> {
  const drafts = openDrafts(copy, now)
  const { setAside } = drafts
  const asTheyWere = drafts.list().filter(({ definition }) => isDeepStrictEqual(definition, form))
  const told = drafts.countUnreadable()
  drafts.close()
  return setAside === undefined ? asTheyWere.length + told === 30 : (await readFile(setAside)).equals(bytes)
}

test('a store cut off anywhere is put aside with every byte, or read as it was', async () => {
  const whole = await buildFullStore()
  const { size } = await stat(whole)
  let putAside = 0
  for (let step = 1; step < 12; step += 1) {
    const copy = path.join(folder, `cut ${step}`)
    await mkdir(copy)
    const file = path.join(copy, 'drafts.sqlite')
    await copyFile(whole, file)
    await truncate(file, Math.floor((size * step) / 12))
    expect(await isKeptOrPutAside(copy, await readFile(file))).toBe(true)
    putAside += (await readdir(copy)).filter((name) => name.includes('damaged')).length
  }
  expect(putAside).toBeGreaterThan(8)
})

test('a store with single flipped bits is put aside with every byte, or read as it was', async () => {
  const whole = await buildFullStore()
  const { size } = await stat(whole)
  for (let step = 0; step < 40; step += 1) {
    const copy = path.join(folder, `flip ${step}`)
    await mkdir(copy)
    const file = path.join(copy, 'drafts.sqlite')
    await copyFile(whole, file)
    const place = Math.floor((size * (step + 0.5)) / 40)
    const handle = await open(file, 'r+')
    const byte = Buffer.alloc(1)
    await handle.read(byte, 0, 1, place)
    await handle.write(Buffer.from([byte.readUInt8(0) ^ (1 << (step % 8))]), 0, 1, place)
    await handle.close()
    expect(await isKeptOrPutAside(copy, await readFile(file)), `bit in byte ${place}`).toBe(true)
  }
})

test('a full disk says so, and every draft that was said to be saved is there', async () => {
  const formId = newId()
  const filler = path.join(import.meta.dirname, 'fill-disk.ts')
  // 300 blocks of 1,024 bytes are the most that a file of this process may hold.
  const limited = `ulimit -f 300; exec "$0" "$@"`
  const { stdout } = await run('bash', ['-c', limited, process.execPath, filler, folder, formId])
  const lines = stdout.trim().split('\n')
  const saved = Number(lines.at(-2))
  expect(lines.at(-1)).toMatch(/^refused: (database or disk is full|disk I\/O error)/)
  expect(saved).toBeGreaterThan(5)
  const drafts = openDrafts(folder, now)
  expect(drafts.setAside).toBeUndefined()
  expect(drafts.list()).toMatchObject([{ formId, baseVersion: saved }])
  drafts.close()
})
