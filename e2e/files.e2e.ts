import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { hasClamd } from '@send/server/files/embedded-clamd'
import { testSignature } from '@send/server/files/proven-scanner'
import { buildDocx, external } from '@send/server/testing/hostile-files/build-docx'
import { buildPage } from '@send/server/testing/hostile-files/build-pdf'
import { photograph } from '@send/server/testing/hostile-files/build-picture'
import { openAdministration } from './access-steps.ts'
import { expectAccessiblePage, expectAccessibleWindow } from './axe-steps.ts'
import { addAsNewInSuspense, openIncoming } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { beginFilesForm, buildFilesForm, filesFormTitle } from './files-form.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { findMail, registerParent, sendForm } from './portal-steps.ts'
import { publishForms } from './publish-sample-form.ts'

/** Milliseconds. */
let stack: Installation
let browser: Browser
let client: Client

beforeAll(async () => {
  stack = await startInstallation()
  await publishForms(stack.serverUrl, [buildFilesForm()])
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
  await writeFile(path.join(stack.folder, 'letter.pdf'), buildPage())
  await writeFile(path.join(stack.folder, 'photo.jpg'), await photograph('jpeg', { width: 600, height: 400 }))
  await writeFile(path.join(stack.folder, 'notes.txt'), testSignature)
  const template = external('attachedTemplate', 'http://203.0.113.9/t.dotm')
  await writeFile(path.join(stack.folder, 'report.docx'), buildDocx({ relationships: template }))
})
afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

const fileRow = (page: Page, name: string) => page.locator('.govuk-summary-list__row', { hasText: name })

async function choose(page: Page, ...names: string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(names.map((name) => path.join(stack.folder, name)))
}

/** Loads the page anew until it says this, as somebody does who waits. */
async function reloadUntil(page: Page, sentence: string): Promise<void> {
  const isSaid = async () => {
    await page.reload()
    return (await page.locator('main').innerText()).includes(sentence)
  }
  await expect.poll(isSaid, { interval: 300 }).toBe(true)
}

function countFileWindows(): Promise<number> {
  return client.application.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter(({ webContents }) =>
        webContents.getURL().startsWith('app://file/'),
      ).length,
  )
}

function closeFileWindows(): Promise<void> {
  return client.application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().startsWith('app://file/')) window.destroy()
  })
}

describe.skipIf(!hasClamd()).each([
  ['an old phone with scripts', true, 320, 'Efa'],
  ['a browser without scripts', false, 1280, 'Mali'],
])('%s', (_what, javaScriptEnabled, width, givenNames) => {
  test('several files at once are taken or refused by name, an infected one must go, and the officer opens what is clean', async () => {
    const viewport = { width, height: 900 }
    const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    const email = `files-${width}@example.com`
    await registerParent(page, stack.mailFolder, {
      name: 'Sam Khan',
      email,
      password: 'violet harbour tuesday lamp',
    })

    await page.goto('/')
    await page.getByRole('link', { name: filesFormTitle, exact: true }).last().click()
    await page.getByText('each no larger than 50 MB').waitFor()
    await page.getByText('All files of this form together: no more than 250 MB').waitFor()
    await beginFilesForm(page, givenNames)

    await page.getByText('All files of this form together: no more than 250 MB').waitFor()
    await choose(page, 'letter.pdf', 'photo.jpg', 'notes.txt', 'report.docx')
    await press(page, 'Upload')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page
      .locator('.govuk-error-summary')
      .getByText('report.docx: The file has something in it that could run or load other files')
      .waitFor()
    await reloadUntil(page, 'Our virus check found something in this file')
    if (javaScriptEnabled) await expectAccessiblePage(page)
    await keepPicture(page, `portal-files-refused-${width}`)
    expect(await fileRow(page, 'notes.txt').innerText()).toContain('Remove it and add another copy')
    await findMail(stack.mailFolder, email, /our virus check did not pass a file/)
    await fileRow(page, 'notes.txt').getByRole('button', { name: 'Remove' }).click()
    await fileRow(page, 'notes.txt').waitFor({ state: 'detached' })
    await fileRow(page, 'letter.pdf').getByRole('link', { name: 'Describe' }).click()
    await page.getByLabel('What is it? (optional)').fill('The letter of the school')
    if (javaScriptEnabled) await expectAccessiblePage(page)
    await keepPicture(page, `portal-files-describe-${width}`)
    await press(page, 'Save')
    await fileRow(page, 'letter.pdf').getByText('The letter of the school').waitFor()
    await keepPicture(page, `portal-files-described-${width}`)
    await press(page, 'Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.getByText('The letter of the school').waitFor()
    if (javaScriptEnabled) await expectAccessiblePage(page)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'letter.pdf' }).click()
    expect((await download).suggestedFilename()).toBe('letter.pdf')
    const address = (await page.getByRole('link', { name: 'letter.pdf' }).getAttribute('href')) ?? ''
    expect((await context.request.get(address)).headers()).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="letter.pdf"/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    const reference = await sendForm(page)
    await context.close()

    const [officer] = sampleStaff
    if (!officer) throw new Error('The sample authority has no staff.')
    const { window } = client
    if ((await window.getByRole('button', { name: 'Sign out' }).count()) === 0)
      await signInStaff(window, officer)
    await addAsNewInSuspense(window, { childName: `${givenNames} Rees` })
    await openIncoming(window, reference)
    const form = window.getByRole('article', { name: reference, exact: true })
    expect(await form.getByText('Checked', { exact: true }).count()).toBe(2)
    await form.getByText('The letter of the school').waitFor()
    await keepPicture(window, `desktop-files-${width}`)
    await form.getByRole('button', { name: 'Open photo.jpg' }).click()
    // A window that is only just opening shows no file yet, and would be left open.
    await expect.poll(countFileWindows).toBe(1)
    await closeFileWindows()
    await expect.poll(countFileWindows).toBe(0)
  })
})

test('an administrator settles the limits and who opens what was not scanned; a limit that contradicts is said, and a change is taken back', async () => {
  const { window } = client
  const jo = sampleStaff.find(({ email }) => email.startsWith('jo.carter@'))
  if (!jo) throw new Error('The sample authority has no administrator of the portals.')
  const signOut = window.getByRole('button', { name: 'Sign out' })
  if ((await signOut.count()) > 0) await signOut.click()
  await signInStaff(window, jo)
  await openAdministration(window, 'Files people send')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'desktop-files-people-send')

  const together = window.getByLabel('All files of a form together, in MB')
  await together.fill('20')
  await window.getByText('must be at least as large as one of them').waitFor()
  expect(await window.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
  await expectAccessibleWindow(window)
  await window.getByLabel('Largest file, in MB').fill('10')
  await window.getByRole('checkbox', { name: /^Staff may open files/ }).check()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByText('in which nobody has looked for viruses').waitFor()
  await keepPicture(window, 'desktop-file-settings-dialog')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Files people send is saved').waitFor()
  expect(await together.inputValue()).toBe('20')
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => together.inputValue()).toBe('250')
  expect(await window.getByRole('checkbox', { name: /^Staff may open files/ }).isChecked()).toBe(false)
})
