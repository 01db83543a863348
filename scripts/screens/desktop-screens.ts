import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import {
  addAsNewInSuspense,
  approveIncoming,
  matchInSuspense,
  openChronologyForm,
  openIncoming,
  openInSuspense,
  openPerson,
} from '../../e2e/casework-steps.ts'
import { fillInvitation, openAdministration } from '../../e2e/access-steps.ts'
import { pressLockKey, signInStaff, unlock, type Client } from '../../e2e/desktop-steps.ts'
import { takeBankScreens, takeBuilderScreens } from './builder-screens.ts'
import type { SampleFamily } from './sample-family.ts'

/** Lists and the preview are drawn a moment after their heading. */
const settleMilliseconds = 700

/** The screens that each of the sample staff shows, by their names in the navigation. */
const further: [email: string, screens: string[]][] = [
  [
    'jo.carter@',
    [
      'Form Builder',
      'Portal users',
      'Professionals',
      'Organisations',
      'Outside experts',
      'Second steps',
      'Files people send',
    ],
  ],
  ['alex.reid@', ['Lost second steps', 'Staff users', 'Permission groups', 'Posts and teams']],
  ['morgan.hale@', ['Audit']],
]

/** Walks the client as an officer who handles the three forms of the family, and takes its pictures. */
export async function takeDesktopScreens(
  { application, window }: Client,
  { folder, family }: { folder: string; family: SampleFamily },
): Promise<void> {
  const [officer] = sampleStaff
  if (!officer) throw new Error('The sample authority has no staff.')
  const shoot = (name: string) => window.screenshot({ path: path.join(folder, `desktop-${name}.png`) })
  const { known, moved, stranger } = family

  await shoot('sign-in')
  await signInStaff(window, officer)
  await openInSuspense(window, moved.name)
  await shoot('suspense')
  await matchInSuspense(window, { childName: known.name, personName: known.name })
  await addAsNewInSuspense(window, { childName: stranger.name })
  await openIncoming(window, 'REQ-1001')
  await shoot('incoming-form')
  await approveIncoming(window, 'REQ-1001')
  await openPerson(window, known.name)
  await shoot('person')
  await openChronologyForm(window, known.name, 'REQ-1001')
  await shoot('chronology-form')
  await pressLockKey(application)
  await window.getByRole('heading', { level: 1, name: 'The client is locked' }).waitFor()
  await wait(settleMilliseconds)
  await shoot('locked')
  await unlock(window, officer)
  await window.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  for (const [email, screens] of further) {
    const staff = sampleStaff.find((one) => one.email.startsWith(email))
    if (!staff) throw new Error(`The sample authority has no ${email}`)
    await window.getByRole('button', { name: 'Sign out' }).click()
    await signInStaff(window, staff)
    for (const name of screens) {
      await openAdministration(window, name)
      if (name === 'Outside experts') await inviteSampleExpert(window, known.name)
      if (name === 'Lost second steps') await window.getByRole('button', { name: family.lost.name }).click()
      await wait(settleMilliseconds)
      await shoot(name.toLowerCase().replaceAll(' ', '-'))
    }
    if (!screens.includes('Form Builder')) continue
    await window.getByRole('navigation').getByRole('button', { name: 'Form Builder' }).click()
    await takeBuilderScreens(window, shoot)
    await takeBankScreens({ application, window }, { folder: path.dirname(folder), shoot })
  }
}

async function inviteSampleExpert(window: Page, child: string): Promise<void> {
  await window.getByRole('button', { name: 'Invite an expert' }).click()
  const email = 'ruth.lane@speech.example'
  await fillInvitation(window, {
    child,
    email,
    task: 'Please assess speech and language, and say what would help in the classroom.\nA report of two or three pages is enough.',
    lastDay: addDays(dateInLondon(new Date()), 42),
    reason: 'No NHS therapist is free within the six weeks',
  })
  await window.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
  await window.getByRole('region', { name: email }).waitFor()
}
