import { changePage, movePage } from '@send/shared/forms/edit-definition'
import { buildForm, buildPage } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { expect, test } from 'vitest'

import type { ChangedDraft, Draft, SavedDraft } from '../../../../main/forms/drafts.ts'
import type { DraftToSave, SaveAnswer } from './autosave.ts'
import { saveChangedPages } from './save-changed-pages.ts'

const [first, second] = [buildPage([]), buildPage([])]
const start = { formId: newId(), baseVersion: null, definition: buildForm({ pages: [first, second] }) }
const saved: SavedDraft = { outcome: 'saved', changedAt: '2026-11-24T10:42:00.000Z' }

function recorder(answers: SaveAnswer[]) {
  const sent: string[] = []
  const save = saveChangedPages(async (draft: Draft | ChangedDraft) => {
    sent.push('head' in draft ? draft.changedPages.map(({ title }) => title.en).join() : 'whole')
    return answers.shift() ?? { ok: true, data: saved }
  })
  return { save, sent }
}

const retitled = (draft: DraftToSave, en: string) => ({
  ...draft,
  definition: changePage(draft.definition, first.id, (page) => ({ ...page, title: { en } })),
})

test('only what changed since the last save that succeeded is sent', async () => {
  const { save, sent } = recorder([
    { ok: true, data: saved },
    { ok: false, error: { message: 'The disk is full.' } },
  ])
  await save(start)
  const changed = retitled(start, 'Changed')
  await save(changed)
  await save(changed)
  await save({ ...changed, definition: movePage(changed.definition, first.id, 1) })
  expect(sent).toEqual(['About the child,About the child', 'Changed', 'Changed', ''])
})

test('the whole is sent where a page is not on the disk after all, or stands twice', async () => {
  const { save, sent } = recorder([{ ok: true, data: { outcome: 'incomplete' } }])
  expect(await save(start)).toEqual({ ok: true, data: saved })
  await save({ ...start, definition: buildForm({ pages: [first, first] }) })
  expect(sent).toEqual(['About the child,About the child', 'whole', 'whole'])
})

test('a page that an undo brings back is sent again, though it was on the disk before', async () => {
  const { save, sent } = recorder([])
  await save(start)
  await save(retitled(start, 'Changed'))
  await save(start)
  expect(sent).toEqual(['About the child,About the child', 'Changed', 'About the child'])
})
