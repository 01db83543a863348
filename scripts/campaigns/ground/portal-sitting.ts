import type { Answers } from '@send/shared/forms/answers'
import type { Random } from '@send/shared/values/seeded-random'
import type { BrowserContext, Page } from 'playwright'
import { get } from './ask.ts'
import type { RequestForm } from './request-form.ts'
import type { Person } from './person.ts'

/** Somebody who fills in one form in a browser, over a network that loses, doubles and stalls. */
export type Sitting = {
  context: BrowserContext
  parent: Person
  form: RequestForm
  /** Whether the pages have their scripts. */
  scripts: boolean
  random: Random
  /** What the child is called, and the long answer: as nobody else writes them. */
  wanted: { givenNames: string; views: string }
  count: (what: string) => void
}

/** What came of it; each fault is a sentence. */
export type Sat = { submissionId: string; reference: string; faults: string[] }

const mostTurns = 120
/** Milliseconds after which a page plainly does not come, and is asked for again. */
const patience = 8000
/** Milliseconds that a busy machine may take for what needs no network. */
const patienceWithoutNetwork = 60_000

/** Does on every page what it asks for, and reloads what did not come, until there is a receipt. */
export async function fillInAndSend(sitting: Sitting): Promise<Sat> {
  const { context, form, count } = sitting
  const page = await context.newPage()
  page.setDefaultTimeout(patienceWithoutNetwork)
  page.setDefaultNavigationTimeout(patience)
  const faults: string[] = []
  let submissionId = ''
  try {
    await open(page, `/forms/${form.formId}`)
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const place = await findPlace(page)
      submissionId = /^\/submissions\/([0-9a-f-]{36})/.exec(place)?.[1] ?? submissionId
      if (place === 'nothing') {
        count('pages that did not come')
        await reload(page)
      } else if (place.startsWith('/forms/')) await press(page, 'Start now')
      else if (place.includes('/pages/')) faults.push(...(await fillInPage(page, sitting, submissionId)))
      else if (place.includes('/files/')) await press(page, 'Save and continue')
      else if (place.endsWith('/check')) await press(page, 'Agree and send')
      else if (place.endsWith('/received')) {
        const reference = (await page.locator('.govuk-panel strong').innerText()).trim()
        return { submissionId, reference, faults }
      } else if (place.startsWith('/submissions/')) await goOn(page, submissionId, form)
      else throw new Error(`nobody expects the page ${place}`)
    }
    throw new Error(`no receipt after ${mostTurns} turns`)
  } finally {
    await page.close()
  }
}

/** The path of the page, or nothing where none came, or a part of one. */
async function findPlace(page: Page): Promise<string> {
  const whole = await page
    .evaluate<boolean>(`document.querySelector('footer') !== null && document.readyState === 'complete'`)
    .catch(() => false)
  const { protocol, pathname } = new URL(page.url())
  return whole && protocol === 'http:' ? pathname : 'nothing'
}

/** A page that does not come is found afterwards, as by a person. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path).catch(() => {})
}

async function reload(page: Page): Promise<void> {
  await page.reload().catch(() => {})
}

/** Presses a button and waits until another page is there, or plainly none will come. */
async function press(page: Page, name: string): Promise<void> {
  await page.evaluate(`document.documentElement.dataset.old = 'old'`)
  await page.getByRole('button', { name, exact: true }).click()
  const until = performance.now() + patience
  while (performance.now() < until) {
    const isNew = await page
      .evaluate<boolean>(
        `document.documentElement.dataset.old === undefined && document.readyState === 'complete'`,
      )
      .catch(() => false)
    if (isNew) return
    await page.waitForTimeout(25)
  }
}

/** Of a form that was sent the receipt, else the page of it that is to be filled in. */
async function goOn(page: Page, submissionId: string, form: RequestForm): Promise<void> {
  const isSent = (await page.getByRole('button', { name: /Continue|Carry on/ }).count()) === 0
  await open(page, `/submissions/${submissionId}/${isSent ? 'received' : `pages/${form.pageId}`}`)
}

type Shown = { state: string; givenNames: string; views: string }

/** Fills in what is not there yet; whatever the page calls saved must be in the database. */
async function fillInPage(page: Page, sitting: Sitting, submissionId: string): Promise<string[]> {
  const { wanted, random, scripts, count } = sitting
  const faults: string[] = []
  const before = await readShown(page, sitting.form)
  faults.push(...(await checkSaved(before, sitting, submissionId)))
  const [given, views] = [page.getByLabel('First names'), page.locator(`[name^="${sitting.form.viewsId}"]`)]
  if (before.givenNames !== wanted.givenNames || before.views !== wanted.views) {
    count('times that the page was filled in')
    await given.fill(wanted.givenNames)
    await page.getByLabel('Family name').fill('O’Connor-Hughes')
    const birth = page.getByRole('group', { name: 'Date of birth' })
    for (const [part, value] of [
      ['Day', '3'],
      ['Month', '4'],
      ['Year', '2018'],
    ] as const)
      await birth.getByLabel(part).fill(value)
    await views.fill(wanted.views)
  }
  if (scripts && random.chance(0.8)) {
    await page
      .locator('[data-save-state]', { hasText: /^Saved/ })
      .waitFor({ timeout: patience })
      .catch(() => count('times that the page was not saved within 8 seconds'))
    const after = await readShown(page, sitting.form)
    faults.push(...(await checkSaved(after, sitting, submissionId)))
  }
  await press(page, 'Save and continue')
  return faults
}

/** In one look, so that what is said of saving is said of these very values. */
function readShown(page: Page, { viewsId }: RequestForm): Promise<Shown> {
  return page.evaluate<Shown>(`({
    state: document.querySelector('[data-save-state]')?.textContent ?? '',
    givenNames: document.querySelector('[name$=".givenNames"]')?.value ?? '',
    views: document.querySelector('[name^="${viewsId}"]')?.value ?? '',
  })`)
}

async function checkSaved(shown: Shown, sitting: Sitting, submissionId: string): Promise<string[]> {
  const { parent, form, count } = sitting
  if (!shown.state.startsWith('Saved')) return []
  count('times that a page called itself saved')
  const { answers } = await get(() => parent.api.submissions.getMine.query({ submissionId }))
  const kept = readKept(answers, form)
  return kept.givenNames === shown.givenNames && kept.views === shown.views
    ? []
    : [`${submissionId}: the page says “${shown.state}” of what is not in the database`]
}

/** The two answers as the database has them. */
export function readKept(answers: Answers, form: RequestForm): { givenNames: string; views: string } {
  const [child, views] = [answers[form.childId], answers[form.viewsId]]
  const givenNames = typeof child === 'object' && 'givenNames' in child ? String(child.givenNames) : ''
  return { givenNames, views: typeof views === 'string' ? views : '' }
}
