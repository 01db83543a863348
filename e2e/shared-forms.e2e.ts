import { inArray } from 'drizzle-orm'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  organisationMembers,
  organisations,
  professionalVerifications,
} from '@send/server/accounts/organisations/tables'
import { users } from '@send/server/accounts/tables'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildStaffSession } from '@send/server/testing/build-sessions'
import { newId } from '@send/shared/values/ids'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { buildShortForm, canary, press, typeChild } from './portal-bad-input-steps.ts'
import { findMail, registerParent, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const title = 'Request that two parents fill in'
const password = 'violet harbour tuesday lamp'

let stack: Installation
let browser: Browser
/** The owner’s browser has scripts, that of the other parent has none. */
let sam: Page
let robin: Page
let form: string

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildShortForm(title))
  browser = await openBrowser()
  sam = await openPage(true)
  robin = await openPage(false)
  const { mailFolder } = stack
  await registerParent(sam, mailFolder, { name: 'Sam Khan', email: 'sam@example.com', password })
  await registerParent(robin, mailFolder, { name: 'Robin Khan', email: 'robin@example.com', password })
  await startForm(sam, title)
  await typeChild(sam)
  await press(sam, 'Save and continue')
  await hard(sam).waitFor()
  form = new URL(sam.url()).pathname.replace(/\/pages\/.*/, '')
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function openPage(javaScriptEnabled: boolean, baseURL = stack.citizenOrigin): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 320, height: 800 },
  })
  context.setDefaultTimeout(patience)
  return context.newPage()
}

function hard(on: Page) {
  return on.getByLabel('What is hard?')
}

function needs(on: Page) {
  return on.getByRole('link', { name: 'About the needs' }).first()
}

async function look(page: Page, name: string): Promise<void> {
  await keepPicture(page, name)
  if (page === sam) await expectAccessiblePage(page)
}

async function expectState(on: Page, words: RegExp): Promise<void> {
  await expect.poll(() => on.locator('[data-save-state]').innerText()).toMatch(words)
}

/** Asks Robin to help and accepts for them. */
async function shareWithRobin(role: string, parts: string[]): Promise<void> {
  await sam.goto(`${form}/share/ask`)
  await sam.getByLabel('Their email address').fill('robin@example.com')
  await sam.getByLabel(role).check()
  await sam.getByLabel(parts.length === 0 ? 'All parts' : 'Only the parts that I tick below').check()
  for (const part of parts) await sam.getByLabel(part).check()
  await press(sam, 'Send the invitation')
  await sam.getByText('We have sent them an email').waitFor()
  const sent = /https?:\/\/\S+\/shared\/invitations\/\S+/
  let [link] = await findMail(stack.mailFolder, 'robin@example.com', sent)
  // Until the newest message is there the one before is found.
  for (const until = Date.now() + 20_000; link === used && Date.now() < until;) {
    ;[link] = await findMail(stack.mailFolder, 'robin@example.com', sent)
  }
  used = link
  await robin.goto(link)
}

let used = ''

test('a parent shares parts of a form, and is told at once what is missing in the invitation', async () => {
  await sam.goto(form)
  await look(sam, 'shared-owner-form')
  await sam.getByRole('link', { name: 'Share this form' }).click()
  await sam.getByText('You have not shared this form with anybody.').waitFor()
  await look(sam, 'shared-nobody')
  await sam.getByRole('link', { name: 'Ask somebody to help' }).click()
  await press(sam, 'Send the invitation')
  await sam.getByRole('heading', { name: 'There is a problem' }).waitFor()
  for (const said of ['Enter an email address', 'Choose what they may do', 'Choose which parts'])
    expect(await sam.locator('.govuk-error-summary').innerText()).toContain(said)
  await look(sam, 'shared-ask-errors')
  await shareWithRobin('Fill in and comment', ['About the needs'])
  await robin.getByRole('heading', { name: 'Sam Khan asks for your help' }).waitFor()
  await look(robin, 'shared-invitation')
  await sam.goto(`${form}/share`)
  await sam.getByText('Asked, until').waitFor()
  await look(sam, 'shared-invited')
  await press(robin, 'Yes, I want to help')
  await robin.getByText('Sam Khan shares this form with you.').waitFor()
  await look(robin, 'shared-helper-form')
  expect(await robin.locator('main').innerText()).not.toMatch(/About the child|Check your answers/)
  expect(await robin.content()).not.toContain(canary)
})

test('without scripts the other parent fills a page in, comments and sees who else is there', async () => {
  await sam.goto(form)
  await needs(sam).click()
  await needs(robin).click()
  await robin.getByText('Also on this page now: Sam Khan').waitFor()
  await hard(robin).fill('Loud places')
  await robin.getByLabel('Add a comment').fill('When did you first notice?')
  await press(robin, 'Add comment')
  await robin.getByText('Robin Khan, today').waitFor()
  expect(await hard(robin).inputValue()).toBe('Loud places')
  await look(robin, 'shared-helper-page')
  // Told to the page that is open already, by itself.
  await sam.getByText('Also on this page now: Robin Khan').waitFor({ timeout: patience })
  await sam.reload()
  // Beside the one answer that Robin changed, and not beside the boxes that were sent along empty.
  await sam.getByText('Changed by Robin Khan, today').waitFor()
  expect(await hard(sam).inputValue()).toBe('Loud places')
  await look(sam, 'shared-owner-page')
  await press(sam, /^Mark as dealt with/)
  await sam.getByText('Dealt with', { exact: true }).waitFor()
  await sam.goto(form)
  await sam.getByText('Robin Khan changed this part, today').waitFor()
  await look(sam, 'shared-owner-activity')
})

test('what both changed is shown to the second, by the name of the first', async () => {
  await sam.goto(form)
  await needs(sam).click()
  await robin.goto(form.replace('submissions', 'shared'))
  await needs(robin).click()
  await hard(sam).fill('From Sam')
  await expectState(sam, /^Saved/)
  await hard(robin).fill('From Robin')
  await press(robin, 'Save and continue')
  await robin.getByText('Sam Khan changed this page while you were typing').waitFor()
  expect(await robin.locator('.govuk-summary-list').first().innerText()).toContain('From Sam')
  expect(await hard(robin).inputValue()).toBe('From Robin')
  await look(robin, 'shared-conflict')
})

test('an invitation that is withdrawn while both type ends at once, and what was typed is there to be copied', async () => {
  const helper = await openPage(true)
  await helper.context().addCookies(await robin.context().cookies())
  await helper.goto(robin.url())
  await hard(helper).waitFor()
  await sam.goto(`${form}/share`)
  await sam.getByRole('link', { name: /^Change or stop/ }).click()
  await look(sam, 'shared-one-helper')
  await sam.getByRole('link', { name: 'Stop sharing with Robin Khan' }).click()
  await sam.getByRole('heading', { name: 'Do you want to stop sharing with Robin Khan?' }).waitFor()
  await look(sam, 'shared-stop')
  await hard(helper).pressSequentially(' and more')
  await press(sam, 'Stop sharing')
  await sam.getByText('You have stopped sharing').waitFor()

  await hard(helper).pressSequentially(' and too late')
  await expectState(helper, /^Not saved\. Sam Khan no longer shares this form with you\. Copy/)
  expect(await hard(helper).inputValue()).toContain('and too late')
  await expectAccessiblePage(helper)
  await keepPicture(helper, 'shared-ended-typing')
  await helper.context().close()

  await hard(robin).fill('Typed without scripts, too late')
  await press(robin, 'Save and continue')
  await robin.getByText('Sam Khan no longer shares this form with you.').waitFor()
  await robin.getByText('Typed without scripts, too late').waitFor()
  await look(robin, 'shared-ended')
  await sam.goto(form)
  await needs(sam).click()
  expect(await hard(sam).inputValue()).not.toContain('too late')
  await robin.goto(form.replace('submissions', 'shared'))
  await robin.getByRole('heading', { name: 'You can no longer open this form' }).waitFor()
  await look(robin, 'shared-over')
  await robin.goto('/')
  expect(await robin.locator('main').innerText()).not.toContain('Forms that others share with me')
})

test('who may only read or comment is shown so, in Welsh too, and can leave', async () => {
  await shareWithRobin('Read and comment', [])
  await press(robin, 'Yes, I want to help')
  await robin.goto('/')
  await robin.getByRole('heading', { name: 'Forms that others share with me' }).waitFor()
  await look(robin, 'shared-home')
  await robin.getByRole('link', { name: title }).first().click()
  await needs(robin).click()
  await robin.getByText('You can read this page but not change it.').waitFor()
  expect(await hard(robin).count()).toBe(0)
  await press(robin, 'Add comment')
  await robin.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await robin.getByLabel('Add a comment').fill('This is good.')
  await press(robin, 'Add comment')
  await robin.getByText('This is good.').waitFor()
  await robin.getByRole('link', { name: 'Cymraeg' }).click()
  await robin.getByText('Gallwch ddarllen y dudalen hon ond nid ei newid.').waitFor()
  await look(robin, 'shared-read-welsh')
  await robin.getByRole('link', { name: 'English' }).click()
  await robin.goto(form.replace('submissions', 'shared'))
  await robin.getByRole('link', { name: 'Stop helping with this form' }).click()
  await look(robin, 'shared-leave')
  await press(robin, 'Stop helping')
  await robin.getByRole('heading', { name: 'Hello, Robin Khan' }).waitFor()
  await sam.goto(`${form}/share`)
  await sam.getByText('You have not shared this form with anybody.').waitFor()
})

/** Makes these professionals members of one school, verified. */
async function bringTogether(emails: string[]): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const [school] = await database.select().from(organisations).limit(1)
    const people = await database.select().from(users).where(inArray(users.email, emails))
    const at = { askedAt: new Date(), decidedAt: new Date() }
    const belongs = { organisationId: school?.id ?? '', role: 'member', state: 'active', ...at } as const
    await database
      .insert(organisationMembers)
      .values(people.map(({ id: userId }) => ({ userId, ...belongs })))
    const officer = await buildStaffSession({ ownerDatabase: database, clock: systemClock }, [])
    const by = { decidedBy: officer.userId, decidedAt: new Date() }
    const verified = { decision: 'verified', evidence: 'Teacher register', reason: 'Teaches here' } as const
    await database
      .insert(professionalVerifications)
      .values(people.map(({ id: userId }) => ({ id: newId(), userId, ...verified, ...by })))
  } finally {
    await close()
  }
}

test('a professional chooses a colleague of the same organisation, who joins by the link', async () => {
  const advice = 'Advice that two colleagues write'
  await publishForm(stack.serverUrl, { ...buildShortForm(advice), audience: 'professionals' })
  const senco = await openPage(true, stack.professionalOrigin)
  const colleague = await openPage(false, stack.professionalOrigin)
  const { mailFolder } = stack
  await registerParent(senco, mailFolder, { name: 'Sian SENCo', email: 'sian@example.org', password })
  await registerParent(colleague, mailFolder, { name: 'Col League', email: 'col@example.org', password })
  await startForm(senco, advice)
  await press(senco, 'Save and come back later')
  await senco.getByRole('link', { name: 'Share this form' }).click()
  await senco.getByRole('link', { name: 'Ask somebody to help' }).click()
  await senco.getByText('There is nobody to ask yet').waitFor()
  await expectAccessiblePage(senco)
  await keepPicture(senco, 'shared-nobody-to-ask')
  await bringTogether(['sian@example.org', 'col@example.org'])
  await senco.reload()
  await senco.getByLabel('Col League').check()
  await senco.getByLabel('Read and comment').check()
  await senco.getByLabel('All parts').check()
  await expectAccessiblePage(senco)
  await keepPicture(senco, 'shared-ask-colleague')
  await press(senco, 'Send the invitation')
  await senco.getByText('We have sent them an email').waitFor()
  const [link] = await findMail(mailFolder, 'col@example.org', /https?:\/\/\S+\/shared\/invitations\/\S+/)
  await colleague.goto(link)
  await press(colleague, 'Yes, I want to help')
  await colleague
    .getByText('Sian SENCo shares this form with you. You can read it and comment on it.')
    .waitFor()
  await senco.context().close()
  await colleague.context().close()
})
