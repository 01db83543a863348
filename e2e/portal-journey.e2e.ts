import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { openBrowser } from './open-browser.ts'
import {
  fillPage,
  fillRequestForm,
  registerParent,
  sendForm,
  signInParent,
  startForm,
  untilSent,
} from './portal-steps.ts'
import { buildRequestForm, publishForm } from './publish-sample-form.ts'
import { nextTotpCode } from './totp.ts'

const child = { givenNames: 'Amira', familyName: 'Khan', day: '3', month: '4', year: '2018' }
const title = 'Request for an assessment'
const longText = 'Reading.\nBeing with "others" & <b>noise</b>.'

let stack: Installation
let browser: Browser
let report: string

beforeAll(async () => {
  stack = await startInstallation()
  report = path.join(stack.folder, 'report.pdf')
  await writeFile(report, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await publishForm(stack.serverUrl, buildRequestForm(title))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  test('a parent registers, fills in a form, loses the session, and sends the form with nothing lost', async () => {
    const viewport = { width, height: 800 }
    const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    const page = await context.newPage()
    const look = () => (javaScriptEnabled ? expectAccessiblePage(page) : Promise.resolve())
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
    const parent = await registerParent(page, stack.mailFolder, {
      name: 'Sam Khan',
      email: `sam-${width}@example.com`,
      password: 'violet harbour tuesday lamp',
    })
    await look()

    await startForm(page, title)
    await press('Save and continue')
    await page.getByRole('link', { name: 'Enter the child’s first names' }).waitFor()
    await look()
    await fillPage(page, { child })
    await press('Save and continue')

    await fillPage(page, { child, longText })
    await look()
    await context.clearCookies({ name: '__Host-send-citizen' })
    await press('Save and continue')
    await page.getByText('What you typed is not lost').waitFor()
    await look()
    await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
    await expect.poll(() => page.getByLabel('What is hard?').inputValue()).toBe(longText)
    await press('Save and continue')

    await press('Upload')
    await page.getByRole('link', { name: 'Choose a file first' }).waitFor()
    await page.getByLabel('Reports').setInputFiles(report)
    await press('Upload')
    await untilSent(page)
    await page.getByText('report.pdf').first().waitFor()
    await look()
    await press(/^Remove/)
    await fillRequestForm(page, { child, longText, file: report })
    await look()

    await page.getByRole('link', { name: /Change.*Who is the child/ }).click()
    await page.getByLabel('First names').fill('Amira Jane')
    await press('Save and continue')
    await page.getByText('Amira Jane Khan').waitFor()
    expect(page.url()).not.toContain('Amira')
    expect(await sendForm(page)).toMatch(/^REQ-\d{4,}$/)
    await look()

    await page.getByRole('link', { name: 'See how it is going' }).click()
    await page.getByText('Decision due by').waitFor()
    await look()
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByText('Being with "others" & <b>noise</b>.').waitFor()
    await look()
    await press('Sign out')
    await page.goto(page.url())
    await page.getByRole('link', { name: 'Create an account' }).waitFor()
    await context.close()
  })
})
