import type { BuiltSession } from '@send/server/testing/build-sessions'
import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { people } from '@send/server/people/tables'
import { organisations } from '@send/server/accounts/organisations/tables'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildPortalSession, buildStaffSession } from '@send/server/testing/build-sessions'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { newId } from '@send/shared/values/ids'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright'
import { createPerson } from '../scripts/campaigns/ground/person.ts'
import { enterOn, tabTo, typeInto } from './account-steps.ts'
import { givePassword, school } from './advice-steps.ts'
import { pressEnter } from './answer-by-keyboard.ts'
import type { Installation } from './installation.ts'
import { findMail } from './portal-steps.ts'

const password = 'violet harbour tuesday lamp'

/** An account on the citizen portal whose second step is a code by e-mail. */
export async function openAccount(
  stack: Installation,
  name: string,
  citizenKind: CitizenKind,
): Promise<BuiltSession> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  const session = await buildPortalSession(target, 'citizen', { name, citizenKind })
  await close()
  await givePassword(stack, session, password)
  return session
}

/** Signs in by keyboard on the page that asks for it, with the code of the newest e-mail. */
export async function signInByKeyboard(
  page: Page,
  stack: Installation,
  { email }: BuiltSession,
): Promise<void> {
  await typeInto(page, page.getByLabel('Email address'), email)
  await typeInto(page, page.getByLabel('Password', { exact: true }), password)
  await enterOn(page, page.getByRole('button', { name: 'Sign in', exact: true }))
  const box = page.getByRole('textbox', { name: 'Code' })
  await box.waitFor()
  await typeInto(page, box, await findNews(stack, email, /\b\d{6}\b/))
  await tabTo(page, page.getByRole('button', { name: 'Continue', exact: true }))
  await pressEnter(page)
}

const used = new Set<string>()

/** What a message says that none before it said: until the newest is there, the one before is found. */
export async function findNews({ mailFolder }: Installation, email: string, news: RegExp): Promise<string> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const [found] = await findMail(mailFolder, email, news)
    if (!used.has(found)) {
      used.add(found)
      return found
    }
    await wait(200)
  }
  throw new Error(`No new message to ${email} matches ${news}`)
}

/** Chooses a file by keyboard and sends it from the page of the question; ends when it is listed. */
export async function attachByKeyboard(page: Page, file: string, name: string): Promise<void> {
  // Asked for well before the key is pressed: the browser must know by then that the test chooses.
  const asked = page.waitForEvent('filechooser')
  await tabTo(page, page.locator('main input[type=file]'))
  await page.keyboard.press('Enter')
  await (await asked).setFiles(file)
  await enterOn(page, page.getByRole('button', { name: 'Upload', exact: true }))
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor()
}

/** An officer asks the school for advice about the children of one surname, on a form. */
export async function askForAdvice(stack: Installation, familyName: string, formId: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const target = { ownerDatabase: database, clock: systemClock }
    const officer = await buildStaffSession(target, ['share'], { name: 'Jo Carter' })
    const { api } = createPerson(stack, officer, 'Jo Carter')
    const [asked] = await database.select().from(organisations).where(eq(organisations.name, school))
    const children = await database.select().from(people).where(eq(people.familyName, familyName))
    for (const { id: personId } of children)
      await api.advice.send.mutate({
        idempotencyKey: newId(),
        personId,
        organisationId: asked?.id ?? '',
        formId,
        dueOn: addDays(dateInLondon(new Date()), 42),
      })
  } finally {
    await close()
  }
}
