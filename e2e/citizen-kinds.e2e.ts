import { users } from '@send/server/accounts/tables'
import { openDatabase } from '@send/server/database/client'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterOn, expectAccessible } from './account-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { findMail, registerParent } from './portal-steps.ts'

const password = 'violet harbour tuesday lamp'
const forParents = 'Your views (section A)'
const forYoungPeople = 'My views (section A)'

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

async function openPortal({ scripts, width }: { scripts: boolean; width: number }) {
  const viewport = { width, height: 800 }
  const baseURL = stack.citizenOrigin
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const look = async (name: string) => {
    await keepPicture(page, `portal-${name}-${width}`)
    if (scripts) await expectAccessible(page)
  }
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true })
  return { context, page, look, heading, link }
}

/** As an account of somebody who registered before anybody was asked. */
async function forgetKind(email: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    await database.update(users).set({ citizenKind: null }).where(eq(users.email, email))
  } finally {
    await close()
  }
}

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, scripts, width) => {
  test('a young person sees and starts young people’s forms, and a link to a parents’ form says what to do', async () => {
    const { context, page, look, heading, link } = await openPortal({ scripts, width })
    const parent = await openPortal({ scripts, width })
    const email = `young-${width}@example.com`
    const who = { name: 'Wren Khan', email, password }
    await registerParent(page, stack.mailFolder, { ...who, citizenKind: 'A young person' })
    await page.getByText('These are the forms for young people.').waitFor()
    await link(forYoungPeople).waitFor()
    expect(await link(forParents).count()).toBe(0)
    await page
      .getByText(/It takes about \d+ minutes\./)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'Your case', level: 2 }).waitFor()
    expect(await page.getByRole('heading', { name: 'Children' }).count()).toBe(0)
    await look('home-young')
    await page.goto('/children')
    await heading('Your case')
    await look('case-young')

    const other = { name: 'Nadia Khan', email: `parent-${width}@example.com`, password }
    await registerParent(parent.page, stack.mailFolder, other)
    await parent.page.getByText('These are the forms for parents and carers.').waitFor()
    expect(await parent.link(forYoungPeople).count()).toBe(0)
    const address = (await parent.link(forParents).getAttribute('href')) ?? ''
    await parent.context.close()

    const answer = await page.goto(address)
    expect(answer?.status()).toBe(403)
    await heading('This form is for parents and carers')
    await look('for-others')
    await enterOn(page, link('Go to your details'))
    await heading('Your name and contact details')
    expect(await page.getByLabel('A young person', { exact: true }).isChecked()).toBe(true)
    await page.getByLabel('A parent or carer', { exact: true }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Your changes are saved').waitFor()
    await page.goto(address)
    await heading(forParents)
    // Said on another page meanwhile; the one that is open is out of date.
    const tab = await context.newPage()
    await tab.goto('/account/details')
    await tab.getByLabel('A young person', { exact: true }).check()
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    await tab.getByText('Your changes are saved').waitFor()
    await page.getByRole('button', { name: 'Start now' }).click()
    await heading('This form is for parents and carers')
    await context.close()
  })

  test('who came before anybody was asked sees both kinds of form, and is asked until they say', async () => {
    const { context, page, look, link } = await openPortal({ scripts, width })
    const email = `before-${width}@example.com`
    await registerParent(page, stack.mailFolder, { name: 'Sam Khan', email, password })
    await forgetKind(email)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Tell us who you are' }).waitFor()
    for (const form of [forParents, forYoungPeople]) await link(form).waitFor()
    await look('home-asked')
    await page.goto('/account')
    await page.getByText('Not said yet').waitFor()
    await page.goto('/')
    await enterOn(page, link('Tell us now'))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: /^Say whether you are/ }).waitFor()
    await look('details-not-said')
    await page.getByLabel('A parent or carer', { exact: true }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Your changes are saved').waitFor()
    await page.goto('/')
    expect(await page.getByRole('heading', { name: 'Tell us who you are' }).count()).toBe(0)
    expect(await link(forYoungPeople).count()).toBe(0)
    await context.close()
  })

  test('the page of the link asks in Welsh too, and keeps what was chosen when something is missing', async () => {
    const { context, page, look, heading } = await openPortal({ scripts, width })
    const email = `cymraeg-${width}@example.com`
    await page.goto('/register')
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Continue' }).click()
    const [registration] = await findMail(stack.mailFolder, email, /https?:\/\/\S+\/register\/\S+/)
    await page.goto(registration)
    await heading('Your name and password')
    await look('register-who')
    await page.getByLabel('A young person', { exact: true }).check()
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await page.getByLabel('A young person', { exact: true }).isChecked()).toBe(true)
    await look('register-who-problem')
    await page.goto(`/language/cy?returnTo=${new URL(registration).pathname}`)
    await page.getByRole('group', { name: 'Pwy ydych chi?' }).waitFor()
    await look('register-who-welsh')
    await context.close()
  })
})
