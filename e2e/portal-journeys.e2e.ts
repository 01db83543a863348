import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BuiltSession } from '@send/server/testing/build-sessions'
import { chooseByKeyboard, tabTo, typeInto } from './account-steps.ts'
import { buildAdviceForm, givePassword, openSignedIn, prepareSchool, type Cast } from './advice-steps.ts'
import { answerByKeyboard, pressEnter, type Typed } from './answer-by-keyboard.ts'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { pictureOnFailure } from './picture-failures.ts'
import {
  askForAdvice,
  attachByKeyboard,
  findNews,
  openAccount,
  signInByKeyboard,
} from './portal-journey-steps.ts'
import { findMail } from './portal-steps.ts'
import { buildRequestForm, publishForms } from './publish-sample-form.ts'

const request = 'Request for an assessment'
const amira: Typed = { givenNames: 'Amira', familyName: 'Khan', day: '3', month: '4', year: '2018' }
const papers = ['letter.pdf', 'report.pdf', 'school.pdf']

let stack: Installation
let browser: Browser
let cast: Cast
let adviceFormId: string

beforeAll(async () => {
  stack = await startInstallation()
  for (const name of papers) await writeFile(path.join(stack.folder, name), aPdf(name))
  const { formIds } = await publishForms(stack.serverUrl, [buildRequestForm(request), buildAdviceForm()])
  adviceFormId = formIds[1] ?? ''
  cast = await prepareSchool(stack)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

function aPdf(title: string): string {
  return `%PDF-1.4\n% ${title}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('by keyboard alone on an old phone %s', (_what, javaScriptEnabled) => {
  const phone = { javaScriptEnabled, width: 320 }

  async function openOn(session: BuiltSession, width = 320): Promise<Page> {
    const face = session.face === 'citizen' ? 'citizen' : 'professional'
    const page = await openSignedIn(browser, stack, session, { ...phone, width, face })
    page.setDefaultTimeout(patience)
    pictureOnFailure(page)
    await page.goto('/')
    return page
  }

  /** No finding of axe, which needs scripts; nothing wider than the window. */
  async function look(page: Page, name: string): Promise<void> {
    await keepPicture(page, `journey-${name}-${javaScriptEnabled ? 'scripts' : 'plain'}`)
    if (javaScriptEnabled) return expectAccessiblePage(page)
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  }

  async function follow(page: Page, name: string | RegExp, place: 'first' | 'last' = 'first'): Promise<void> {
    await tabTo(page, page.getByRole('link', { name, exact: true })[place]())
    await pressEnter(page)
  }

  async function press(page: Page, name: string | RegExp): Promise<void> {
    await tabTo(page, page.getByRole('button', { name, exact: true }).first())
    await pressEnter(page)
  }

  function heading(page: Page, name: string | RegExp): Promise<void> {
    return page.getByRole('heading', { name }).first().waitFor()
  }

  test('a parent asks for an assessment in three sittings on two devices with three files', async () => {
    const parent = await openAccount(stack, 'Sam Khan', 'parentCarer')
    const attach = (page: Page, name: string) => attachByKeyboard(page, path.join(stack.folder, name), name)

    const first = await openOn(parent)
    await follow(first, request, 'last')
    await look(first, 'before')
    await press(first, 'Start now')
    await press(first, 'Save and continue')
    await heading(first, 'There is a problem')
    await look(first, 'child-errors')
    await answerByKeyboard(first, 'Save and continue', amira)
    await heading(first, 'About the needs')
    await typeInto(first, first.getByLabel('What is hard?'), 'Mornings.')
    await press(first, 'Save and come back later')
    await look(first, 'unfinished')
    await first.context().close()

    const second = await openSignedIn(browser, stack, parent, { javaScriptEnabled, face: 'citizen' })
    pictureOnFailure(second)
    await second.context().clearCookies()
    await second.goto('/sign-in')
    await signInByKeyboard(second, stack, parent)
    await heading(second, 'Hello, Sam Khan')
    await look(second, 'home-second-device')
    await follow(second, request)
    await follow(second, 'About the needs')
    expect(await second.getByLabel('What is hard?').inputValue()).toBe('Mornings.')
    await answerByKeyboard(second, 'Save and continue')
    await heading(second, 'Letters and reports')
    for (const name of papers.slice(0, 2)) await attach(second, name)
    await look(second, 'two-files')
    await second.context().close()

    const third = await openOn(parent)
    await follow(third, request)
    await follow(third, 'Letters and reports')
    for (const name of papers.slice(0, 2)) await third.getByText(name).first().waitFor()
    await attach(third, papers[2] ?? '')
    await look(third, 'three-files')
    await press(third, 'Save and continue')
    await heading(third, 'Check your answers')
    await look(third, 'check')
    await follow(third, /Change.*Who is the child/)
    await tabTo(third, third.getByLabel('First names'))
    await third.keyboard.press('End')
    await third.keyboard.type(' Jane')
    await press(third, 'Save and continue')
    await third.getByText('Amira Jane Khan').waitFor()
    expect(third.url()).not.toContain('Amira')
    await press(third, 'Agree and send')
    await heading(third, 'We have received your form')
    await look(third, 'received')
    const [reference] = await findMail(stack.mailFolder, parent.email, /REQ-\d{4,}/)
    expect(await third.locator('.govuk-panel__body strong').innerText()).toBe(reference)
    await follow(third, 'See how it is going')
    await third.getByText('Decision due by').waitFor()
    await look(third, 'progress')
    await follow(third, 'View and print what you sent')
    for (const said of ['Mornings.', ...papers]) await third.getByText(said).first().waitFor()
    await look(third, 'copy')
    await press(third, 'Sign out')
    await third.goto(third.url())
    await third.getByRole('link', { name: 'Create an account' }).waitFor()
    await third.context().close()
  }, 180_000)

  test('a young person gives their views', async () => {
    const wren = await openAccount(stack, 'Wren Khan', 'youngPerson')
    const page = await openOn(wren)
    await look(page, 'young-home')
    await follow(page, 'My views (section A)', 'last')
    await press(page, 'Start now')
    for (let pages = 0; pages < 20 && !page.url().endsWith('/check'); pages += 1) {
      await look(page, `young-${pages}`)
      await answerByKeyboard(page, 'Save and continue', amira)
    }
    await look(page, 'young-check')
    await press(page, 'Agree and send')
    await heading(page, 'We have received your form')
    await look(page, 'young-received')
    await page.context().close()
  }, 180_000)

  test('a SENCo gives advice about two children, with a colleague’s help and after the session ended', async () => {
    await askForAdvice(stack, 'Quillfeather', adviceFormId)
    const { lead, member } = cast
    const page = await openOn(lead)
    for (const born of ['2 March 2015', '19 August 2017']) {
      await page.goto('/')
      const due = page.getByRole('region', { name: 'What needs doing now' })
      const child = due.getByRole('heading', { name: born }).locator('..')
      await tabTo(page, child.getByRole('link'))
      await pressEnter(page)
      await look(page, 'advice-request')
      await press(page, 'Begin the form')
      await follow(page, 'The child')
      await press(page, 'Use this answer for: Who is the child?')
      expect(await page.getByLabel('Family name').inputValue()).toBe('Quillfeather')
      await press(page, 'Save and come back later')
      const form = page.url()
      if (born === '2 March 2015') {
        await askColleague(page)
        await helpAs(member)
        await page.goto(form)
        await page.getByText('Max Member').first().waitFor()
      }
      await follow(page, 'Your advice')
      const advice = page.getByLabel('What helps the child?')
      await tabTo(page, advice)
      await page.keyboard.press('Control+End')
      await page.keyboard.type('Also a quiet corner.')
      await givePassword(stack, lead, 'violet harbour tuesday lamp')
      await page.context().clearCookies()
      await press(page, 'Save and continue')
      await page.getByText('What you typed is not lost').waitFor()
      await look(page, 'advice-session-over')
      await signInByKeyboard(page, stack, lead)
      await expect.poll(() => advice.inputValue()).toContain('Also a quiet corner.')
      await press(page, 'Save and continue')
      await look(page, 'advice-check')
      await press(page, 'Agree and send')
      await heading(page, 'We have received your form')
    }
    await page.goto('/')
    await look(page, 'advice-sent')
    await page.context().close()

    async function askColleague(on: Page): Promise<void> {
      await follow(on, 'Share this form')
      await follow(on, 'Ask somebody to help')
      await chooseByKeyboard(on, 'Max Member')
      await chooseByKeyboard(on, 'Fill in and comment')
      await chooseByKeyboard(on, 'All parts')
      await look(on, 'advice-ask-colleague')
      await press(on, 'Send the invitation')
      await on.getByText('We have sent them an email').waitFor()
    }
    async function helpAs(colleague: BuiltSession): Promise<void> {
      const link = /https?:\/\/\S+\/shared\/invitations\/\S+/
      const address = await findNews(stack, colleague.email, link)
      const on = await openOn(colleague)
      await on.goto(address)
      await press(on, 'Yes, I want to help')
      await follow(on, 'Your advice')
      await typeInto(on, on.getByLabel('What helps the child?'), 'Pictures of the day. ')
      await look(on, 'advice-colleague')
      await press(on, 'Save and continue')
      await on.context().close()
    }
  }, 240_000)

  test('a professional adds a child, and never learns whether we knew it', async () => {
    const page = await openOn(javaScriptEnabled ? cast.member : cast.lead)
    const answers: string[] = []
    const family = javaScriptEnabled ? 'Unheard' : 'Unseen'
    for (const [givenNames, familyName, year] of [
      ['Tomos', 'Wrenfield', '2016'],
      ['Nobody', family, '2017'],
    ] as const) {
      await page.goto('/children')
      await follow(page, /^Tell us about/)
      await look(page, 'professional-adds')
      await answerByKeyboard(page, 'Send', { givenNames, familyName, day: '30', month: '1', year })
      await page.getByText('We write to you when we have decided').waitFor()
      const row = page.locator('.govuk-summary-list__row').filter({ hasText: `${givenNames} ${familyName}` })
      answers.push(
        (await row.last().innerText()).replaceAll(/Tomos|Nobody|Wrenfield|Unheard|Unseen|201[67]/g, '…'),
      )
      await look(page, 'professional-added')
    }
    expect(answers[0]).toBe(answers[1])
    await page.context().close()
  }, 120_000)

  test('a parent gives views of two children in Welsh', async () => {
    const parent = await openAccount(stack, 'Nerys Puw', 'parentCarer')
    const page = await openOn(parent)
    await page.goto('/account/details')
    await chooseByKeyboard(page, 'Cymraeg')
    await press(page, 'Save')
    await heading(page, 'Fy nghyfrif')
    for (const [givenNames, year] of [
      ['Gwen', '2014'],
      ['Ifan', '2017'],
    ] as const) {
      await page.goto('/')
      await follow(page, 'Eich barn (adran A)', 'last')
      await look(page, 'welsh-before')
      await press(page, 'Dechrau nawr')
      const typed = { ...amira, givenNames, familyName: 'Puw', year }
      for (let pages = 0; pages < 20 && !page.url().endsWith('/check'); pages += 1) {
        await look(page, `welsh-${pages}`)
        await answerByKeyboard(page, 'Cadw a pharhau', typed)
      }
      await page.getByText(`${givenNames} Puw`).first().waitFor()
      await look(page, 'welsh-check')
      await press(page, 'Cytuno ac anfon')
      await heading(page, 'Rydym wedi cael eich ffurflen')
      await look(page, 'welsh-received')
      await findMail(stack.mailFolder, parent.email, /Rydym wedi derbyn|cyrhaeddodd eich ffurflen/)
    }
    await page.goto('/')
    const sent = page.getByRole('region', { name: 'Ffurflenni a anfonwyd' })
    for (const name of ['Gwen Puw', 'Ifan Puw']) await sent.getByRole('heading', { name }).waitFor()
    await look(page, 'welsh-home')
    await page.context().close()
  }, 180_000)
})
