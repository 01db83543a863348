import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { buildPortalSession, buildStaffSession } from '@send/server/testing/build-sessions'
import { newId } from '@send/shared/values/ids'
import { openAdministration } from './access-steps.ts'
import { createPerson, type Person } from '../scripts/campaigns/ground/person.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { chooseIn, pressButton, reach } from './keyboard-steps.ts'
import { patience } from './patience.ts'
import { publishForms } from './publish-sample-form.ts'
import { fillSuspense } from './suspense-steps.ts'
import { buildChildForm, sendChildForm } from './child-form-steps.ts'

const jo = sampleStaff[0]!
const form = buildChildForm('Tell us about a child')
const names = ['Adair', 'Brannock', 'Cresswell', 'Dunmore', 'Elphick', 'Fairlamb', 'Garside', 'Hollins']
const given = ['Aled', 'Betsan', 'Cerys', 'Deio', 'Efa']
/** Far apart, so that nobody is taken for another. */
function birthOf(place: number): string {
  const parts = [2006 + ((place * 5) % 13), 1 + ((place * 7) % 12), 1 + ((place * 11) % 27)]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** Forty children of a morning: all but the last two as many forms would bring them. */
const crowd = names
  .flatMap((familyName, street) =>
    given.map((givenNames, place) => ({
      givenNames,
      familyName,
      dateOfBirth: birthOf(street * 5 + place),
      sex: 'female' as const,
      postcode: `LS${street + 1} ${place + 1}AB`,
    })),
  )
  .slice(0, 38)

let stack: Installation
let client: Client
let window: Page
let sender: Person
let priya: Person
/** Matched by Priya in the morning. */
let quicker = ''

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const { formIds } = await publishForms(stack.serverUrl, [form])
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  sender = createPerson(
    stack,
    await buildPortalSession(target, 'citizen', { name: 'Nadia Khan' }),
    'Nadia Khan',
  )
  const colleague = await buildStaffSession(target, ['matching', 'people'], { name: 'Priya Sharma' })
  priya = createPerson(stack, colleague, 'Priya Sharma')
  await close()
  // One of them has moved.
  const moved = (place: number) => (place === 11 ? { postcode: 'LS29 9ZZ' } : {})
  const onRecord = crowd.slice(0, 12).map((child, place) => ({ ...child, ...moved(place) }))
  await fillSuspense(stack, { onRecord, incoming: crowd })
  for (const givenNames of ['Seren', 'Tegan'])
    await sendChildForm(sender, { form, formId: formIds[0] ?? '', givenNames, familyName: 'Yarnold' })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'jo'))
  window = client.window
  window.setDefaultTimeout(patience)
  await signInStaff(window, jo)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

const press = (...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => window.keyboard.press(key)), Promise.resolve())
const card = (name: string) => window.getByRole('region', { name, exact: true })
const row = (name: string) =>
  window
    .getByRole('table', { name: 'Children waiting in suspense' })
    .getByRole('row')
    .filter({ hasText: name })

/** Filters the list by words, opens the first child of it, and leaves the filter as it is. */
async function find(name: string): Promise<Locator> {
  await press('Escape', '/')
  await window.keyboard.press('Control+a')
  await window.keyboard.type(name)
  await press('Enter', 'Tab')
  const found = card(name)
  await found.waitFor()
  return found
}

async function confirm(): Promise<void> {
  await window.getByRole('dialog').waitFor()
  await press('Enter')
  await window.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** How many pixels of the status bar the notices cover, of its height. */
async function countCovered(): Promise<number> {
  const bar = await window.getByRole('contentinfo').boundingBox()
  const notice = await window.getByRole('alert').filter({ hasText: 'took' }).boundingBox()
  if (!bar || !notice) throw new Error('There are a status bar and a notice')
  return Math.max(0, notice.y + notice.height - bar.y)
}

async function idOf(name: string): Promise<string> {
  const { items } = await priya.api.suspense.list.query({})
  const item = items.find(({ givenNames, familyName }) => `${givenNames} ${familyName}` === name)
  if (!item) throw new Error(`${name} waits`)
  return item.incomingChildId
}

test('a morning in suspense with forty children, by keyboard alone: filter, take, explain, match, conflict, add, ask, bulk, discard, undo', async () => {
  await pressButton(window, window.getByRole('navigation').getByRole('button', { name: /^Suspense/ }))
  await window.getByRole('heading', { level: 1, name: 'Suspense' }).waitFor()
  await expect.poll(() => window.locator('tbody tr').count()).toBe(40)

  // Explained and matched.
  const first = await find('Aled Adair')
  await first.getByRole('row', { name: /^Total: .* likely/ }).waitFor()
  const { items } = await priya.api.suspense.list.query({})
  expect(items.find(({ heldBy }) => heldBy)).toMatchObject({
    givenNames: 'Aled',
    heldBy: { name: 'Jo Carter', isMe: false },
  })
  await press('m')
  await confirm()
  await window.getByText('Aled Adair is matched to Aled Adair').waitFor()

  // A colleague looks at the next one: it is read, and taken over.
  const held = await idOf('Betsan Adair')
  await priya.api.suspense.stillHere.query({ incomingChildId: held })
  const second = await find('Betsan Adair')
  await second.getByText(/^Priya Sharma is looking at this child since \d\d:\d\d$/).waitFor()
  expect(await second.getByRole('button').allInnerTexts()).toEqual(['Take over\nT'])
  await expectAccessibleWindow(window)
  await keepPicture(window, 'suspense-held')
  await press('m', 't')
  await window.getByRole('dialog', { name: 'Take over from Priya Sharma?' }).waitFor()
  await keepPicture(window, 'suspense-take-over')
  await press('Enter')
  await second.getByRole('button', { name: 'Match' }).waitFor()
  expect(await priya.api.suspense.stillHere.query({ incomingChildId: held })).toMatchObject({
    holder: { by: 'Jo Carter' },
  })

  // She takes it back: that is said at once, and the question that stood open is gone.
  await press('d')
  await window.getByRole('dialog').waitFor()
  const { holder } = await priya.api.suspense.stillHere.query({ incomingChildId: held })
  const taken = { idempotencyKey: newId(), incomingChildId: held, since: holder?.since ?? '' }
  await priya.api.suspense.takeOver.mutate(taken)
  await window.getByText(/^Priya Sharma took Betsan Adair over from you at \d\d:\d\d\./).waitFor()
  await window.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await second.getByRole('button').allInnerTexts()).toEqual(['Take over\nT'])
  await keepPicture(window, 'suspense-lost')
  expect(await countCovered()).toBe(0)

  // Not the same, and added as new.
  const third = await find('Cerys Adair')
  await third.getByRole('radio').first().waitFor()
  await press('x')
  await third.getByRole('region', { name: 'Not this child' }).waitFor()
  await press('n')
  await confirm()
  await window.getByText('Cerys Adair is a new person on record').waitFor()

  // The sender is asked, and answers.
  const asked = await find('Seren Yarnold')
  await press('a')
  const dialog = window.getByRole('dialog', { name: 'Ask the sender' })
  await dialog.waitFor()
  await window.keyboard.type('Which school does Seren go to now?')
  await keepPicture(window, 'suspense-ask')
  await expectAccessibleWindow(window)
  await pressButton(window, dialog.getByRole('button', { name: 'Send the question' }))
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => row('Seren Yarnold').innerText()).toContain('Waiting for the sender')
  const { questions } = await sender.api.senderQuestions.listMine.query({})
  await sender.api.senderQuestions.answer.mutate({
    idempotencyKey: newId(),
    questionId: questions[0]?.questionId ?? '',
    answer: 'Elm Primary School,\nsince September.',
  })
  await asked.getByText('Elm Primary School').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'suspense-answered')

  // Nobody sent the others by the portal, and the action says so.
  await find('Deio Adair')
  await press('a')
  await window.getByText('There is no form of a sender in the portal').waitFor()
  await press('Enter')

  // What a colleague has just settled is undone where it waited.
  const settled = await idOf('Efa Adair')
  const { version } = await priya.api.suspense.get.query({ incomingChildId: settled })
  const decision = { idempotencyKey: newId(), incomingChildId: settled, version }
  await priya.api.suspense.addAsNew.mutate(decision)
  const undone = await find('Efa Adair')
  await pressButton(window, undone.getByRole('button', { name: 'Undo this match…' }))
  await window.getByLabel('Why the match was wrong').waitFor()
  await pressButton(window, window.getByLabel('Why the match was wrong'))
  await window.keyboard.type('Known under her former name')
  await press('Enter')
  const done = window.getByRole('dialog', { name: 'The match is undone' })
  await pressButton(window, done.getByRole('button', { name: 'Close' }).last())
  await undone.getByRole('button', { name: 'Add as new' }).waitFor()

  // One who moved: matched, and the new postcode taken over.
  await find('Betsan Cresswell')
  await press('m')
  await confirm()
  await window.getByText('Betsan Cresswell is matched to Betsan Cresswell').waitFor()
  await pressButton(window, window.getByRole('button', { name: 'Matched with conflicts 1' }))
  await window.getByRole('table', { name: 'Matches with conflicts to decide' }).waitFor()
  await press('j')
  await window.getByRole('button', { name: 'Apply' }).waitFor()
  await press('2')
  await pressButton(window, window.getByRole('button', { name: 'Apply' }))
  await window.getByText('No match has conflicts').waitFor()
  await press('Escape', 'Escape')
  await window.getByRole('heading', { level: 1, name: 'Suspense' }).waitFor()

  // Those who are proposed by themselves are confirmed together; a colleague is quicker with one, and has another.
  await chooseIn(window, window.getByRole('combobox', { name: 'State' }), 'Auto')
  await expect.poll(() => window.locator('tbody tr').count()).toBe(9)
  await reach(window, row('Aled Brannock').getByRole('button'))
  await press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await window.getByText('3 selected').waitFor()
  await press('Control+a')
  await window.getByText('9 selected').waitFor()
  await keepPicture(window, 'suspense-selected')
  await press('Shift+M')
  const bulk = window.getByRole('dialog', { name: 'Confirm the proposed matches' })
  await bulk.getByRole('button', { name: 'Confirm 8 matches' }).waitFor()
  await bulk.getByText(/^Priya Sharma is looking at this child since/).waitFor()
  await keepPicture(window, 'suspense-bulk')
  await expectAccessibleWindow(window)
  quicker = await idOf('Cerys Brannock')
  const { version: seen, candidates } = await priya.api.suspense.get.query({ incomingChildId: quicker })
  const personId = candidates[0]?.personId ?? ''
  await priya.api.suspense.match.mutate({
    idempotencyKey: newId(),
    incomingChildId: quicker,
    version: seen,
    personId,
  })
  await press('Enter')
  await bulk.getByText('7 done').waitFor()
  await bulk.getByText('2 left out').waitFor()
  await bulk.getByText(/^Priya Sharma decided about this child/).waitFor()
  await keepPicture(window, 'suspense-bulk-result')
  await expectAccessibleWindow(window)
  await press('Enter')
  await expect.poll(() => window.locator('tbody tr').count()).toBe(1)
  await chooseIn(window, window.getByRole('combobox', { name: 'State' }), 'All')
  await expect.poll(() => window.locator('tbody tr').count()).toBeGreaterThan(20)
  // Out of the list of states, where letters choose.
  await reach(window, row('Tegan Yarnold').getByRole('button'))

  // Discarded with a reason, found by the filter, and brought back.
  await find('Tegan Yarnold')
  await press('d')
  const discard = window.getByRole('dialog', { name: 'Discard this child?' })
  await discard.getByText('Tell us about a child').waitFor()
  await press('Space', 'ArrowDown', 'ArrowDown')
  expect(await discard.getByRole('radio', { name: 'Not a child of this authority' }).isChecked()).toBe(true)
  await keepPicture(window, 'suspense-discard')
  await expectAccessibleWindow(window)
  await press('Enter')
  await window.getByText('Tegan Yarnold is discarded').waitFor()
  await press('Escape', '/', 'Control+a', 'Delete', 'Escape')
  await chooseIn(window, window.getByRole('combobox', { name: 'State' }), 'Disc')
  await pressButton(window, row('Tegan Yarnold').getByRole('button'))
  const gone = card('Tegan Yarnold')
  await gone.getByText('Not a child of this authority').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'suspense-discarded')
  await press('b')
  await window.getByText('Tegan Yarnold waits in suspense again').waitFor()
})

test('a child whom the officer has taken stays theirs when they leave its card behind the settings of matching', async () => {
  const again = { incomingChildId: quicker }
  const { stamp, proposedAccessIds: accessIds } = await priya.api.undoneMatches.getPreview.query(again)
  const why = { idempotencyKey: newId(), reason: 'A cousin of the same name' }
  await priya.api.undoneMatches.undo.mutate({ ...again, ...why, stamp, accessIds })
  await openAdministration(window, 'Suspense')
  await chooseIn(window, window.getByRole('combobox', { name: 'State' }), 'All')
  await reach(window, row('Cerys Brannock').getByRole('button'))
  await press('Space')
  await window.getByText('1 selected').waitFor()
  await press('Shift+T')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Take 1 child' }).waitFor()
  await press('Enter')
  await dialog.getByText('1 done').waitFor()
  await press('Enter')
  await dialog.waitFor({ state: 'hidden' })

  await openAdministration(window, 'Matching')
  await pressButton(window, window.getByRole('button', { name: 'Open the card of line 1', exact: true }))
  await card('Cerys Brannock').getByRole('button', { name: 'Add as new' }).waitFor()
  await pressButton(window, window.getByRole('button', { name: 'Back to matching' }))
  await window.getByRole('heading', { level: 1, name: 'Matching', exact: true }).waitFor()
  await wait(1000)
  const { items } = await priya.api.suspense.list.query({ heldBy: 'others' })
  expect(items.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`)).toContain('Cerys Brannock')
})
