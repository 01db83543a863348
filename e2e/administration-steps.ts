import type { Page } from 'playwright'
import { nextTotpCode } from './totp.ts'

/** Opens an account by keyboard alone and returns its starting code. */
export async function createStaffUser(window: Page, user: { name: string; email: string }): Promise<string> {
  await window.getByRole('heading', { level: 1, name: 'Staff users' }).click()
  await window.keyboard.press('n')
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Name').waitFor()
  await window.keyboard.type(user.name)
  await window.keyboard.press('Tab')
  await window.keyboard.type(user.email)
  await window.keyboard.press('Enter')
  await window.getByRole('dialog', { name: `Starting code for ${user.name}` }).waitFor()
  const code = await dialog.getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/).innerText()
  await window.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('region', { name: user.name, exact: true }).waitFor()
  return code
}

/** Puts the open account into a group or takes it out, with a reason where one is asked for. */
export async function setGroup(
  window: Page,
  group: string,
  belongs: boolean,
  reason?: string,
): Promise<void> {
  await window.getByRole('checkbox', { name: group }).setChecked(belongs)
  await window.getByRole('button', { name: 'Save' }).click()
  const dialog = window.getByRole('dialog')
  if (reason !== undefined) await dialog.getByLabel('Reason').fill(reason)
  else await dialog.getByRole('button', { name: 'Save' }).waitFor()
  await window.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await window
    .getByText(/ is saved/)
    .first()
    .waitFor()
}

/** Signs somebody in for the first time: starting code, own password, authenticator app. */
export async function signInFirstTime(
  window: Page,
  { email, code, password }: { email: string; code: string; password: string },
): Promise<void> {
  await window.getByRole('button', { name: 'I have a starting code' }).click()
  await window.getByLabel('E-mail').fill(email)
  await window.getByLabel('Starting code').fill(code)
  await window.getByLabel('Choose a password').fill(password)
  await window.keyboard.press('Enter')
  await window.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
}

/** Types the first code of the app that was just set up. */
export async function confirmApp(window: Page): Promise<void> {
  const secret = await window.getByLabel('Secret').inputValue()
  await window.getByLabel('Code from your authenticator app').fill(await nextTotpCode(secret))
  await window.keyboard.press('Enter')
  await window.getByRole('navigation').first().waitFor()
}
