// Runs in a process of its own that the campaign drafts.kill kills: saves draft after draft, as when they are synchronised
// in between, and prints a line when each is saved.
import { buildForm } from '@send/shared/testing/build-form'
import { openDrafts } from './drafts.ts'

const [folder = '', formId = ''] = process.argv.slice(2)
const drafts = openDrafts(folder, new Date())
const form = buildForm()
const parent = process.ppid
// Nobody would end it any more once the campaign itself is gone.
for (let number = 1; process.ppid === parent; number += 1) {
  drafts.save({ formId, baseVersion: number, definition: form }, new Date())
  process.stdout.write(`${number}\n`)
  drafts.sync.startPush(formId)
  if (number % 2 === 0) drafts.sync.endPush(formId, number)
}
