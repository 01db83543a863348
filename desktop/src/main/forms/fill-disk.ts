// Runs in a process of its own whose files may not grow beyond a limit, as on a full disk: saves larger and larger drafts,
// prints a line when each is saved, and at the end what the first refused one said.
import { buildForm } from '@send/shared/testing/build-form'
import { openDrafts } from './drafts.ts'

const [folder = '', formId = ''] = process.argv.slice(2)
const drafts = openDrafts(folder, new Date())
for (let number = 1; number < 10_000; number += 1) {
  const guidance = {
    en: String(number)
      .padEnd(number * 50, '.')
      .slice(0, 10_000),
  }
  try {
    drafts.save({ formId, baseVersion: number, definition: buildForm({ guidance }) }, new Date())
    process.stdout.write(`${number}\n`)
  } catch (error) {
    process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`)
    break
  }
}
