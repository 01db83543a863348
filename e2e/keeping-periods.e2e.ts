import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { addDays, dateInLondon, formatDate } from '@send/shared/values/plain-date'
import { expectAccessiblePage, expectAccessibleWindow } from './axe-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { buildShortForm } from './portal-bad-input-steps.ts'
import { registerParent, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const title = 'Request that waits'

let stack: Installation
let browser: Browser
let administrators: Client

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildShortForm(title))
  browser = await openBrowser()
  administrators = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(administrators)
  await browser?.close()
  await stack?.stop()
})

test('the authority settles how long unfinished forms are kept, and the portal says the day', async () => {
  const context = await browser.newContext({
    baseURL: stack.citizenOrigin,
    viewport: { width: 320, height: 800 },
  })
  const page = await context.newPage()
  const who = { name: 'Sam Khan', email: 'sam@example.com', password: 'violet harbour tuesday lamp' }
  await registerParent(page, stack.mailFolder, who)
  await startForm(page, title)
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  const day = (days: number) => formatDate(addDays(dateInLondon(new Date()), days), 'en')
  await page.getByText(`we delete this form after ${day(90)}`).waitFor()
  await expectAccessiblePage(page)

  const administrator = sampleStaff.find(({ groups }) => groups.includes('Form and portal administrators'))
  if (!administrator) throw new Error('the sample authority has somebody for the portals')
  const { window } = administrators
  await signInStaff(window, administrator)
  await window.getByRole('navigation').getByRole('button', { name: 'Keeping periods' }).click()
  const keep = window.getByLabel('Keep unfinished forms, in days')
  await keep.waitFor()
  const save = window.getByRole('button', { name: 'Save', exact: true })
  await window.getByLabel('Remind people, in days before').fill('30')
  await keep.fill('30')
  await window.getByText('The reminder must come before the form is deleted.').waitFor()
  expect(await save.isDisabled()).toBe(true)
  await keep.fill('60')
  await expectAccessibleWindow(window)
  await save.click()
  const dialog = window.getByRole('dialog')
  await dialog.getByText('Forms that have not been changed for 60 days are deleted from now on.').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'keeping-periods-shorter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.goto('/')
  await page.getByText(`Kept until ${day(60)}`).waitFor()
  await expectAccessiblePage(page)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => keep.inputValue()).toBe('90')
  await page.reload()
  await page.getByText(`Kept until ${day(90)}`).waitFor()
  await keepPicture(window, 'keeping-periods')

  // Whoever closes the account reads what becomes of it, with the box ticked or not.
  await page.goto('/account/close')
  for (const press of [false, true]) {
    if (press) await page.getByRole('button', { name: 'Close the account' }).click()
    const unsent = page.getByRole('listitem').filter({ hasText: title })
    await unsent.getByText(`deleted after ${day(90)}`).waitFor()
  }
  await expectAccessiblePage(page)
  await keepPicture(page, 'close-account-unsent')
  await context.close()
})
