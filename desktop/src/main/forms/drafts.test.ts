import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { openDrafts } from './drafts.ts'

const now = new Date('2026-11-24T09:00:00Z')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-drafts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a draft is there when the client is opened again, and gone once it was removed', () => {
  const draft = { formId: newId(), baseVersion: null, definition: buildForm() }
  const first = openDrafts(folder, now)
  expect(first.save(draft, now)).toEqual({ outcome: 'saved', changedAt: now.toISOString() })
  first.close()
  const second = openDrafts(folder, now)
  expect(second.list()).toMatchObject([
    { ...draft, changedAt: now.toISOString(), owner: null, isShared: false, sync: { kind: 'local' } },
  ])
  second.remove(draft.formId)
  expect(second.list()).toEqual([])
  second.restore(draft.formId)
  expect(second.list()).toHaveLength(1)
  second.remove(draft.formId)
  second.close()
  const third = openDrafts(folder, now)
  third.restore(draft.formId)
  expect(third.list()).toEqual([])
  third.close()
})

test('saving the same form again changes it and adds none', () => {
  const drafts = openDrafts(folder, now)
  const formId = newId()
  drafts.save({ formId, baseVersion: null, definition: buildForm() }, now)
  drafts.save({ formId, baseVersion: 3, definition: buildForm({ title: { en: 'Another title' } }) }, now)
  expect(drafts.list()).toMatchObject([
    { formId, baseVersion: 3, definition: { title: { en: 'Another title' } } },
  ])
  drafts.close()
})

test('a draft that cannot be read hides no other, is counted and stays in the store', () => {
  const drafts = openDrafts(folder, now)
  drafts.save({ formId: newId(), baseVersion: null, definition: buildForm() }, now)
  const strange = new Database(path.join(folder, 'drafts.sqlite'))
  const insert = strange.prepare('insert into drafts (form_id, definition, changed_at) values (?, ?, ?)')
  insert.run(newId(), '{"from": "another time"}', now.toISOString())
  insert.run(newId(), 'no JSON', now.toISOString())
  strange.close()
  expect(drafts.list()).toHaveLength(1)
  expect(drafts.countUnreadable()).toBe(2)
  drafts.close()
})

test('a store that is no store any more is put aside with every byte, and said to be', async () => {
  await writeFile(path.join(folder, 'drafts.sqlite'), 'this was a draft once')
  const drafts = openDrafts(folder, now)
  expect(drafts.list()).toEqual([])
  expect(drafts.setAside).toContain('drafts.sqlite.damaged-')
  drafts.close()
  expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toHaveLength(1)
})

test('a store with flipped bytes is never silently reset: read as it was, or put aside', async () => {
  const drafts = openDrafts(folder, now)
  for (let count = 0; count < 50; count += 1) {
    drafts.save({ formId: newId(), baseVersion: null, definition: buildForm() }, now)
  }
  drafts.close()
  const file = await open(path.join(folder, 'drafts.sqlite'), 'r+')
  await file.write(Buffer.alloc(3000, 0xa5), 0, 3000, 5000)
  await file.close()
  const reopened = openDrafts(folder, now)
  expect(reopened.setAside !== undefined || reopened.list().length === 50).toBe(true)
  reopened.close()
})

test('a store of a newer client is left alone with a sentence', () => {
  const newer = new Database(path.join(folder, 'drafts.sqlite'))
  newer.pragma('user_version = 99')
  newer.close()
  expect(() => openDrafts(folder, now)).toThrow('newer client')
})

test('a save of the changed pages alone leaves the others as they are, and drops those that were removed', () => {
  const drafts = openDrafts(folder, now)
  const formId = newId()
  const [first, second, third] = [buildPage([]), buildPage([buildQuestion('date')]), buildPage([])]
  const { pages: _, ...head } = buildForm()
  const whole = { formId, baseVersion: null, definition: { ...head, pages: [first, second, third] } }
  drafts.save(whole, now)
  const reworded = { ...second, title: { en: 'Reworded' } }
  const change = {
    formId,
    baseVersion: null,
    head: { ...head, pages: [third.id, second.id] },
    changedPages: [reworded],
  }
  expect(drafts.save(change, now)).toMatchObject({ outcome: 'saved' })
  expect(drafts.find(formId)?.definition).toEqual({ ...head, pages: [third, reworded] })
  // A page that is neither sent nor here: nothing is saved, and the window sends the whole.
  const broken = { ...change, head: { ...head, pages: [third.id, first.id] }, changedPages: [] }
  expect(drafts.save(broken, now)).toEqual({ outcome: 'incomplete' })
  expect(drafts.find(formId)?.definition.pages).toEqual([third, reworded])
  drafts.close()
})

test('a form in which a page stands twice is kept as it is', () => {
  const drafts = openDrafts(folder, now)
  const page = buildPage([buildQuestion('date')])
  const definition = buildForm({ pages: [page, page] })
  drafts.save({ formId: newId(), baseVersion: null, definition }, now)
  expect(drafts.list()[0]?.definition).toEqual(definition)
  drafts.close()
})
