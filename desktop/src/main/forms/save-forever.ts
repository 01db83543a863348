// Runs in a process of its own that the campaign drafts.kill kills: saves draft after draft with its step of undo, as when
// they are synchronised in between, and prints a line when each is saved.
import { mostSteps } from '@send/shared/forms/edit-history'
import { buildForm } from '@send/shared/testing/build-form'
import { openDrafts } from './drafts.ts'

const [folder = '', formId = ''] = process.argv.slice(2)
const drafts = openDrafts(folder, new Date())
const { pages, ...form } = buildForm()
const numbered = pages.map((page, place) => ({ number: place + 1, page }))
const parent = process.ppid
// Nobody would end it any more once the campaign itself is gone.
for (let number = 1; process.ppid === parent; number += 1) {
  const edited = { ...form, title: { en: `Edit ${number}` } }
  const history = {
    first: Math.max(1, number - mostSteps),
    present: number,
    last: number,
    states: [{ number, head: { ...edited, pages: numbered.map((page) => page.number) } }],
    pages: number === 1 ? numbered : [],
  }
  drafts.save({ formId, baseVersion: number, definition: { ...edited, pages } }, new Date(), { history })
  process.stdout.write(`${number}\n`)
  drafts.sync.startPush(formId)
  if (number % 2 === 0) drafts.sync.endPush(formId, number)
}
