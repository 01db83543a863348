import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessiblePage, expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { pressButton, setTick, typeOver } from './keyboard-steps.ts'
import { openBrowser } from './open-browser.ts'
import { buildShortForm } from './portal-bad-input-steps.ts'
import { registerParent, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const title = 'Request that was begun'
const longWord = 'Anghenion'.repeat(6)
const patience = { timeout: 90_000, interval: 500 }

let stack: Installation
let browser: Browser
let administrators: Client
let window: Page

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildShortForm(title))
  browser = await openBrowser()
  administrators = await launchClient(stack.serverUrl)
  window = administrators.window
  await signInStaff(window, administratorOfPortals())
  await window.getByRole('navigation').getByRole('button', { name: 'Portals', exact: true }).click()
  await window.getByRole('heading', { level: 1, name: 'Portals' }).waitFor()
})

afterAll(async () => {
  await closeClient(administrators)
  await browser?.close()
  await stack?.stop()
})

function administratorOfPortals() {
  const found = sampleStaff.find(({ groups }) => groups.includes('Form and portal administrators'))
  if (!found) throw new Error('the sample authority has somebody for the portals')
  return found
}

const box = (name: string) => window.getByRole('textbox', { name, exact: true })
const save = () => window.getByRole('button', { name: 'Save', exact: true })
const preview = () => window.frameLocator('iframe[title="The portal as people see it"]')

async function openTab(name: string): Promise<void> {
  await window.getByRole('tab', { name }).focus()
  await window.keyboard.press('Enter')
  await window.getByRole('tabpanel', { name }).waitFor()
}

/** Saves with the keyboard, and waits until it is told. */
async function saveChange(name: string): Promise<void> {
  await pressButton(window, save())
  await window.getByText(`${name} is saved`).first().waitFor()
  await save().waitFor({ state: 'detached' })
}

async function openPage(origin: string, settings: { language?: 'en' | 'cy'; script?: boolean } = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: settings.script ?? true,
  })
  const page = await context.newPage()
  await page.goto(`/language/${settings.language ?? 'en'}?returnTo=/`)
  return page
}

/** Loads a page until the portal has read what was settled; half a minute at the most, and longer on a slow machine. */
async function loadUntil(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(path)
      return page.locator('body').innerText()
    }, patience)
    .toMatch(words)
}

test('an administrator settles the citizen portal by keyboard, sees it in the preview, and families read it in both languages', async () => {
  const page = await openPage(stack.citizenOrigin)
  await page.getByRole('heading', { name: 'Ask for help with special educational needs' }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'portals')

  await typeOver(window, box('Name of the service, English'), 'Help with learning')
  await typeOver(window, box('Name of the service, Welsh'), 'Help gyda dysgu')
  await typeOver(window, box('Heading, English'), `Ask us <b>early</b> ${longWord}`)
  await typeOver(window, box('Heading, Welsh'), '')
  const introduction =
    'You can:\n\n- ask for an assessment\n- tell us your views\n\n<script>alert(1)</script>'
  await typeOver(window, box('Introduction, English'), introduction)
  await typeOver(window, box('Introduction, Welsh'), '')
  await setTick(window, window.getByRole('switch', { name: 'Show the notice' }), true)
  expect(await save().isDisabled()).toBe(true)
  await window.getByText('Write this in English. It stands wherever there is no Welsh.').first().waitFor()
  await typeOver(window, box('Heading of the notice, English'), 'We are closed over Christmas')
  await typeOver(window, box('Heading of the notice, Welsh'), 'Rydym ar gau dros y Nadolig')
  await typeOver(window, box('Text of the notice, English'), 'We are back on 4 January.')
  await typeOver(window, box('Who, English'), 'The SEND team of Yourtown Council')
  await typeOver(window, box('Telephone'), '0113 496')
  await window.getByText('Enter a telephone number, such as 0113 496 0000.').waitFor()
  await window.getByText('Cannot be saved yet: Telephone').waitFor()
  await keepPicture(window, 'portals-refused')
  await typeOver(window, box('Telephone'), '0113 496 0123')
  await typeOver(window, box('E-mail'), 'send@yourtown.example')
  await typeOver(window, box('Opening hours, English'), 'Monday to Friday, 9 am to 5 pm')
  await typeOver(window, box('Postal address, English'), '1 High Street\nYourtown\nYT1 1AA')
  await preview().getByText('We are closed over Christmas').waitFor()
  await preview().getByText('Help with learning').waitFor()
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)
  await window.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await keepPicture(window, 'portals-preview')
  await saveChange('Citizen portal')
  await openTab('Both portals')
  await typeOver(window, box('Name of the authority, English'), 'Yourtown Council')
  await typeOver(window, box('Name of the authority, Welsh'), 'Cyngor Eich Tref')
  await setTick(window, window.getByRole('switch', { name: /^Say by initials/ }), true)
  await expectAccessibleWindow(window)
  await keepPicture(window, 'portals-both')
  await saveChange('Both portals')

  await loadUntil(page, '/', 'Yourtown Council')
  expect(await page.title()).toMatch(/ – Help with learning – Yourtown Council$/)
  await page.getByRole('heading', { level: 1, name: 'Ask us <b>early</b>' }).waitFor()
  await page.getByText('<script>alert(1)</script>').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'tell us your views' }).waitFor()
  await page.getByText('We are closed over Christmas').waitFor()
  await expectAccessiblePage(page)
  await keepPicture(page, 'portals-citizen-phone')
  await page.getByRole('link', { name: 'Contact us' }).click()
  await page.getByText('Monday to Friday, 9 am to 5 pm').waitFor()
  expect(await page.getByRole('link', { name: '0113 496 0123' }).first().getAttribute('href')).toBe(
    'tel:01134960123',
  )
  await expectAccessiblePage(page)
  await keepPicture(page, 'portals-contact-phone')
  await page.goto('/nowhere')
  await page.getByText('YT1 1AA').waitFor()
  await expectAccessiblePage(page)

  await page.goto('/language/cy?returnTo=/')
  await page.getByText('Cyngor Eich Tref').waitFor()
  await page.getByText('Rydym ar gau dros y Nadolig').waitFor()
  const english = page.getByRole('heading', { level: 1 })
  expect(await english.getAttribute('lang')).toBe('en')
  await expectAccessiblePage(page)
  await keepPicture(page, 'portals-citizen-welsh')
  await page.context().close()

  for (const language of ['en', 'cy'] as const) {
    const plain = await openPage(stack.citizenOrigin, { script: false, language })
    const notice = { en: 'We are closed over Christmas', cy: 'Rydym ar gau dros y Nadolig' }[language]
    await plain.getByText(notice).waitFor()
    await plain.getByText('<script>alert(1)</script>').waitFor()
    await plain.getByRole('link', { name: { en: 'Contact us', cy: 'Cysylltu â ni' }[language] }).click()
    await plain.getByText('Monday to Friday, 9 am to 5 pm').waitFor()
    await plain.context().close()
  }
}, 240_000)

test('the professional portal is settled apart, and a colleague’s change meanwhile loses nothing', async () => {
  const page = await openPage(stack.professionalOrigin)
  await openTab('Professional portal')
  const panel = window.getByRole('tabpanel', { name: 'Professional portal' })
  const name = panel.getByRole('textbox', { name: 'Name of the service, English', exact: true })
  const hours = panel.getByRole('textbox', { name: 'Opening hours, English', exact: true })
  await typeOver(window, name, 'SEND for schools')
  await typeOver(window, hours, 'School days')

  const colleagues = await launchClient(stack.serverUrl)
  const other = colleagues.window
  await signInStaff(other, administratorOfPortals())
  await other.getByRole('navigation').getByRole('button', { name: 'Portals', exact: true }).click()
  await other.getByRole('tab', { name: 'Professional portal' }).click()
  const theirs = other.getByRole('tabpanel', { name: 'Professional portal' })
  await theirs.getByLabel('Name of the service, English', { exact: true }).fill('Schools and SEND')
  await theirs.getByLabel('Telephone').fill('0113 496 0456')
  await theirs.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText('Professional portal is saved').first().waitFor()
  await closeClient(colleagues)

  await pressButton(window, panel.getByRole('button', { name: 'Save', exact: true }))
  await panel.getByText('A colleague has changed the same meanwhile').waitFor()
  await panel.getByText('Schools and SEND').waitFor()
  expect(await name.inputValue()).toBe('SEND for schools')
  expect(await hours.inputValue()).toBe('School days')
  expect(await panel.getByLabel('Telephone').inputValue()).toBe('0113 496 0456')
  await expectAccessibleWindow(window)
  await window.getByText('This was changed meanwhile, so nothing was saved.').waitFor()
  await keepPicture(window, 'portals-meanwhile')
  await pressButton(
    window,
    panel.getByRole('button', { name: 'Keep mine: Name of the service, English', exact: true }),
  )
  await pressButton(window, panel.getByRole('button', { name: 'Save', exact: true }))
  await window.getByText('Professional portal is saved').first().waitFor()

  await loadUntil(page, '/', 'SEND for schools')
  await page.getByText('0113 496 0456').waitFor()
  await page.getByText('Yourtown Council').first().waitFor()
  expect(await page.getByText('We are closed over Christmas').count()).toBe(0)
  await expectAccessiblePage(page)
  await page.goto('/language/cy?returnTo=/')
  await page.getByText('Cyngor Eich Tref').waitFor()
  await page.context().close()
}, 240_000)

test('a tile is switched off with word of what goes on: it is gone from the portal, and a form that was begun is finished', async () => {
  const page = await openPage(stack.citizenOrigin)
  const who = { name: 'Sam Khan', email: 'sam@example.com', password: 'violet harbour tuesday lamp' }
  await registerParent(page, stack.mailFolder, who)
  await page.getByRole('heading', { name: 'Start a form' }).waitFor()
  const form = await page.getByRole('link', { name: title }).getAttribute('href')
  await startForm(page, title)
  await page.getByRole('button', { name: 'Save and come back later' }).click()

  await openTab('Citizen portal')
  await window.getByText('Home', { exact: true }).first().click()
  await preview().getByRole('heading', { name: 'Start a form' }).waitFor()
  await setTick(window, window.getByRole('switch', { name: 'Start a form' }), false)
  await setTick(window, window.getByRole('switch', { name: 'Tell us about a child' }).first(), false)
  await preview().getByRole('heading', { name: 'Start a form' }).waitFor({ state: 'detached' })
  await expectAccessiblePreview(window)
  await pressButton(window, save())
  const dialog = window.getByRole('dialog')
  await dialog.getByText('1 form in progress can still be finished and sent.').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'portals-switch-off')
  await window.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await keepPicture(window, 'portals-tiles')

  await loadUntil(page, '/children', /^(?![\s\S]*Tell us)/)
  await page.goto('/')
  expect(await page.getByRole('heading', { name: 'Start a form' }).count()).toBe(0)
  await expectAccessiblePage(page)
  await keepPicture(page, 'portals-home-without-tiles')
  for (const path of [form ?? '', '/children/tell-us']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(410)
    await page.getByRole('heading', { name: 'This is not available here at the moment' }).waitFor()
    await page.getByText('0113 496 0123').first().waitFor()
    await expectAccessiblePage(page)
  }
  await keepPicture(page, 'portals-not-offered')
  await page.goto('/')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title }).waitFor()

  for (const tile of ['Start a form', 'Tell us about a child'])
    await setTick(window, window.getByRole('switch', { name: tile }).first(), true)
  await saveChange('Citizen portal')
  await loadUntil(page, '/children', 'Tell us')
  await page.goto('/')
  await page.getByRole('heading', { name: 'Start a form' }).waitFor()
  // What was saved before can no longer be taken back: the only Undo is the next one.
  await expect.poll(() => window.getByText('Citizen portal is saved').count(), patience).toBe(0)
  await setTick(window, window.getByRole('switch', { name: 'Ask others to help with a form' }).first(), false)
  await pressButton(window, save())
  await dialog.getByText('whoever helps with a form already goes on.').waitFor()
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(
      () => window.getByRole('switch', { name: 'Ask others to help with a form' }).first().isChecked(),
      patience,
    )
    .toBe(true)
  await page.context().close()
}, 240_000)
