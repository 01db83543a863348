import type { Locator, Page } from 'playwright'

/** Goes to a screen of the client by its name in the navigation. */
async function openScreen(window: Page, name: 'Suspense' | 'Incoming forms' | 'People'): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name })
    .or(window.getByRole('navigation').getByRole('link', { name }))
    .first()
    .click()
  await window.getByRole('heading', { level: 1, name }).waitFor()
}

/** Opens a row; when it arrives while the list is open, the list is asked to show it first. */
async function clickInList(window: Page, row: Locator): Promise<void> {
  const show = window.getByRole('button', { name: 'Show', exact: true })
  await row.or(show).first().waitFor()
  if (!(await row.isVisible())) await show.click()
  await row.click()
}

/** Opens a waiting child in Suspense. */
export async function openInSuspense(window: Page, childName: string): Promise<void> {
  await openScreen(window, 'Suspense')
  const waiting = window
    .getByRole('table', { name: 'Children waiting in suspense' })
    .getByRole('button', { name: childName, exact: true })
  await clickInList(window, waiting.first())
  await window.getByRole('region', { name: childName, exact: true }).waitFor()
}

/** Matches a waiting child to a person on record who is among its candidates. */
export async function matchInSuspense(
  window: Page,
  { childName, personName }: { childName: string; personName: string },
): Promise<void> {
  await openInSuspense(window, childName)
  const card = window.getByRole('region', { name: childName, exact: true })
  await card
    .getByRole('radio', { name: new RegExp(`: ${personName}$`) })
    .first()
    .check()
  await card.getByRole('button', { name: 'Match' }).click()
  await confirm(window, 'Match')
  await window.getByText(`${childName} is matched to ${personName}`).waitFor()
}

/** Adds a waiting child as a new person. */
export async function addAsNewInSuspense(window: Page, { childName }: { childName: string }): Promise<void> {
  await openInSuspense(window, childName)
  await window
    .getByRole('region', { name: childName, exact: true })
    .getByRole('button', { name: 'Add as new' })
    .click()
  await confirm(window, 'Add as new')
  await window.getByText(`${childName} is a new person on record`).first().waitFor()
}

async function confirm(window: Page, name: string): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens an incoming form in the reading pane. */
export async function openIncoming(window: Page, reference: string): Promise<void> {
  await openScreen(window, 'Incoming forms')
  const waiting = window
    .getByRole('table', { name: 'Forms waiting to be approved' })
    .getByRole('button', { name: reference, exact: true })
  await clickInList(window, waiting)
  await window.getByRole('article', { name: reference, exact: true }).waitFor()
}

/** Reads an incoming form and approves it on to the chronology. */
export async function approveIncoming(window: Page, reference: string): Promise<void> {
  await openIncoming(window, reference)
  await window
    .getByRole('article', { name: reference, exact: true })
    .getByRole('button', { name: 'Approve' })
    .click()
  await window.getByText(new RegExp(`^${reference} is on the chronology of `)).waitFor()
}

/** Finds a person by any part of the name and opens the record. */
export async function openPerson(window: Page, personName: string): Promise<void> {
  await openScreen(window, 'People')
  await window.getByRole('searchbox', { name: /^Search by any part/ }).fill(personName)
  await window
    .getByRole('table', { name: 'People found' })
    .getByRole('button', { name: personName, exact: true })
    .first()
    .click()
  await window.getByRole('heading', { level: 1, name: personName, exact: true }).waitFor()
}

/** Opens a form on a person's chronology: the one with the reference, else the newest. */
export async function openChronologyForm(window: Page, personName: string, reference = ''): Promise<void> {
  await openPerson(window, personName)
  await window
    .getByRole('region', { name: 'Chronology', exact: true })
    .locator('[id^="entry-"]')
    .filter({ hasText: reference })
    .first()
    .click()
  await window.getByRole('heading', { name: 'Who can see it' }).waitFor()
}
