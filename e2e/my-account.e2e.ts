import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterOn, expectAccessible, tabTo, typeInto } from './account-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { findMail, registerParent, signInParent } from './portal-steps.ts'
import { nextTotpCode } from './totp.ts'

const password = 'violet harbour tuesday lamp'
const newPassword = 'copper meadow window seven'

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

type Visit = { scripts: boolean; width: number; face?: 'citizen' | 'professional' }

async function openPortal({ scripts, width, face = 'citizen' }: Visit) {
  const context = await browser.newContext({
    baseURL: face === 'citizen' ? stack.citizenOrigin : stack.professionalOrigin,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const look = async (name: string) => {
    await keepPicture(page, `portal-${name}-${width}`)
    if (scripts) await expectAccessible(page)
  }
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return { context, page, look, heading, button }
}

/** Presses a link of the summary of the account by keyboard. */
async function change(page: Page, what: string): Promise<void> {
  await page.goto('/account')
  await enterOn(page, page.getByRole('link', { name: new RegExp(`(Change|See) – ${what}$`) }))
}

describe.each([
  ['an old phone with scripts', true, 320, 'citizen', 'phone'],
  ['a browser without scripts', false, 1280, 'professional', 'desk'],
] as const)('%s', (_what, scripts, width, face, word) => {
  test('my account by keyboard alone: details, password, address, devices, download and the end', async () => {
    const { context, page, look, heading, button } = await openPortal({ scripts, width, face })
    const email = `account-${word}@example.com`
    const who = { name: 'Sam Khan', email, password }
    const me = await registerParent(page, stack.mailFolder, who)

    await enterOn(page, page.getByRole('link', { name: 'My account' }))
    await heading('My account')
    await look('account')

    await change(page, 'Phone number')
    await heading('Your name and contact details')
    await typeInto(page, page.getByLabel('Phone number'), 'ring me')
    await enterOn(page, button('Save'))
    await page.getByRole('link', { name: /Enter a phone number/ }).waitFor()
    await look('details-problem')
    await page.getByLabel('Phone number').fill('')
    await typeInto(page, page.getByLabel('Phone number'), '01632 960 001')
    await enterOn(page, button('Save'))
    await page.getByText('Your changes are saved').waitFor()
    await page.getByText('01632 960 001').waitFor()

    const whoAmI = page.getByRole('term').filter({ hasText: /^Who are you\?$/ })
    expect(await whoAmI.count()).toBe(face === 'citizen' ? 1 : 0)
    if (face === 'citizen') {
      await change(page, 'Who are you\\?')
      await tabTo(page, page.getByLabel('A parent or carer', { exact: true }))
      await page.keyboard.press('ArrowDown')
      await look('details-who')
      await enterOn(page, button('Save'))
      await page.getByText('A young person', { exact: true }).waitFor()
    }

    await change(page, 'Password')
    await typeInto(page, page.getByLabel('Your password now'), 'not this one at all')
    await typeInto(page, page.getByLabel('New password'), newPassword)
    await enterOn(page, button('Change your password'))
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look('password-problem')
    await typeInto(page, page.getByLabel('Your password now'), password)
    await typeInto(page, page.getByLabel('New password'), newPassword)
    await enterOn(page, button('Change your password'))
    await page.getByText('Your changes are saved').waitFor()
    await findMail(stack.mailFolder, email, /your password was changed in your account/)

    const second = await openPortal({ scripts, width, face })
    await second.page.goto('/sign-in')
    const changed = { ...me, password: newPassword }
    await signInParent(second.page, changed, await nextTotpCode(me.totpSecret))
    await second.heading('Hello, Sam Khan')

    const newEmail = `new-${word}@example.com`
    await change(page, 'Email address')
    await heading('Change your email address')
    await look('email')
    await typeInto(page, page.getByLabel('New email address'), newEmail)
    await enterOn(page, button('Send the link'))
    await heading('Check your email')
    await look('email-sent')
    const [link] = await findMail(stack.mailFolder, newEmail, /https?:\/\/\S+\/account\/email\/\S+/)
    await page.goto('/account')
    await page.getByText(`We wait for you to open the link that we sent to ${newEmail}.`).waitFor()
    await page.goto(link)
    await heading('Use this email address?')
    await look('email-confirm')
    await enterOn(page, button('Use this address'))
    await page.getByText('Your changes are saved').waitFor()
    await findMail(stack.mailFolder, email, /your account now has another e-mail address/)
    await page.goto(link)
    await heading('This link has been used')
    await look('email-used')
    await second.page.goto('/account')
    await second.heading('Sign in')

    const moved = { ...changed, email: newEmail }
    await signInParent(second.page, moved, await nextTotpCode(me.totpSecret))
    await second.heading('My account')
    await change(page, 'Devices')
    await heading('Devices you are signed in on')
    await look('devices')
    await enterOn(page, page.getByRole('button', { name: /^Sign out this device/ }))
    await page.getByText('Signed out', { exact: true }).waitFor()
    await look('devices-ended')
    await second.page.goto('/account')
    await second.heading('Sign in')
    await second.context.close()

    await page.goto('/account')
    await enterOn(page, page.getByRole('link', { name: 'Download your information' }))
    await button('Download it as a file (JSON)').waitFor()
    await look('data')
    const downloading = page.waitForEvent('download')
    await enterOn(page, button('Download it as a file (JSON)'))
    const download = await downloading
    const own: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
    const citizenKind = face === 'citizen' ? 'youngPerson' : null
    const account = { name: 'Sam Khan', email: newEmail, phone: '01632 960 001', citizenKind }
    expect(own).toMatchObject({ account })
    await enterOn(page, button('Read it as a page'))
    await heading('Your information')
    await page.getByText(newEmail).waitFor()
    await look('data-read')

    await page.goto('/account')
    await enterOn(page, page.getByRole('link', { name: 'Close your account' }))
    await heading('Close your account')
    await enterOn(page, button('Close the account'))
    await page.getByRole('link', { name: 'Tick the box to close your account' }).waitFor()
    await look('close-problem')
    await tabTo(page, page.getByLabel('Yes, close my account'))
    await page.keyboard.press('Space')
    await enterOn(page, button('Close the account'))
    await heading('Your account is closed')
    await look('closed')
    await page.goto('/sign-in')
    await page.getByLabel('Email address').fill(newEmail)
    await page.getByLabel('Password', { exact: true }).fill(newPassword)
    await button('Sign in').click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await context.close()
  })
})

test('every page of my account is accessible in Welsh, and asks who has not signed in to do so', async () => {
  const { context, page, look } = await openPortal({ scripts: true, width: 320 })
  const pages = ['', '/details', '/password', '/email', '/email/unknown', '/devices', '/data', '/close']
  for (const one of pages) {
    await page.goto(`/account${one}`)
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  }
  await registerParent(page, stack.mailFolder, { name: 'Nerys', email: 'nerys@example.com', password })
  await page.goto('/language/cy?returnTo=/account')
  for (const one of pages) {
    await page.goto(`/account${one}`)
    expect(await page.locator('html').getAttribute('lang')).toBe('cy')
    await look(`welsh${one.replaceAll('/', '-')}`)
  }
  await context.close()
})
