import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { newPageId, newQuestionId } from '@send/shared/values/ids'
import { expect } from 'vitest'
import type { Page } from 'playwright'
import { keepPicture } from './keep-picture.ts'
import { canary, press } from './portal-bad-input-steps.ts'
import { sendForm, startForm } from './portal-steps.ts'

const title = { en: 'A letter about the child', cy: 'Llythyr am y plentyn' }

/** A form of one page that offers the child and one answer, by its wording, of an earlier one. */
export function buildLetterForm(earlier: FormDefinition, wording: string): FormDefinition {
  const asked = (en: string, cy: string) => ({ id: newQuestionId(), wording: { en, cy }, required: true })
  const source = listQuestions(earlier).find((question) => question.wording.en === wording)
  return {
    code: `LETTER-${String(Date.now()).slice(-8)}`,
    title,
    audience: 'parents',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'What we should know', cy: 'Yr hyn y dylem ei wybod' },
        questions: [
          {
            ...asked('Who is the child?', 'Pwy yw’r plentyn?'),
            type: 'childDetails',
            prefill: { from: 'child' },
          },
          {
            ...asked('What else should we know?', 'Beth arall y dylem ei wybod?'),
            type: 'longText',
            maxLength: 1000,
            ...(source ? { prefill: { from: 'form', code: earlier.code, questionId: source.id } } : {}),
          },
        ],
      },
    ],
  }
}

type Writing = {
  /** The title of the form that was sent before, and what was written in it. */
  earlier: string
  said: string
  /** Looks at the page whether everybody can use it. */
  look: () => Promise<void>
  picture: string
}

/** Answers such a form by what was said before: nothing is in it until it is chosen, and what was chosen can be changed. */
export async function answerByEarlierForm(
  page: Page,
  { earlier, said, look, picture }: Writing,
): Promise<void> {
  await startForm(page, title.en)
  const family = page.getByLabel('Family name')
  const other = page.getByRole('textbox', { name: 'What else should we know?' })
  const offered = page.getByRole('group', { name: `in ‘${earlier}’` })
  expect(await offered.allInnerTexts()).toEqual([
    expect.stringContaining(`Amira ${canary}`),
    expect.stringContaining(said),
  ])
  expect([await family.inputValue(), await other.inputValue()]).toEqual(['', ''])
  await look()
  await keepPicture(page, `${picture}-offered`)
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await page.getByText('Defnyddio pob un o’r 2 ateb').waitFor()
  await look()
  await keepPicture(page, `${picture}-offered-cy`)
  await page.getByRole('link', { name: 'English' }).click()
  // Saved without a choice, nothing of it is in the form.
  await press(page, 'Save and continue')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  const use = page.getByRole('button', { name: 'Use this answer for: What else should we know?' })
  // As if the answer had become another one since the page was opened.
  await use.evaluate((button) =>
    button.setAttribute('value', `${button.getAttribute('value')?.slice(0, -2)}00`),
  )
  await family.fill('Typed before')
  await press(page, /^Use this answer for: What else/)
  await page.getByText('can no longer be used, so no earlier answer was filled in').first().waitFor()
  expect([await family.inputValue(), await other.inputValue()]).toEqual(['Typed before', ''])
  await look()
  await keepPicture(page, `${picture}-refused`)
  await family.fill('')
  await press(page, 'Save and continue')
  await use.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Used from what you told us on').waitFor()
  expect([await family.inputValue(), await other.inputValue()]).toEqual(['', said])
  expect(await offered.count()).toBe(1)
  await other.fill('')
  await press(page, 'Save and continue')
  await press(page, 'Use all 2 answers')
  await page.getByText('Used from what you told us on').nth(1).waitFor()
  expect([await family.inputValue(), await other.inputValue()]).toEqual([canary, said])
  await look()
  await keepPicture(page, `${picture}-used`)
  await other.fill('Something new.')
  await press(page, 'Save and continue')
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  expect(await page.getByText('Something new.').count()).toBe(1)
  expect(await sendForm(page)).not.toBe('')
}
