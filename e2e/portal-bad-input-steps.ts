import { open } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { newPageId, newQuestionId } from '@send/shared/values/ids'

/** Stands in every answer about the child: it must never turn up in a log or an address. */
export const canary = 'Zyxcanary'

export type Typed = {
  long?: string
  short?: string
  date?: readonly [string, string, string]
  count?: string
}

const fine = { long: 'Reading is hard.', short: '', date: ['1', '9', '2022'], count: '2' } as const

function asked(en: string) {
  return { id: newQuestionId(), wording: { en }, required: true }
}

function pageOf(en: string, questions: Question[]) {
  return { id: newPageId(), title: { en }, questions }
}

function buildForm(title: string, pages: FormDefinition['pages']): FormDefinition {
  const code = `BAD-${title.length}-${String(Date.now()).slice(-8)}`
  const purpose = 'ehcNeedsAssessmentRequest'
  const englishOnly = 'Its readers are tests.'
  return {
    code,
    title: { en: title },
    englishOnly,
    audience: 'parents',
    purpose,
    accessList: { entries: [] },
    pages,
  }
}

/** The child, some answers, and files that may be left out. */
export function buildShortForm(title: string): FormDefinition {
  return buildForm(title, [
    pageOf('About the child', [{ ...asked('Who is the child?'), type: 'childDetails' }]),
    pageOf('About the needs', [
      { ...asked('What is hard?'), type: 'longText', maxLength: 20_000 },
      { ...asked('Which school?'), type: 'shortText', maxLength: 100, required: false },
      { ...asked('When did you first notice?'), type: 'date' },
      { ...asked('How many schools so far?'), type: 'wholeNumber', min: 0, max: 20 },
    ]),
    pageOf('Letters and reports', [
      {
        ...asked('Reports'),
        required: false,
        type: 'file',
        maxFiles: 2,
        maxBytes: 1024 * 1024,
        types: ['pdf', 'png', 'text'],
      },
    ]),
  ])
}

/** The child and seven pages of one short answer. */
export function buildEightPages(title: string): FormDefinition {
  const others = [2, 3, 4, 5, 6, 7, 8].map((number) =>
    pageOf(`Part ${number}`, [{ ...asked(`Question ${number}`), type: 'shortText', maxLength: 100 }]),
  )
  const child: Question = { ...asked('Who is the child?'), type: 'childDetails' }
  return buildForm(title, [pageOf('Part 1', [child]), ...others])
}

export function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('button', { name }).click()
}

/** Fills in the page with the child. */
export async function typeChild(page: Page, birth: readonly [string, string, string] = ['3', '4', '2018']) {
  await page.getByLabel('First names').fill(`${canary} Amira`)
  await page.getByLabel('Family name').fill(canary)
  await typeDate(page, 'Date of birth', birth)
}

/** Types into the three boxes of a date. */
export async function typeDate(
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole('group', { name })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** What the three boxes of a date hold. */
export function dateTyped(page: Page, name: string): Promise<string[]> {
  const group = page.getByRole('group', { name })
  return Promise.all(['Day', 'Month', 'Year'].map((part) => group.getByLabel(part).inputValue()))
}

/** Fills in the page about the needs. */
export async function typeNeeds(page: Page, typed: Typed = {}): Promise<void> {
  const all = { ...fine, ...typed }
  await page.getByLabel('What is hard?').fill(all.long)
  await page.getByLabel(/^Which school/).fill(all.short)
  await typeDate(page, 'When did you first notice?', all.date)
  await page.getByLabel('How many schools').fill(all.count)
}

/** From the first page to the answers to check, without files. */
export async function fillToCheck(page: Page): Promise<void> {
  await typeChild(page)
  await press(page, 'Save and continue')
  await typeNeeds(page)
  await press(page, 'Save and continue')
  await page.getByLabel(/^Reports/).waitFor()
  await press(page, 'Save and continue')
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
}

/** Sends a request as a browser with these cookies would, or as the headers say; follows nothing. */
export async function postAs(
  context: BrowserContext,
  address: string,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<Response> {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const own = { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin', cookie: cookies }
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body: body ?? null,
    headers: { ...own, ...headers },
  })
}

/** The fields of the form of the page as they would be posted. */
export async function fieldsOf(page: Page): Promise<URLSearchParams> {
  const fields = new URLSearchParams()
  for (const box of await page.locator('main form input[name], main form textarea[name]').all()) {
    const [name, type] = await Promise.all([box.getAttribute('name'), box.getAttribute('type')])
    if (name && type !== 'radio') fields.set(name, await box.inputValue())
  }
  return fields
}

/** Writes a file that begins with some bytes and is as long as asked, without filling the disk. */
export async function writeLong(
  folder: string,
  name: string,
  head: string,
  bytes = head.length,
): Promise<string> {
  const place = path.join(folder, name)
  const file = await open(place, 'w')
  await file.write(Buffer.from(head, 'latin1'))
  await file.truncate(bytes)
  await file.close()
  return place
}
