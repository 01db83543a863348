import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { newId } from '@send/shared/values/ids'
import type { Page } from 'playwright'
import { openFormBuilder } from '../e2e/builder-steps.ts'
import { closeClient, launchClient, signInStaff } from '../e2e/desktop-steps.ts'
import { buildDesktop } from '../scripts/build-desktop.ts'
import { provideSystemTools } from '../scripts/system-packages.ts'
import { startVirtualScreen } from '../scripts/virtual-screen.ts'
import type { Stage } from './stage.ts'

type BuilderWindow = { window: Page; close: () => Promise<void> }

/** The built client on a screen of its own, in the list of forms with these drafts on its disk. */
export async function openBuilder(stage: Stage, drafts: FormDefinition[]): Promise<BuilderWindow> {
  const tools = await provideSystemTools()
  if (!tools.ready) throw new Error(tools.sentence)
  await buildDesktop((line) => process.stderr.write(`${line}\n`))
  const { serverUrl } = await stage.stack()
  const screen = await startVirtualScreen()
  process.env.DISPLAY = screen.display
  const client = await launchClient(serverUrl, await mkdtemp(path.join(stage.folder, 'client-'))).catch(
    (error: unknown) => {
      screen.stop()
      throw error
    },
  )
  const { window } = client
  async function close() {
    await closeClient(client)
    screen.stop()
  }
  try {
    const officer = sampleStaff[0]
    if (!officer) throw new Error('There is no sample staff.')
    await signInStaff(window, officer)
    for (const definition of drafts) await keepDraft(window, definition)
    await openFormBuilder(window)
  } catch (error) {
    await close()
    throw error
  }
  return { window, close }
}

/** Saves as the editor does, past the screens: nobody types 500 questions. */
async function keepDraft(window: Page, definition: FormDefinition): Promise<void> {
  const draft = { formId: newId(), baseVersion: null, definition }
  const saved = await window.evaluate(
    (sent) =>
      (
        globalThis as unknown as {
          send: { drafts: { save(draft: unknown): Promise<{ ok: boolean }> } }
        }
      ).send.drafts.save(sent),
    draft,
  )
  if (!saved.ok) throw new Error(`The draft is not saved: ${JSON.stringify(saved)}`)
}

/** Opens a draft by its title; milliseconds from the press until the frame with its whole outline was drawn. */
export async function openDraft(window: Page, definition: FormDefinition): Promise<number> {
  const button = window
    .getByRole('table', { name: 'Drafts on this computer' })
    .getByRole('button', { name: definition.title.en, exact: true })
  const rows = 1 + definition.pages.length + listQuestions(definition).length
  await button.focus()
  return window.evaluate<number>(`(${pressAndWatch})(${rows})`)
}

/** Text, since it runs in the window: presses what has the focus and answers with the milliseconds. */
const pressAndWatch = `(expected) => new Promise((resolve) => {
  const started = performance.now()
  const watcher = new MutationObserver(() => {
    if (document.querySelectorAll('[role=treeitem]').length < expected) return
    watcher.disconnect()
    // The task behind the next frame runs once that frame is drawn.
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
  })
  watcher.observe(document.body, { childList: true, subtree: true })
  document.activeElement.click()
})`

/** Goes back to the list, once everything is on the disk. */
export async function leaveDraft(window: Page): Promise<void> {
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()
}
