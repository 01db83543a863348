import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSamplePeople } from '@send/server/administration/sample-people'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { addDays, formatDate } from '@send/shared/values/plain-date'
import { findFreePorts } from '../scripts/free-port.ts'
import { startStack, type Stack } from '../scripts/stack.ts'
import { approveIncoming, matchInSuspense, openChronologyForm } from './casework-steps.ts'
import { launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { fillRequestForm, registerParent, sendForm, startForm, type ChildTyped } from './portal-steps.ts'

const title = 'Request an EHC needs assessment'

let folder: string
let stack: Stack
let browser: Browser
let client: Client

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-journey-'))
  const ports = await findFreePorts()
  stack = await startStack({ folder: path.join(folder, 'data'), ports, samples: true })
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
  const executablePath = process.env.SEND_TEST_CHROMIUM ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args })
  client = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await client?.application.close()
  await browser?.close()
  await stack?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function expectAccessibleWindow(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('a form that a parent sends is matched, approved, stands on the chronology, and the parent sees when we decide', async () => {
  const officer = sampleStaff[0]
  if (!officer) throw new Error('the sample authority has staff')
  const known = getKnownChild()
  const report = path.join(folder, 'report.pdf')
  await writeFile(report, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  await registerParent(page, stack.mailFolder, {
    name: 'Nadia Khan',
    email: 'nadia.khan@example.com',
    password: 'violet harbour tuesday lamp',
  })
  await startForm(page, title)
  await fillRequestForm(page, { child: known.typed, longText: 'Reading, and noise in class.', file: report })
  const reference = await sendForm(page)

  const { window } = client
  await expectAccessibleWindow(window)
  await signInStaff(window, officer)
  await expectAccessibleWindow(window)
  await matchInSuspense(window, { childName: known.name, personName: known.name })
  await expectAccessibleWindow(window)
  await approveIncoming(window, reference)
  await expectAccessibleWindow(window)
  await openChronologyForm(window, known.name, reference)
  await window.getByText('Reading, and noise in class.').first().waitFor()
  await expectAccessibleWindow(window)

  await page.getByRole('link', { name: 'See how it is going' }).click()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
  await page
    .getByText(formatDate(addDays(today, 42)))
    .first()
    .waitFor()
  expect(await page.locator('main').innerText()).toContain(reference)
  await context.close()
})

/** A child of the sample authority whom nobody shares name and birthday with, as a parent would type it. */
function getKnownChild(): { name: string; typed: ChildTyped } {
  const child = buildSamplePeople(new Date()).people.find(
    (person) => person.upn && person.dateOfBirth && person.sex,
  )
  if (!child) throw new Error('the sample authority has children')
  const { givenNames, familyName, dateOfBirth, sex, postcode, upn } = child
  const [year = '', month = '', day = ''] = (dateOfBirth ?? '').split('-')
  const typed = { givenNames, familyName, day, month, year, postcode: postcode ?? '', upn: upn ?? '' }
  return { name: `${givenNames} ${familyName}`, typed: { ...typed, sex: sex === 'male' ? 'Male' : 'Female' } }
}
