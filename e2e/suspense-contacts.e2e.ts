import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessibleWindow } from './axe-steps.ts'
import { openInSuspense } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { fillSuspense } from './suspense-steps.ts'

const tamsin = {
  givenNames: 'Tamsin',
  familyName: 'Quillfeather',
  dateOfBirth: '2013-04-09',
  sex: 'female' as const,
  postcode: 'LS8 4AB',
}
const ida = {
  ...tamsin,
  givenNames: 'Ida',
  familyName: 'Hexworthy',
  dateOfBirth: '2015-06-01',
  postcode: 'LS6 2QQ',
}
const brother = {
  ...ida,
  givenNames: 'Owen',
  sex: 'male' as const,
  dateOfBirth: '2011-02-03',
  postcode: 'YO1 7HH',
}

let stack: Installation
let client: Client
let window: Page

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const phone = { kind: 'mobile', value: '07700 900123' } as const
  const email = { kind: 'email', value: 'nadia@example.org' } as const
  const told = [
    { kind: 'phone' as const, value: '07700900123' },
    { kind: 'email' as const, value: 'sam.field@example.org' },
  ]
  await fillSuspense(stack, {
    onRecord: [
      // The family moved, and its number is the same; of the samples some have it too, who are nobody of theirs.
      { ...tamsin, motherReached: [phone, email] },
      { ...ida, motherReached: [{ ...phone, value: '07700 900456', endedOn: '2025-01-01' }] },
      { ...brother, motherReached: [{ ...phone, value: '07700 900456' }] },
    ],
    incoming: [
      { ...tamsin, postcode: 'LS17 6QE', parentContacts: told },
      { ...ida, parentContacts: [{ kind: 'phone', value: '07700900456' }] },
    ],
  })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
  window = client.window
  await signInStaff(window, sampleStaff[0]!)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

const row = (name: RegExp) => window.getByRole('table', { name: /field by field/ }).getByRole('row', { name })

test('SR-614: the card says that a parent’s phone agrees and the e-mail does not, and shows neither', async () => {
  await openInSuspense(window, 'Tamsin Quillfeather')
  await row(/^Total/).scrollIntoViewIfNeeded()
  expect(await row(/^Parent’s phone/).innerText()).toMatch(
    /Told\s+On record\s+✓\s*agrees\s.*\+\d.*1 in [\d,]+ are reached by this number/s,
  )
  expect(await row(/^Parent’s e-mail/).innerText()).toMatch(/≠\s*differs\s+−[01]\.\d/)
  expect(await window.getByRole('main').innerText()).not.toMatch(/900\s?123|@example/)
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme })
    await keepPicture(window, `suspense-contacts-${colorScheme}`)
    await expectAccessibleWindow(window)
  }
})

test('a former number agrees as one, counts once with the home, and a brother who has it must be looked at', async () => {
  await openInSuspense(window, 'Ida Hexworthy')
  await window
    .getByText('whose parent has the same telephone number or e-mail address is on record')
    .waitFor()
  expect(await row(/^Parent’s phone/).innerText()).toMatch(
    /Told\s+On record\s+✓\s*agrees: a former one, counted once/,
  )
  expect(await row(/^Parent’s e-mail/).count()).toBe(0)
  await row(/^Total/).scrollIntoViewIfNeeded()
  await keepPicture(window, 'suspense-contacts-brother')
  await expectAccessibleWindow(window)
})
