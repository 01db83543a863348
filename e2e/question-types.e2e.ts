import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEveryTypeForm, needsTable } from './every-type-form.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { registerParent, startForm } from './portal-steps.ts'
import { publishForms } from './publish-sample-form.ts'

const title = 'Form with every type'

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  await publishForms(stack.serverUrl, [buildEveryTypeForm(title)], [needsTable])
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

describe.each([
  ['with scripts', true, 320],
  ['without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    const viewport = { width, height: 800 }
    context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    context.setDefaultTimeout(patience)
    page = await context.newPage()
    const email = `types-${width}@example.com`
    const who = { name: 'Sam Khan', email, password: 'violet harbour tuesday lamp' }
    await registerParent(page, stack.mailFolder, who)
  })
  afterAll(() => context?.close())

  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const goOn = () => page.getByRole('button', { name: 'Save and continue' }).click()
  const box = (name: string) => page.getByLabel(name, { exact: true })
  const within = (name: string) => page.getByRole('group', { name, exact: true })
  const shownErrors = () => page.locator('.govuk-error-summary__list a').allInnerTexts()

  /** Nothing to object to, and nothing wider than the page. */
  async function lookAtPage(name: string): Promise<void> {
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(wide).toBeLessThanOrEqual(width)
    }
    await keepPicture(page, `${name}-${width}`)
  }

  /** Follows the link of each problem: it leads to a box, or to the question itself. */
  async function expectLinksToLead(): Promise<void> {
    for (const link of await page.locator('.govuk-error-summary__list a').all()) {
      const target = (await link.getAttribute('href')) ?? ''
      expect(await page.locator(`[id="${target.slice(1)}"]`).count(), target).toBe(1)
    }
  }

  test('every type says what is wrong in words, keeps what was typed, and takes what will do', async () => {
    await startForm(page, title)
    await box('First names').fill('Amira')
    await box('Family name').fill('Khan')
    const birth = within('Date of birth')
    for (const [part, typed] of [
      ['Day', '3'],
      ['Month', '4'],
      ['Year', '2018'],
    ] as const) {
      await birth.getByLabel(part).fill(typed)
    }
    await goOn()

    await page.getByRole('heading', { name: 'Before you answer' }).waitFor()
    expect(await page.getByLabel('An older word').count()).toBe(0)
    await lookAtPage('needs-empty')
    await box('Talking').check()
    await box('None of these').check()
    await box('How many clubs?').fill('1,5')
    await box('Hours of help a week').fill('2.555')
    await box('What does it cost?').fill('a lot')
    const began = within('When did it begin?')
    for (const [part, typed] of [
      ['Day', '1'],
      ['Month', '1'],
      ['Year', '2999'],
    ] as const) {
      await began.getByLabel(part).fill(typed)
    }
    await within('When were you last told?').getByLabel('Month').fill('13')
    await within('When were you last told?').getByLabel('Year').fill('2020')
    await box('When does school begin?').fill('9')
    await goOn()
    expect(await shownErrors()).toEqual([
      'For “What is hard?”, select the answers that apply, or select “None of these”',
      'Select an answer for “Main kind of need”',
      '“How many clubs?” must be a whole number, such as 3',
      '“Hours of help a week” must have 2 decimal places or fewer',
      '“What does it cost?” must be an amount of money in pounds, such as 12 or 12.50',
      'The date for “When did it begin?” must be today or in the past',
      'The date for “When were you last told?” must be a real month and year, such as 3 2016',
      'The time for “When does school begin?” must be a real time, such as 9:30am or 14:45',
    ])
    await expectLinksToLead()
    await lookAtPage('needs-wrong')
    expect(await box('What does it cost?').inputValue()).toBe('a lot')
    expect(await box('None of these').isChecked()).toBe(true)
    await box('None of these').uncheck()
    await box('Moving about').check()
    await box('Autism').check()
    await box('How many clubs?').fill('20000')
    await box('Hours of help a week').fill('2.5')
    await box('What does it cost?').fill('£1,250.50')
    await began.getByLabel('Year').fill('2020')
    await within('When were you last told?').getByLabel('Month').fill('')
    await box('When does school begin?').fill('0845')
    await goOn()

    await page.getByRole('heading', { name: 'About you' }).waitFor()
    await lookAtPage('people-empty')
    await within('Your name').getByLabel('Family name').fill('Khan')
    await box('Town or city').fill('Leeds')
    await box('Postcode').fill('75001')
    await within('How can we reach you?').getByLabel('By phone').check()
    await box('Email of the school').fill('office')
    await box('Phone of the school').fill('12')
    await box('NHS number of the child').fill('943 476 5910')
    await box('Pupil number of the child').fill('A801200005001')
    await goOn()
    expect(await shownErrors()).toEqual([
      'Enter the first names',
      'Enter address line 1, typically the building and street',
      'Enter a full UK postcode, such as LS8 4AB',
      'Enter a phone number or an email address for “How can we reach you?”',
      '“Email of the school” must have an email address like name@example.com',
      '“Phone of the school” must have a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
      '“NHS number of the child” must be an NHS number of 10 digits, like 943 476 5919. Check each digit',
      '“Pupil number of the child” must be a unique pupil number of 13 characters, like B801200005001',
    ])
    await expectLinksToLead()
    await lookAtPage('people-wrong')
    await within('Your name').getByLabel('First names').fill('Sam')
    await box('Address line 1').fill('1 Elm Road')
    await box('Postcode').fill('ls84ab')
    await within('How can we reach you?').getByLabel('Phone number').fill('07700 900982')
    await box('Email of the school').fill('office@example.org')
    await box('Phone of the school').fill('(01632) 960 001')
    await box('NHS number of the child').fill('9434765919')
    await box('Pupil number of the child').fill('b801200005001')
    await goOn()

    await answerFamily()
    await page.getByRole('heading', { name: 'Your signature' }).waitFor()
    await box('I agree').check()
    await goOn()
    expect(await shownErrors()).toEqual(['Type your full name to sign'])
    await lookAtPage('signature-wrong')
    await box('Your full name').fill('Sam Khan')
    await goOn()
  })

  /** The group: items are added and removed by buttons that post the page, and nothing typed is lost. */
  async function answerFamily(): Promise<void> {
    await page.getByRole('heading', { name: 'Your family' }).waitFor()
    await lookAtPage('family-empty')
    await goOn()
    expect(await shownErrors()).toEqual(['Brother or sister 1: Answer “First name”'])
    await expectLinksToLead()
    await within('Brother or sister 1').getByLabel('First name').fill('Ella')
    await press('Add another to “Brothers and sisters”')
    await within('Brother or sister 2').waitFor()
    expect(page.url()).toMatch(/#q_\w+\.i_\w+$/)
    expect(await within('Brother or sister 1').getByLabel('First name').inputValue()).toBe('Ella')
    await within('Brother or sister 2').getByLabel('First name').fill('Gone again')
    await press('Add another to “Brothers and sisters”')
    await within('Brother or sister 3').getByLabel('First name').fill('Yusuf')
    // Three are the most: there is no way to add a fourth.
    expect(await page.getByRole('button', { name: 'Add another to “Brothers and sisters”' }).count()).toBe(0)
    await press('Remove Brother or sister 2')
    expect(await within('Brother or sister 2').getByLabel('First name').inputValue()).toBe('Yusuf')
    expect(await within('Brother or sister 3').count()).toBe(0)

    const second = within('Brother or sister 2')
    await second.getByLabel('Name of the school').fill('Elm School')
    await second.getByRole('button', { name: 'Add another to “Schools”' }).click()
    await second.getByRole('group', { name: 'School 2' }).getByLabel('Name of the school').fill('Oak School')
    await second.getByLabel('Year').fill('2012')
    await lookAtPage('family-filled')
    // The Enter key means “Save and continue”, and never one of the buttons of the group.
    await second.getByLabel('Year').press('Enter')
    expect(await shownErrors()).toEqual([
      'Brother or sister 2: The date for “Born” must include a day, month and year',
    ])
    await expectLinksToLead()
    await lookAtPage('family-wrong')
    await within('Brother or sister 2').getByLabel('Year').fill('')
    await goOn()
  }

  test('the answers are read back in words, also in the copy after sending', async () => {
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await lookAtPage('check')
    const rowsOf = async () =>
      new Map(
        await Promise.all(
          (await page.locator('.govuk-summary-list__row').all()).map(async (row) => {
            const name = await row.locator('.govuk-summary-list__key').innerText()
            return [name, await row.locator('.govuk-summary-list__value').innerText()] as const
          }),
        ),
      )
    const read = await rowsOf()
    const today = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/London',
    }).format(new Date())
    expect(Object.fromEntries([...read].slice(1))).toEqual({
      'What is hard?': 'Talking\nMoving about',
      'Main kind of need': 'Autism',
      'How many clubs?': '20,000',
      'Hours of help a week': '2.5',
      'What does it cost?': '£1,250.50',
      'When did it begin?': '1 January 2020',
      'When were you last told?': '2020',
      'When does school begin?': '8:45am',
      'Your name': 'Sam Khan',
      'Your address': '1 Elm Road\nLeeds\nLS8 4AB',
      'How can we reach you?': '07700 900982\nBest by phone',
      'Email of the school': 'office@example.org',
      'Phone of the school': '(01632) 960 001',
      'NHS number of the child': '943 476 5919',
      'Pupil number of the child': 'B801200005001',
      'Brothers and sisters':
        'Brother or sister 1\nFirst name: Ella\n\nBrother or sister 2\nFirst name: Yusuf\nSchools:\n  School 1\n  Name of the school: Elm School\n\n  School 2\n  Name of the school: Oak School',
      Declaration: `Agreed: What I wrote is true.\nSam Khan\n${today}`,
    })
    await page.getByRole('button', { name: 'Agree and send' }).click()
    await page.getByRole('heading', { name: 'We have received your form' }).waitFor()
    await page.getByRole('link', { name: 'See how it is going' }).click()
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByText('What you sent').waitFor()
    expect([...(await rowsOf())]).toEqual([...read])
    await lookAtPage('copy')
  })
})
