import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FrameLocator, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { hasClamd } from '@send/server/files/embedded-clamd'
import { testSignature } from '@send/server/files/proven-scanner'
import { people } from '@send/server/people/tables'
import { buildPage } from '@send/server/testing/hostile-files/build-pdf'
import { photograph } from '@send/server/testing/hostile-files/build-picture'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { openPerson } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { patience } from './patience.ts'
import { publishForms } from './publish-sample-form.ts'

const child = 'Elin Parry'
const title = 'Record of a visit'

let stack: Installation
let client: Client

async function startAll(clamd: { CLAMD_URL?: string }): Promise<void> {
  const environment = { ...process.env, ...clamd }
  stack = await startInstallation({ portals: false, environment })
  await publishForms(stack.serverUrl, [buildVisitForm()])
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const names = { givenNames: 'Elin', familyName: 'Parry' }
  const folded = { foldedGivenNames: 'elin', foldedFamilyName: 'parry' }
  const known = { ...names, ...folded, dateOfBirth: '2018-09-04', createdAt: new Date() }
  await database.insert(people).values({ id: newId(), ...known })
  await close()
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'client'))
  await signInStaff(client.window, sampleStaff[0]!)
  client.window.setDefaultTimeout(patience)
  await writeFile(path.join(stack.folder, 'letter.pdf'), buildPage())
  await writeFile(path.join(stack.folder, 'photo.jpg'), await photograph('jpeg', { width: 600, height: 400 }))
  await writeFile(path.join(stack.folder, 'notes.txt'), testSignature)
  await writeFile(path.join(stack.folder, 'report.txt'), 'What helps at school.')
  await writeFile(path.join(stack.folder, 'large.txt'), 'x'.repeat(1024 * 1024 + 1))
}

async function stopAll(): Promise<void> {
  await closeClient(client)
  await stack?.stop()
}

function asked(en: string, required = true) {
  return { id: newQuestionId(), wording: { en }, required }
}

/** A form of staff whose second question asks for files, and a page behind it. */
function buildVisitForm(): FormDefinition {
  const megabyte = 1024 * 1024
  return {
    code: 'VISIT',
    title: { en: title },
    family: 'internal',
    englishOnly: 'Its readers are tests.',
    audience: 'professionals',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'The visit' },
        questions: [
          { ...asked('What was seen?', false), type: 'longText', maxLength: 2000 },
          {
            ...asked('Letters and photographs'),
            help: { en: 'What the school gave you.' },
            type: 'file',
            maxFiles: 3,
            maxBytes: megabyte,
            types: ['pdf', 'jpeg', 'text'],
          },
        ],
      },
      {
        id: newPageId(),
        title: { en: 'What comes next' },
        questions: [{ ...asked('Who does what?', false), type: 'longText', maxLength: 2000 }],
      },
    ],
  }
}

const page = (): FrameLocator => client.window.frameLocator('iframe[title="The page of the form"]')
const row = (name: string) => page().getByRole('listitem').filter({ hasText: name })

async function choose(...names: string[]): Promise<void> {
  await page()
    .getByLabel('Letters and photographs')
    .setInputFiles(names.map((name) => path.join(stack.folder, name)))
}

async function startForm(): Promise<void> {
  const { window } = client
  await openPerson(window, child)
  await window.getByRole('button', { name: 'Start a form' }).click()
  await window.getByRole('radio', { name: title }).check()
  await window.getByRole('button', { name: 'Start', exact: true }).click()
  await page().getByRole('heading', { level: 1, name: 'The visit' }).waitFor()
}

/** Opens a file by its button, and gives what its window shows once it is there. */
async function openShown(button: Locator, shown: 'img' | 'pre'): Promise<string> {
  const opening = client.application.waitForEvent('window')
  await button.click()
  const fileWindow = await opening
  await fileWindow.locator(shown).waitFor()
  const text = await fileWindow.locator(shown).innerText()
  await fileWindow.close()
  return text
}

/** Brings the files into view, and keeps a picture. */
async function pictureFiles(name: string): Promise<void> {
  await page().getByRole('listitem').last().scrollIntoViewIfNeeded()
  await keepPicture(client.window, name)
}

describe.skipIf(!hasClamd())('with a real clamd', () => {
  beforeAll(() => startAll({}))
  afterAll(stopAll)

  test('the limits of a file question are said first, and the page without its file is not done', async () => {
    const { window } = client
    await startForm()
    await page()
      .getByText('Up to 3 files, each no larger than 1 MB. Kinds: PDF, JPEG, TXT.', { exact: false })
      .waitFor()
    await page().getByText('All files of this form together', { exact: false }).waitFor()
    await keepPicture(window, 'staff-files-empty')
    await expectAccessiblePreview(window)
    await page().getByRole('button', { name: 'Continue' }).click()
    await page().getByRole('alert').getByText('Letters and photographs').waitFor()
    await keepPicture(window, 'staff-files-needed')
    await expectAccessiblePreview(window)
  })

  test('several files are attached at once; one with a virus and one too large are refused, each with its reason', async () => {
    const { window } = client
    await choose('photo.jpg', 'notes.txt', 'large.txt')
    await row('large.txt').getByText('Not attached.', { exact: false }).waitFor()
    await row('notes.txt')
      .getByText('Refused: the virus scanner found something in it', { exact: false })
      .waitFor()
    await row('photo.jpg').getByText('Checked', { exact: true }).waitFor()
    await pictureFiles('internal-files')
    await expectAccessiblePreview(window)
    await expectAccessibleWindow(window)
    await row('large.txt').getByRole('button', { name: 'Leave out' }).click()
    await row('large.txt').waitFor({ state: 'hidden' })
    await window.getByText('1 of 2 pages done').waitFor()
  })

  test('what is said about a file is saved as it is typed, and a file is removed only after asking', async () => {
    const { window } = client
    await choose('letter.pdf')
    await row('letter.pdf').getByText('Checked', { exact: true }).waitFor()
    const about = row('photo.jpg').getByLabel('What is it?', { exact: false })
    await about.pressSequentially('The quiet corner of the classroom')
    await window.getByText('Saving…').waitFor()
    await window.getByText(/^Saved \d/).waitFor()
    await row('letter.pdf').getByRole('button', { name: 'Remove' }).click()
    await window.getByRole('dialog').getByText('Remove letter.pdf?').waitFor()
    await keepPicture(window, 'staff-files-remove')
    await expectAccessibleWindow(window)
    await window.getByRole('button', { name: 'Remove for good' }).click()
    await row('letter.pdf').waitFor({ state: 'hidden' })
  })

  test('while the server is away a file stays in the window and says so, and is sent when it is back', async () => {
    const { window } = client
    await stack.killServer()
    await choose('report.txt')
    await row('report.txt').getByText('Not sent. It is only in this window.', { exact: false }).waitFor()
    await window.getByText('One file is not sent. It is only in this window.').waitFor()
    await pictureFiles('staff-files-not-sent')
    await expectAccessiblePreview(window)
    await window.getByRole('button', { name: 'Complete…' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
    await window.getByText('Not every file is with the server', { exact: false }).waitFor()
    await stack.startServer()
    await row('report.txt').getByText('Checked', { exact: true }).waitFor({ timeout: patience })
    await window.getByRole('button', { name: 'Back to the chronology' }).click()
    await window.getByRole('button', { name: title }).click()
    const about = row('photo.jpg').getByLabel('What is it?', { exact: false })
    await about.waitFor()
    expect(await about.inputValue()).toBe('The quiet corner of the classroom')
    await row('report.txt').getByText('Checked', { exact: true }).waitFor()
  }, 90_000)

  test('a file is opened from the form, and the form is completed with what is refused said first', async () => {
    const { window } = client
    await openShown(row('photo.jpg').getByRole('button', { name: 'Open' }), 'img')
    await window.getByRole('button', { name: 'Complete…' }).click()
    await window.getByRole('dialog').getByText('One file was refused.', { exact: false }).waitFor()
    await keepPicture(window, 'staff-files-complete')
    await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
    await window.getByText(/^INF-\d+ is on the chronology$/).waitFor()
  })

  test('the completed form shows its files read-only, with what was said about them, and opens them', async () => {
    const { window } = client
    const entry = window.getByRole('article')
    await entry.getByText('The quiet corner of the classroom').waitFor()
    await entry.getByText('Refused: the virus scanner found something in it').waitFor()
    await keepPicture(window, 'staff-files-completed')
    await expectAccessibleWindow(window)
    expect(await entry.getByRole('button', { name: 'Open notes.txt' }).count()).toBe(0)
    await openShown(entry.getByRole('button', { name: 'Open photo.jpg' }), 'img')
    expect(await openShown(entry.getByRole('button', { name: 'Open report.txt' }), 'pre')).toBe(
      'What helps at school.',
    )
  })

  test('an amendment begins with the files of the completed form', async () => {
    const { window } = client
    await window.getByRole('button', { name: 'Amend…' }).click()
    await window.getByRole('dialog').getByRole('textbox').fill('A letter was missing')
    await window.getByRole('button', { name: 'Begin to amend' }).click()
    await row('photo.jpg').getByText('Checked', { exact: true }).waitFor()
    await row('report.txt').waitFor()
    expect(await row('notes.txt').count()).toBe(0)
    await choose('letter.pdf')
    await row('letter.pdf').getByText('Checked', { exact: true }).waitFor()
    await page().getByText('You have added all 3 files', { exact: false }).waitFor()
    await pictureFiles('staff-files-full')
    await expectAccessiblePreview(window)
  })
})

describe('while the scanner does not answer', () => {
  beforeAll(() => startAll({ CLAMD_URL: 'unix:/nowhere/clamd.sock' }))
  afterAll(stopAll)

  test('a file waits for its check, the form is not completed before it, and removed it is in nobody’s way', async () => {
    const { window } = client
    await startForm()
    await choose('letter.pdf', 'report.txt')
    await row('report.txt').getByText('Being checked for viruses').waitFor()
    expect(await row('report.txt').getByRole('button', { name: 'Open' }).count()).toBe(0)
    await pictureFiles('staff-files-checking')
    await expectAccessiblePreview(window)
    await window.getByRole('button', { name: 'Complete…' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
    await window.getByText('a file is still being checked for viruses', { exact: false }).waitFor()
    await pictureFiles('staff-files-waits')
    for (const name of ['letter.pdf', 'report.txt']) {
      await row(name).getByRole('button', { name: 'Remove' }).click()
      await window.getByRole('button', { name: 'Remove for good' }).click()
      await row(name).waitFor({ state: 'hidden' })
    }
    await window.getByText('Not begun').first().waitFor()
  })
})
