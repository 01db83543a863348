import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addVirtualKey, enterOn, expectAccessible, tabTo, typeInto } from './account-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { openBrowser } from './open-browser.ts'
import { findMail, registerParent, signInParent, startForm } from './portal-steps.ts'
import { buildRequestForm, publishForm } from './publish-sample-form.ts'
import { nextTotpCode } from './totp.ts'

const formTitle = 'Request for an assessment'
const password = 'violet harbour tuesday lamp'
const newPassword = 'copper meadow window seven'

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildRequestForm(formTitle))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

type Visit = { scripts?: boolean; width?: number; face?: 'citizen' | 'professional' }

async function open({ scripts = true, width = 320, face = 'citizen' }: Visit = {}) {
  const context = await browser.newContext({
    baseURL: face === 'citizen' ? stack.citizenOrigin : stack.professionalOrigin,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
  })
  const page = await context.newPage()
  const look = () => (scripts ? expectAccessible(page) : Promise.resolve())
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const follow = (name: string | RegExp) => page.getByRole('link', { name }).click()
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
  return { context, page, look, press, follow, heading }
}

async function readCodes(page: Page): Promise<string[]> {
  return page.locator('.send-codes li').allInnerTexts()
}

async function signInWithPassword(page: Page, email: string, typed: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, scripts, width) => {
  test('from registration to the second step by keyboard alone, with recovery codes at the end', async () => {
    const { context, page, look, heading } = await open({ scripts, width })
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const email = `keys-${width}@example.com`
    await page.goto('/')
    await enterOn(
      page,
      page
        .getByRole('button', { name: 'Create an account' })
        .or(page.getByRole('link', { name: /Create an account|Start/ }))
        .first(),
    )
    await typeInto(page, page.getByLabel('Email address'), email)
    await look()
    await enterOn(page, button('Continue'))
    await heading('Check your email')
    await look()
    await enterOn(page, button('Send the email again'))
    await page.getByText('We have sent it again').waitFor()
    await look()
    const [link] = await findMail(stack.mailFolder, email, /https?:\/\/\S+\/register\/\S+/)
    await page.goto(link)
    await enterOn(page, button('Create account'))
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look()
    await enterOn(page, page.getByRole('link', { name: /^Say whether you are a parent or carer/ }))
    await page.keyboard.press('Space')
    await typeInto(page, page.getByLabel('Your full name'), 'Sam Khan')
    await typeInto(page, page.getByLabel('Choose a password'), password)
    await tabTo(page, page.getByLabel('I have read how you use my information'))
    await page.keyboard.press('Space')
    await enterOn(page, button('Create account'))
    await heading('Make your account safer')
    await look()
    await tabTo(page, page.getByLabel('From an app on my phone'))
    await page.keyboard.press('Space')
    await enterOn(page, button('Continue'))
    const secret = (await page.locator('#secret').innerText()).replaceAll(/\s/g, '')
    await typeInto(page, page.getByRole('textbox', { name: 'Code' }), '000000')
    await enterOn(page, button('Continue'))
    await page.getByRole('link', { name: /That code is wrong/ }).waitFor()
    await look()
    await typeInto(page, page.getByRole('textbox', { name: 'Code' }), await nextTotpCode(secret))
    await enterOn(page, button('Continue'))
    await heading('Recovery codes')
    await look()
    await enterOn(page, button('Show me my recovery codes'))
    await heading('Your recovery codes')
    await look()
    expect(new Set(await readCodes(page)).size).toBe(10)
    await enterOn(
      page,
      page
        .getByRole('button', { name: 'I have kept them' })
        .or(page.getByRole('link', { name: 'I have kept them' })),
    )
    await heading('Hello, Sam Khan')
    await context.close()
  })

  test('a lost authenticator: in by a recovery code, then another app takes its place', async () => {
    const { context, page, look, press, follow, heading } = await open({ scripts, width })
    const email = `lost-${width}@example.com`
    await registerParent(page, stack.mailFolder, { name: 'Sam Khan', email, password })
    await page.goto('/second-step/codes')
    await press('Show me my recovery codes')
    const [code = ''] = await readCodes(page)
    await press('Sign out')
    await signInWithPassword(page, email, password)
    await heading('Enter the code from your app')
    await look()
    await press('Use a recovery code')
    await heading('Enter a recovery code')
    await press('Continue')
    await page.getByRole('link', { name: 'Enter a recovery code' }).waitFor()
    await look()
    await page.getByLabel('Recovery code').fill(code.toLowerCase())
    await press('Continue')
    await heading('Hello, Sam Khan')
    await page.goto('/account/second-steps')
    await page.getByText('9 codes left').waitFor()
    await look()
    await follow('Use another app or phone')
    await press('Continue')
    const totpSecret = (await page.locator('#secret').innerText()).replaceAll(/\s/g, '')
    await page.getByRole('textbox', { name: 'Code' }).fill(await nextTotpCode(totpSecret))
    await press('Continue')
    await page.getByText('Your change is saved.').waitFor()
    await look()
    await press('Sign out')
    await page.goto('/sign-in')
    await signInParent(page, { name: '', email, password, totpSecret }, await nextTotpCode(totpSecret))
    await heading('Hello, Sam Khan')
    await context.close()
  })

  test('locked out by ten wrong passwords, and back in by a new one; old links explain themselves', async () => {
    const { context, page, look, press, follow, heading } = await open({ scripts, width })
    const email = `locked-${width}@example.com`
    await registerParent(page, stack.mailFolder, { name: 'Sam Khan', email, password })
    await page.goto('/second-step/codes')
    await press('Show me my recovery codes')
    const [code = ''] = await readCodes(page)
    await press('Sign out')
    for (let guess = 0; guess < 10; guess += 1) {
      await signInWithPassword(page, email, `wrong ${guess}`)
      await page.getByRole('link', { name: /is not right/ }).waitFor()
    }
    await signInWithPassword(page, email, password)
    await page.getByRole('link', { name: /Too many tries/i }).waitFor()
    await look()

    await follow('I have forgotten my password')
    await page.getByLabel('Email address').fill(email)
    await look()
    await press('Continue')
    await heading('Check your email')
    const linkShape = /https?:\/\/\S+\/forgotten-password\/\S+/
    const [first] = await findMail(stack.mailFolder, email, linkShape)
    await press('Send the email again')
    await page.getByText('We have sent it again').waitFor()
    const second = await expect
      .poll(async () => (await findMail(stack.mailFolder, email, linkShape))[0])
      .not.toBe(first)
      .then(async () => (await findMail(stack.mailFolder, email, linkShape))[0])
    await page.goto(first)
    await heading('This link is too old')
    await look()
    await page.goto(second)
    await page.getByLabel('Choose a password').fill('password1234')
    await press('Save the new password')
    await page.getByRole('link', { name: /harder to guess/ }).waitFor()
    await look()
    await page.getByLabel('Choose a password').fill(newPassword)
    await press('Save the new password')
    await heading('Your password has changed')
    await look()
    await page.getByLabel('Password', { exact: true }).fill(newPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await heading('Enter the code from your app')
    await page.getByText('so a code by email does not count until').waitFor()
    await look()
    expect(await page.getByRole('button', { name: 'Send me a code by email' }).count()).toBe(0)
    await press('Use a recovery code')
    await page.getByLabel('Recovery code').fill(code)
    await press('Continue')
    await heading('Hello, Sam Khan')
    await press('Sign out')
    await page.goto(second)
    await heading('This link has been used')
    await look()
    await context.close()
  })

  test('who has lost everything asks the council, and the owner can stop it by the message', async () => {
    const { context, page, look, press, follow, heading } = await open({ scripts, width })
    const email = `everything-${width}@example.com`
    await registerParent(page, stack.mailFolder, { name: 'Sam Khan', email, password })
    await press('Sign out')
    await signInWithPassword(page, email, password)
    await follow('I cannot use any of these')
    await look()
    await press('Ask my council')
    await heading('Your council has been asked')
    await look()
    const [stop] = await findMail(stack.mailFolder, email, /https?:\/\/\S+\/second-step\/stop\/\S+/)
    await page.goto(stop)
    await look()
    await press('Stop it')
    await heading('It is stopped')
    await look()
    await page.goto(stop)
    await press('Stop it')
    await heading('There is nothing to stop')
    await context.close()
  })
})

test('a professional registers with a job title, and signs in with a passkey', async () => {
  const { context, page, look, press, follow, heading } = await open({ face: 'professional', width: 1280 })
  const email = 'senco@school.example'
  await addVirtualKey(page)
  const who = await registerParent(page, stack.mailFolder, { name: 'Ann Lee', email, password })
  await page.goto('/account/second-steps/passkey')
  await look()
  await page.getByLabel('Name of this passkey').fill('My laptop')
  await press('Add a passkey')
  await page.getByText('Your change is saved.').waitFor()
  await page.getByText('My laptop').first().waitFor()
  await look()
  await press('Sign out')
  await signInWithPassword(page, email, password)
  await heading('Use your passkey')
  await look()
  await press('Use my passkey')
  await heading('Hello, Ann Lee')

  await page.goto('/account/second-steps')
  await follow(/Rename or remove/)
  await look()
  await page.getByLabel('Name of this passkey').fill('School laptop')
  await press('Save the name')
  await page.getByText('School laptop').first().waitFor()
  await press('Sign out')

  const plain = await open({ face: 'professional', scripts: false })
  await signInWithPassword(plain.page, email, password)
  await plain.page.getByText('Passkeys need JavaScript').waitFor()
  await plain.press('Use the code from my app')
  await plain.page.getByRole('textbox', { name: 'Code' }).fill(await nextTotpCode(who.totpSecret))
  await plain.press('Continue')
  await plain.heading('Hello, Ann Lee')
  await plain.page.goto('/account/second-steps/passkey')
  await plain.page.getByText('Passkeys need JavaScript').waitFor()
  await plain.context.close()
  await context.close()
})

test('a code by email is a second step, and the password is asked for again where it matters', async () => {
  const { context, page, look, press, heading } = await open()
  const email = 'by-email@example.com'
  await page.goto('/register')
  await page.getByLabel('Email address').fill(email)
  await press('Continue')
  const [link] = await findMail(stack.mailFolder, email, /https?:\/\/\S+\/register\/\S+/)
  await page.goto(link)
  await page.getByLabel('Your full name').fill('Sam Khan')
  await page.getByLabel('A parent or carer', { exact: true }).check()
  await page.getByLabel('Choose a password').fill(password)
  await page.getByLabel('I have read how you use my information').check()
  await press('Create account')
  await page.getByLabel('By email').check()
  await press('Continue')
  await heading('Enter the code from your email')
  await look()
  const [, code = ''] = await findMail(stack.mailFolder, email, /code is (\d{6})/)
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await press('Continue')
  await heading('Recovery codes')
  await page.goto('/account/second-steps/app')
  await look()
  await page.goto('/account/confirm-password?returnTo=/account/second-steps')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await press('Continue')
  await page.getByRole('link', { name: /That password is not right/ }).waitFor()
  await look()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press('Continue')
  await heading('How you sign in')
  await page.goto('/language/cy?returnTo=/account/second-steps')
  await heading('Sut rydych yn mewngofnodi')
  await look()
  await context.close()
})

test('two minutes before the end a dialog asks, and staying loses no answer', async () => {
  const { context, page, look } = await open()
  const email = 'warned@example.com'
  await registerParent(page, stack.mailFolder, { name: 'Sam Khan', email, password })
  await page.clock.install()
  await startForm(page, formTitle)
  await page.getByLabel('First names').fill('Amira')
  const dialog = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await page.clock.fastForward('17:30')
  expect(await dialog.count()).toBe(0)
  await page.clock.fastForward('01:00')
  await dialog.waitFor()
  await look()
  expect(await page.locator(':focus').innerText()).toBe('Stay signed in')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.getByLabel('First names').inputValue()).toBe('Amira')
  await page.clock.fastForward('17:30')
  expect(await dialog.count()).toBe(0)
  await page.clock.fastForward('03:00')
  await page.getByRole('alertdialog', { name: 'You are signed out' }).waitFor()
  await look()
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('First names').inputValue()).toBe('Amira')
  await context.close()
})
