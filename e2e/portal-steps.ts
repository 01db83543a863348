import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import type { Locator, Page } from 'playwright'
import { patience } from './patience.ts'
import { nextTotpCode } from './totp.ts'

export type Parent = { name: string; email: string; password: string; totpSecret: string }
export type ChildTyped = {
  givenNames: string
  familyName: string
  day: string
  month: string
  year: string
  sex?: 'Female' | 'Male'
  postcode?: string
  upn?: string
}
export type FormAnswers = { child: ChildTyped; longText?: string; shortText?: string; file?: string }

/** The text of the newest message to an address; waits until there is one that matches. */
export async function findMail(mailFolder: string, to: string, matching: RegExp): Promise<RegExpExecArray> {
  const until = Date.now() + patience
  for (;;) {
    const names = (await readdir(mailFolder)).filter((name) => name.endsWith('.eml')).toSorted()
    for (const name of names.toReversed()) {
      const mail = await simpleParser(await readFile(path.join(mailFolder, name)))
      const recipients = Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : []
      const found = matching.exec(mail.text ?? '')
      if (found && recipients.some((recipient) => recipient.text.includes(to))) return found
    }
    if (Date.now() > until) throw new Error(`No message to ${to} matches ${matching}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}

type NewParent = Omit<Parent, 'totpSecret'> & { citizenKind?: 'A parent or carer' | 'A young person' }

/** Registers somebody by the link in the e-mail, with an authenticator app as the second step; ends signed in. */
export async function registerParent(
  page: Page,
  mailFolder: string,
  { citizenKind = 'A parent or carer', ...who }: NewParent,
): Promise<Parent> {
  await page.goto('/register')
  await page.getByLabel('Email address').fill(who.email)
  await press(page, 'Continue')
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  const [link] = await findMail(mailFolder, who.email, /https?:\/\/\S+\/register\/\S+/)
  await page.goto(link)
  await page.getByLabel('Your full name').fill(who.name)
  const jobTitle = page.getByLabel('Your job title')
  if ((await jobTitle.count()) > 0) await jobTitle.fill('SENCo')
  else await page.getByLabel(citizenKind, { exact: true }).check()
  await page.getByLabel('Choose a password').fill(who.password)
  await page.getByLabel('I have read how you use my information').check()
  await press(page, 'Create account')
  await page.getByLabel('From an app on my phone').check()
  await press(page, 'Continue')
  const totpSecret = (await page.locator('#secret').innerText()).replaceAll(/\s/g, '')
  await page.getByRole('textbox', { name: 'Code' }).fill(await nextTotpCode(totpSecret))
  await press(page, 'Continue')
  await page.getByRole('link', { name: 'Not now' }).click()
  await page.getByRole('heading', { name: `Hello, ${who.name}` }).waitFor()
  return { ...who, totpSecret }
}

/** Signs in with the password and a code of the authenticator app, from wherever the sign-in form is shown. */
export async function signInParent(page: Page, parent: Parent, code: string): Promise<void> {
  await page.getByLabel('Email address').fill(parent.email)
  await page.getByLabel('Password', { exact: true }).fill(parent.password)
  await press(page, 'Sign in')
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await press(page, 'Continue')
}

/** Opens the home page, also from a page that is just loading itself anew and so interrupts the way there. */
async function goHome(page: Page): Promise<void> {
  for (let triesLeft = 2; ; triesLeft -= 1) {
    try {
      await page.goto('/')
      return
    } catch (error) {
      const isInterrupted = error instanceof Error && error.message.includes('interrupted by another')
      if (!isInterrupted || triesLeft === 0) throw error
      await page.waitForLoadState('load')
    }
  }
}

/** Starts a form from the home page; ends on its first page. */
export async function startForm(page: Page, title: string): Promise<void> {
  await goHome(page)
  await page.getByRole('link', { name: title, exact: true }).last().click()
  await press(page, 'Start now')
  await page.getByRole('button', { name: 'Save and continue' }).waitFor()
}

async function fillChild(page: Page, child: ChildTyped): Promise<void> {
  await page.getByLabel('First names').fill(child.givenNames)
  await page.getByLabel('Family name').fill(child.familyName)
  const birth = page.getByRole('group', { name: 'Date of birth' })
  await birth.getByLabel('Day').fill(child.day)
  await birth.getByLabel('Month').fill(child.month)
  await birth.getByLabel('Year').fill(child.year)
  if (child.sex) await page.getByLabel(child.sex, { exact: true }).check()
  if (child.postcode) await page.getByLabel(/^Postcode/).fill(child.postcode)
  if (child.upn) await page.getByLabel(/^Unique pupil number/).fill(child.upn)
}

async function fillEmpty(boxes: Locator, answer: (box: Locator) => Promise<string>): Promise<void> {
  for (const box of await boxes.all()) if ((await box.inputValue()) === '') await box.fill(await answer(box))
}

const moreComesWithin = 150

/** Chooses the first answer wherever none is chosen, until no choice brings up more of them. */
async function chooseFirst(page: Page): Promise<void> {
  const groups = page.locator('main .govuk-radios:visible')
  for (let chosen = true; chosen;) {
    chosen = false
    for (let place = 0; place < (await groups.count()); place += 1) {
      const boxes = groups.nth(place).locator('input:enabled')
      const isAnswered = (await groups.nth(place).locator('input:checked').count()) > 0
      if (isAnswered || (await boxes.first().getAttribute('name'))?.includes('.')) continue
      await boxes.first().check()
      chosen = true
    }
    if (chosen) await page.waitForTimeout(moreComesWithin)
  }
}

/** Answers the page that is shown, whatever it asks: what was answered already stays. */
export async function fillPage(page: Page, answers: FormAnswers): Promise<void> {
  if ((await page.getByLabel('First names').count()) > 0) await fillChild(page, answers.child)
  await chooseFirst(page)
  await fillEmpty(
    page.locator('main textarea:visible'),
    async () => answers.longText ?? 'Reading and writing.',
  )
  const dates = { day: '1', month: '9', year: '2022' }
  await fillEmpty(page.locator('main .govuk-date-input__input:visible'), async (box) => {
    const part = (await box.getAttribute('name'))?.split('.').at(-1)
    return part === 'day' || part === 'month' || part === 'year' ? dates[part] : ''
  })
  // Names of parts hold a point; those of the child are optional where they are still empty.
  const single = page.locator('main input[type=text]:not([name*="."]):visible')
  await fillEmpty(single, async (box) =>
    (await box.getAttribute('inputmode')) === 'numeric' ? '2' : (answers.shortText ?? 'Elm Primary School'),
  )
  const files = page.locator('main input[type=file]')
  if (answers.file && (await files.count()) > 0) await files.setInputFiles(answers.file)
}

/** Where scripts send the files that were chosen, waits until they have and the page goes on. */
export function untilSent(page: Page): Promise<void> {
  return page.getByRole('heading', { name: 'Sending your files' }).waitFor({ state: 'detached' })
}

/** Fills page after page until the answers are to be checked. */
export async function fillRequestForm(page: Page, answers: FormAnswers): Promise<void> {
  for (let pages = 0; pages < 30 && !page.url().endsWith('/check'); pages += 1) {
    await fillPage(page, answers)
    await press(page, 'Save and continue')
    await untilSent(page)
    const problem = page.getByRole('heading', { name: 'There is a problem' })
    if ((await problem.count()) > 0) throw new Error(await page.locator('.govuk-error-summary').innerText())
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
}

/** Sends the form from the page with the answers; gives the reference of the receipt. */
export async function sendForm(page: Page): Promise<string> {
  await press(page, 'Agree and send')
  await page.getByRole('heading', { name: 'We have received your form' }).waitFor()
  return page.locator('.govuk-panel__body strong').innerText()
}
