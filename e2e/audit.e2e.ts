import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@send/server/database/client'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'

let stack: Installation
let client: Client
const auditor = sampleStaff[0]

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  await prepareTrail()
  client = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

/** Lets everybody of the sample see the audit, and adds an alert and a colleague's look at a child. */
async function prepareTrail(): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const colleague = `(select id from users where email = '${sampleStaff[1]?.email}')`
  const child = '(select id from people order by id limit 1)'
  await database.execute("update permission_groups set processes = array_append(processes, 'audit')")
  await database.execute(`insert into audit_events (id, occurred_at, actor_user_id, actor_kind, face, address, action,
      outcome, person_id, object_kind, object_id, reason, details)
    select gen_random_uuid(), now() - n * interval '1 minute', ${colleague}, 'staff', 'desktop', '192.0.2.7',
      'people.get', 'done', ${child}, 'person', ${child}::text, '=Asked by the "court"', '{}'
    from generate_series(1, 130) n`)
  await database.execute(`insert into audit_alerts (id, kind, actor_user_id, children, window_start, raised_at)
    values (gen_random_uuid(), 'manyChildren', ${colleague}, 100, now() - interval '1 hour', now())`)
  await close()
}

async function expectAccessible(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('an auditor finds who looked at a child, looks into an alert, and exports what was found, by keyboard', async () => {
  const { window, application } = client
  if (!auditor) throw new Error('the sample authority has staff')
  await signInStaff(window, auditor)
  await window.getByRole('button', { name: 'Audit' }).press('Enter')
  await window.getByRole('heading', { name: 'Audit' }).waitFor()
  await window.getByText(/^(Sealed up to|Nothing is sealed yet)/).waitFor()
  await window.getByRole('cell', { name: 'Opened a person' }).first().waitFor()
  await expectAccessible(window)
  await keepPicture(window, 'audit')

  const alerts = window.getByRole('region', { name: 'Alerts' })
  await alerts.getByText(/looked at 100 or more different children/).waitFor()
  await alerts.getByRole('button', { name: 'Show what they did' }).press('Enter')
  const table = window.getByRole('table')
  await expect.poll(() => table.getByRole('row').count()).toBe(101)
  await window.getByRole('button', { name: 'Show older lines' }).press('Enter')
  await expect.poll(() => table.getByRole('row').count()).toBe(131)
  await alerts.getByRole('button', { name: 'I have looked into this' }).press('Enter')
  await alerts.waitFor({ state: 'detached' })

  await window.locator('body').click({ position: { x: 5, y: 700 } })
  await window.keyboard.press('j')
  await window.keyboard.press('j')
  const detail = window.getByRole('region', { name: 'One line of the audit trail' })
  await detail.getByText('=Asked by the "court"').waitFor()
  await expectAccessible(window)
  await keepPicture(window, 'audit-line')
  await detail.getByRole('button', { name: 'Only this child' }).press('Enter')

  await window.getByLabel('From', { exact: true }).fill('31/02/2026')
  await window.getByText('Write a day like 14/02/2026.').waitFor()
  await window.getByLabel('From', { exact: true }).fill('14/02/2020')
  await window.getByLabel('What', { exact: true }).selectOption({ label: 'Opened a person' })
  await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(100)

  const file = path.join(stack.folder, 'export.csv')
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await window.getByRole('button', { name: 'Export…' }).press('Enter')
  await window.getByLabel('Why do you need it?').fill('Asked by the data protection officer')
  await window.getByLabel('Your password, once more').fill('not this one')
  await window.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await window.getByText('That is not your password.').waitFor()
  await expectAccessible(window)
  await keepPicture(window, 'audit-export')
  await window.getByLabel('Your password, once more').fill(auditor.password)
  await window.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await window.getByText('The export is saved.').waitFor()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(131)
  expect(lines[1]).toContain(`"'=Asked by the ""court"""`)

  await window.getByRole('button', { name: 'Clear' }).press('Enter')
  await window.getByRole('cell', { name: 'Exported the audit trail' }).first().waitFor()
  const childBox = window.getByRole('textbox', { name: 'Child' })
  await childBox.fill('zz')
  await window.getByText('Nobody found').waitFor()
  await expectAccessible(window)
  await childBox.fill('Kha')
  await window.getByRole('option').first().waitFor()
  await expectAccessible(window)
  await childBox.press('ArrowDown')
  await childBox.press('Enter')
  await expect.poll(() => childBox.inputValue()).toMatch(/Khan/)
})
