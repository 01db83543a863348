import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { changeQuestion } from '@send/shared/forms/edit-definition'
import { recordEdit, startHistory, undo, type EditHistory } from '@send/shared/forms/edit-history'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newQuestion } from '@send/shared/forms/new-form'
import { applyEdits, buildFormToEdit, sampleEdits } from '@send/shared/testing/random-edits'
import { seededRandom } from '@send/shared/values/seeded-random'
import { newId } from '@send/shared/values/ids'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { openHistory } from '../../renderer/src/forms/editor/keep-history.ts'
import { saveChangedPages } from '../../renderer/src/forms/editor/save-changed-pages.ts'
import { HistoryChanges } from './draft-history.ts'
import { openDrafts, type Drafts } from './drafts.ts'

let folder: string
let drafts: Drafts
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'send-history-'))
  drafts = openDrafts(folder, new Date())
})
afterEach(() => {
  drafts.close()
  rmSync(folder, { recursive: true, force: true })
})

const form = buildFormToEdit()
const question = form.pages[1]!.questions[0]!
const reword = (definition: FormDefinition, en: string) =>
  changeQuestion(definition, question.id, (before) => ({ ...before, wording: { en } }))

/** Opens the draft as the window does; `save` sends what the window would send. */
function openEditor(formId: string, draft: FormDefinition) {
  const { history, keeper } = openHistory(drafts.findHistory(formId), draft)
  const send = saveChangedPages(async ({ history: changes, ...sent }) => {
    const checked = changes && HistoryChanges.parse(structuredClone(changes))
    const more = checked ? { history: checked } : {}
    return { ok: true, data: drafts.save(structuredClone(sent), new Date(), more) }
  }, keeper)
  const save = (now: EditHistory) =>
    send({ formId, baseVersion: null, definition: now.present, history: now })
  return { history: history ?? startHistory(draft), save }
}

function statesOf({ past, present, future }: EditHistory): FormDefinition[] {
  return [...past, present, ...future]
}

test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
  'after any edits, undone or not and saved now and then, the kept history is the very one of the window (seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const formId = newId()
    const { history: start, save } = openEditor(formId, form)
    let history = start
    for (const edits of sampleEdits(seed, 12)) {
      history = recordEdit(history, applyEdits(history.present, edits))
      for (let back = Math.floor(random() * 4); back > 0; back -= 1) history = undo(history)
      if (random() < 0.5) await save(history)
    }
    await save(history)
    const again = openEditor(formId, drafts.find(formId)!.definition).history
    expect([again.past.length, again.future.length]).toEqual([history.past.length, history.future.length])
    expect(statesOf(again)).toEqual(statesOf(history))
  },
)

test('400 steps survive a closed store, and a save of the 400th writes one state and one page', async () => {
  const formId = newId()
  const { history: start, save } = openEditor(formId, form)
  let history = start
  for (let step = 0; step < 400; step += 1) {
    history = recordEdit(history, reword(history.present, `Wording ${step}`))
    await save(history)
  }
  drafts.close()
  drafts = openDrafts(folder, new Date())
  const kept = drafts.findHistory(formId)
  expect(kept?.states).toHaveLength(401)
  const { history: reopened, keeper } = openHistory(kept, history.present)
  expect(reopened?.past[0]).toEqual(form)
  const more = recordEdit(reopened!, reword(reopened!.present, 'One more'))
  const { states, pages } = keeper.changes(more)
  expect([states.length, pages.length]).toEqual([1, 1])
})

test('what changed elsewhere while the draft was closed is one more step, behind which all can be undone', async () => {
  const formId = newId()
  const { history: start, save } = openEditor(formId, form)
  const mine = recordEdit(start, reword(form, 'Mine'))
  await save(mine)
  const merged = { ...mine.present, title: { en: 'Theirs' } }
  drafts.save({ formId, baseVersion: null, definition: merged }, new Date())
  const { history } = openEditor(formId, drafts.find(formId)!.definition)
  expect(history.present).toEqual(merged)
  expect(history.past).toEqual([form, mine.present])
  expect(history.future).toEqual([])
})

test('a damaged state cuts the history there; a damaged present state ends it, and the draft stays', async () => {
  const formId = newId()
  const { history: start, save } = openEditor(formId, form)
  let history = start
  for (const word of ['a', 'b', 'c']) {
    history = recordEdit(history, reword(history.present, word))
    await save(history)
  }
  const raw = new Database(path.join(folder, 'drafts.sqlite'))
  raw.prepare(`update draft_history set head = replace(head, 'TEST', 'BEST') where number = 1`).run()
  expect(openEditor(formId, history.present).history.past).toHaveLength(1)
  raw.prepare(`update draft_history set head = '{}' where number = 3`).run()
  expect(drafts.findHistory(formId)).toBeUndefined()
  expect(drafts.find(formId)?.definition).toEqual(history.present)
  raw.close()
})

test('beyond 16 MB the older half of what can be undone is given up, and what is left is whole and undone exactly', async () => {
  const formId = newId()
  const mostBytes = 16 * 1024 * 1024
  const raw = new Database(path.join(folder, 'drafts.sqlite'), { readonly: true })
  const keptBytes = () =>
    raw.prepare('select coalesce(sum(bytes), 0) from draft_history_pages').pluck().get() as number
  const countKept = () => raw.prepare('select count(*) from draft_history').pluck().get() as number
  // A page of about 600 KB: each step keeps it anew.
  const texts = Array.from({ length: 60 }, (_, at) => ({
    ...newQuestion('guidance'),
    wording: { en: `Text ${at}` },
    text: { en: 'x'.repeat(10_000) },
  }))
  const [first, ...others] = form.pages
  const long = { ...form, pages: [{ ...first!, questions: [...first!.questions, ...texts] }, ...others] }
  const rewordLong = (definition: FormDefinition, en: string) =>
    changeQuestion(definition, texts[0]!.id, (before) => ({ ...before, wording: { en } }))
  const { history: start, save } = openEditor(formId, long)
  let history = start
  await save(history)
  let [isTrimmed, before] = [false, countKept()]
  for (let step = 1; step <= 40; step += 1) {
    history = recordEdit(history, rewordLong(history.present, `Wording ${step}`))
    await save(history)
    const now = countKept()
    expect(keptBytes()).toBeLessThanOrEqual(mostBytes)
    if (now <= before) {
      expect(now).toBeGreaterThanOrEqual(Math.floor(before / 2))
      isTrimmed = true
    }
    before = now
  }
  raw.close()
  expect(isTrimmed).toBe(true)
  drafts.close()
  drafts = openDrafts(folder, new Date())
  expect(drafts.find(formId)?.definition).toEqual(history.present)
  const again = openEditor(formId, history.present).history
  expect(again.past.length).toBeGreaterThan(5)
  expect(again.past.length).toBeLessThan(40)
  // What is left is the end of what the window has, state by state.
  expect(statesOf(again)).toEqual(statesOf(history).slice(-again.past.length - 1))
})

test('a forgotten draft leaves no history', async () => {
  const formId = newId()
  const { history, save } = openEditor(formId, form)
  await save(recordEdit(history, reword(form, 'Mine')))
  drafts.forget(formId)
  expect(drafts.findHistory(formId)).toBeUndefined()
})
