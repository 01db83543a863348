import type { Page } from 'playwright'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newPageId, newQuestionId } from '@send/shared/values/ids'
import { startForm } from './portal-steps.ts'

export const filesFormTitle = 'Letters and photographs'

/** A form of two pages: who the child is, and files. */
export function buildFilesForm(): FormDefinition {
  return {
    code: `FILES-${String(Date.now()).slice(-8)}`,
    title: { en: filesFormTitle },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'About the child' },
        questions: [
          { id: newQuestionId(), wording: { en: 'Who is the child?' }, required: true, type: 'childDetails' },
        ],
      },
      {
        id: newPageId(),
        title: { en: 'Letters' },
        questions: [
          {
            id: newQuestionId(),
            wording: { en: 'Letters and photographs' },
            required: true,
            type: 'file',
            maxFiles: 5,
            maxBytes: 50 * 1024 * 1024,
            types: ['pdf', 'docx', 'jpeg', 'text'],
          },
        ],
      },
    ],
  }
}

/** Begins the form from its page of what to know before, and goes on to its files. */
export async function beginFilesForm(page: Page, givenNames: string): Promise<void> {
  await startForm(page, filesFormTitle)
  await page.getByLabel('First names').fill(givenNames)
  await page.getByLabel('Family name').fill('Rees')
  const birth = page.getByRole('group', { name: 'Date of birth' })
  for (const [part, value] of [
    ['Day', '4'],
    ['Month', '9'],
    ['Year', '2018'],
  ] as const)
    await birth.getByLabel(part).fill(value)
  await page.getByRole('button', { name: 'Save and continue', exact: true }).click()
  await page.locator('input[type=file]').waitFor()
}
