import type { Page } from 'playwright'
import { registerParent, type Parent } from './portal-steps.ts'

export type ExpertInvitation = {
  /** As it stands on record. */
  child: string
  email: string
  task: string
  /** YYYY-MM-DD. */
  lastDay: string
  reason: string
}

/** Opens one of the screens of administration by its name in the navigation. */
export async function openAdministration(window: Page, name: string): Promise<void> {
  // A count of what waits stands after the name.
  const button = window.getByRole('navigation', { name: 'Screens' }).getByRole('button', {
    name: new RegExp(`^${name}( \\d+.*)?$`),
  })
  await button.click()
  await window.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Fills the dialog that invites an outside expert, from the search for the child on. */
export async function fillInvitation(window: Page, invitation: ExpertInvitation): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('searchbox').fill(invitation.child)
  await dialog.getByRole('radio', { name: invitation.child }).first().check()
  await dialog.getByLabel('E-mail').fill(invitation.email)
  await dialog.getByLabel('Task').fill(invitation.task)
  await dialog.getByLabel('Last day of access').fill(invitation.lastDay)
  await dialog.getByLabel('Reason').fill(invitation.reason)
}

/** Registers a portal user who then has lost every second step, and asks the authority for help. */
export async function registerAndLoseAll(
  page: Page,
  mailFolder: string,
  who: Omit<Parent, 'totpSecret'>,
): Promise<Parent> {
  const registered = await registerParent(page, mailFolder, who)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await askAgain(page, who)
  return registered
}

/** Signs in with the password alone and asks the authority for a new second step. */
export async function askAgain(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: 'I cannot use any of these' }).click()
  await page.getByRole('button', { name: 'Ask my council' }).click()
  await page.getByRole('heading', { name: 'Your council has been asked' }).waitFor()
}
