import path from 'node:path'
import type { Page } from 'playwright'
import { sampleStaff } from '@send/server/administration/sample-staff'
import {
  addAsNewInSuspense,
  approveIncoming,
  matchInSuspense,
  openChronologyForm,
  openIncoming,
  openInSuspense,
  openPerson,
} from '../../e2e/casework-steps.ts'
import { signInStaff } from '../../e2e/desktop-steps.ts'
import type { SampleFamily } from './sample-family.ts'

/** Walks the client as an officer who handles the three forms of the family, and takes its pictures. */
export async function takeDesktopScreens(
  window: Page,
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
}
