import type { Locator, Page } from 'playwright'
import type { SampleStaff } from '@send/server/administration/sample-staff'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { QuestionOf, QuestionType } from '@send/shared/forms/questions/question-types'
import type { Text } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { chooseIn, pressButton, setTick, typeOver } from './keyboard-steps.ts'

const t = translator('en')

const audienceNames = {
  parents: 'Parents and carers',
  youngPeople: 'Young people',
  professionals: 'Professionals',
}
const purposeNames = {
  ehcNeedsAssessmentRequest: 'Request for an EHC needs assessment',
  information: 'Information',
}
const bytesInMegabyte = 1024 * 1024
const mostLetters = 30

/** Opens the client with a user folder and signs a member of staff in; ends in the list of forms. */
export async function openInFormBuilder(
  serverUrl: string,
  { userFolder, staff }: { userFolder: string; staff: SampleStaff },
): Promise<Client> {
  const client = await launchClient(serverUrl, userFolder)
  await signInStaff(client.window, staff)
  await openFormBuilder(client.window)
  // Away from the navigation, whose hovered entry is not what is looked at here.
  await client.window.mouse.move(700, 5)
  return client
}

/** Goes to the list of forms. */
export async function openFormBuilder(window: Page): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: 'Form Builder' })
    .or(window.getByRole('navigation').getByRole('link', { name: 'Form Builder' }))
    .first()
    .click()
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()
}

/** A question as it is written down, before anybody gave it an id. */
type NewQuestion = { [Type in QuestionType]: Omit<QuestionOf<Type>, 'id'> }[QuestionType]

type NewForm = Pick<FormDefinition, 'code' | 'title' | 'audience' | 'purpose'> &
  Partial<Pick<FormDefinition, 'guidance' | 'informationDueDays' | 'englishOnly'>>

/** Begins a form; ends in its editor, on a form that has only the page with the child details. */
export async function createForm(window: Page, form: NewForm): Promise<void> {
  await pressButton(window, window.getByRole('button', { name: 'New form' }))
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
  await fillText(window, 'Title', form.title)
  if (form.englishOnly) await sayEnglishOnly(window, form.englishOnly)
  await typeOver(window, window.getByLabel('Code', { exact: true }), form.code)
  await chooseIn(window, window.getByLabel('Audience'), audienceNames[form.audience])
  await chooseIn(window, window.getByLabel('What it sets going'), purposeNames[form.purpose])
  if (form.guidance) await fillText(window, 'Guidance', form.guidance)
  if (form.informationDueDays) {
    const due = window.getByLabel('Information due within (days)')
    await typeOver(window, due, String(form.informationDueDays))
  }
}

/** Says in the settings, which are open, that the form is in English only. */
export async function sayEnglishOnly(window: Page, reason = 'No family has asked for Welsh.'): Promise<void> {
  await setTick(window, window.getByLabel('In English only'), true)
  await typeOver(window, window.getByLabel('Why it is in English only'), reason)
}

/** Lets permission groups read the imported forms, and the first of them administer who does. */
export async function chooseReaders(window: Page, groups: string[]): Promise<void> {
  await selectItem(window, 'Form settings')
  const box = (name: string) => window.getByRole('checkbox', { name })
  for (const group of groups) await setTick(window, box(`${group} may read`), true)
  const [first] = groups
  if (first) await setTick(window, box(`${first} may administer`), true)
}

/** Selects an item of the outline by its label, such as `1.2 Which school?`. */
export async function selectItem(window: Page, label: string): Promise<void> {
  await window.getByRole('treeitem', { name: label }).first().click()
}

/** Adds a page after the selected one; ends in its editor. */
export async function addPage(window: Page, title: Text, guidance?: Text): Promise<void> {
  await pressButton(window, window.getByRole('button', { name: 'Add page' }))
  await fillText(window, 'Title of the page', title)
  if (guidance) await fillText(window, 'Guidance', guidance)
}

/** Adds a question after the selected one, with everything that its type can have; ends in its editor. */
export async function addQuestion(window: Page, question: NewQuestion): Promise<void> {
  await pressButton(window, window.getByRole('button', { name: 'Add question' }))
  const name = t(`forms.type.${question.type}`)
  const entry = window.getByRole('menuitem', { name, exact: true })
  await entry.waitFor()
  // Letters find their entry, as in every menu; of several that begin alike the next one with each letter.
  for (let letters = 0; (await window.locator(':focus').and(entry).count()) === 0; letters += 1) {
    if (letters === mostLetters) throw new Error(`“${name}” is not found by its first letter.`)
    await window.keyboard.type(name.slice(0, 1))
  }
  await window.keyboard.press('Enter')
  await window.getByRole('treeitem', { selected: true, name: '(no wording yet)' }).waitFor()
  await fillQuestion(window, question)
}

/** Adds a group that asks nothing yet; ends in its editor. */
export function addSiblings(window: Page): Promise<void> {
  return addQuestion(window, {
    type: 'group',
    wording: { en: 'Brothers and sisters' },
    required: false,
    itemLabel: { en: 'Brother or sister' },
    min: 0,
    max: 10,
    questions: [],
  })
}

/** Fills in the editor of the selected question. */
export async function fillQuestion(window: Page, question: NewQuestion): Promise<void> {
  if (question.type === 'guidance') {
    await fillText(window, 'Heading', question.wording)
    return fillText(window, 'Text', question.text)
  }
  await fillText(window, 'Wording', question.wording)
  if (question.help) await fillText(window, 'Help text', question.help)
  await setTick(window, window.getByLabel('An answer is required'), question.required)
  await fillSpecial(window, question)
}

async function fillSpecial(window: Page, question: NewQuestion): Promise<void> {
  const fill = (label: string, value: number | undefined) =>
    typeOver(window, window.getByLabel(label, { exact: true }), value === undefined ? '' : String(value))
  switch (question.type) {
    case 'shortText':
    case 'longText':
      return fill('Most characters', question.maxLength)
    case 'wholeNumber':
      await fill('Smallest number', question.min)
      return fill('Largest number', question.max)
    case 'decimal':
      await fill('Smallest number', question.min)
      await fill('Largest number', question.max)
      return fill('Most decimal places', question.places)
    case 'money':
      await fill('Smallest sum (£)', question.min && question.min / 100)
      return fill('Largest sum (£)', question.max && question.max / 100)
    case 'singleChoice':
      return fillOptions(window, question.options)
    case 'multipleChoice':
      await fillOptions(window, question.options)
      if (!question.none) return
      await setTick(window, window.getByLabel('Also offer an answer that excludes the others'), true)
      return fillText(window, 'Wording of that answer', question.none.label)
    case 'partialDate':
      await window.getByLabel('Month', { exact: true }).selectOption(question.month)
      return
    case 'lookup':
      await window.getByLabel('Look-up table').selectOption({ label: question.table?.name ?? '' })
      await window.getByText(/entr(y|ies)\. Publishing takes/).waitFor()
      return
    case 'declaration':
      return fillText(window, 'Statement that people agree to', question.statement)
    case 'file':
      await fill('Most files', question.maxFiles)
      await fill('Largest file (MB)', Math.floor(question.maxBytes / bytesInMegabyte))
      for (const [kind, name] of Object.entries(fileKindNames)) {
        const box = window.getByRole('checkbox', { name, exact: true })
        await setTick(window, box, (question.types as string[]).includes(kind))
      }
      return
    case 'group':
      await fillText(window, 'What one answer is called', question.itemLabel)
      await fill('Fewest answers', question.min)
      return fill('Most answers', question.max)
    case 'guidance':
    case 'date':
    case 'time':
    case 'calculated':
    case 'yesNo':
    case 'childDetails':
    case 'personName':
    case 'address':
    case 'contactDetails':
    case 'email':
    case 'phone':
    case 'nhsNumber':
    case 'upn':
    case 'personLookup':
    case 'baseLookup':
    case 'staffLookup':
      return
  }
}

async function fillOptions(window: Page, options: readonly { label: Text }[]): Promise<void> {
  for (const [index, { label }] of options.entries()) {
    // Enter behind the last option adds another.
    if (index > 1) await pressButton(window, window.getByLabel(`Option ${index} (English)`))
    await fillText(window, `Option ${index + 1}`, label)
  }
}

const fileKindNames = { pdf: 'PDF', docx: 'Word (DOCX)', jpeg: 'JPEG', png: 'PNG', text: 'TXT' }

async function fillText(window: Page, label: string, text: Text): Promise<void> {
  await typeOver(window, window.getByLabel(`${label} (English)`, { exact: true }), text.en)
  if (text.cy) await typeOver(window, window.getByLabel(`${label} (Welsh)`, { exact: true }), text.cy)
}

/** Builds a whole form from its definition, as an officer would; ends in the editor with everything saved. */
export async function buildWholeForm(
  window: Page,
  definition: FormDefinition,
  readers: string[],
): Promise<void> {
  await createForm(window, definition)
  await chooseReaders(window, readers)
  for (const [index, page] of definition.pages.entries()) {
    if (index === 0) {
      await selectItem(window, '1 Your child')
      await fillText(window, 'Title of the page', page.title)
    } else await addPage(window, page.title, page.guidance)
    for (const question of page.questions) {
      if (question.type !== 'childDetails') await addQuestion(window, question)
      else {
        await selectItem(window, '1.1 ')
        await fillQuestion(window, question)
      }
    }
  }
  await window.getByText('Ready to publish').waitFor()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
}

/** Publishes the draft that is open and makes it Live; ends in the list of forms. */
export async function publish(window: Page, title: string): Promise<void> {
  await window.getByRole('button', { name: 'Publish…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Live/ }).check()
  await confirmWarnings(dialog)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await window.getByText(new RegExp(`^“${title}”: version \\d+ is Live$`)).waitFor()
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()
}

/** Waits until every page of the form in the dialog is found accessible, and confirms what it asks about. */
export async function confirmWarnings(dialog: Locator): Promise<void> {
  // Every page is drawn several times, which takes a busy machine a while.
  await dialog.getByText(/^Accessible: /).waitFor({ timeout: 120_000 })
  const seen = dialog.getByRole('checkbox', { name: /Publish all the same/ })
  if (await seen.isVisible()) await seen.check()
}
