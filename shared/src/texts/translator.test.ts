import { expect, test } from 'vitest'
import { accountMailTexts } from './account-mail-texts.ts'
import type { Catalogue } from './language.ts'
import { mailTexts } from './mail-texts.ts'
import { citizenKindTexts } from './citizen-kind-texts.ts'
import { ownAccountTexts } from './own-account-texts.ts'
import { portalAccountTexts } from './portal-account-texts.ts'
import { portalFormsTexts } from './portal-forms-texts.ts'
import { portalPeopleTexts } from './portal-people-texts.ts'
import { portalTexts } from './portal-texts.ts'
import { questionTexts } from './question-texts.ts'
import { translator } from './translator.ts'
import { validationTexts } from './validation-texts.ts'

// Staff work in English; families and professionals choose their language.
const publicTexts: Catalogue = {
  ...validationTexts,
  ...questionTexts,
  ...portalTexts,
  ...portalAccountTexts,
  ...citizenKindTexts,
  ...ownAccountTexts,
  ...portalPeopleTexts,
  ...portalFormsTexts,
  ...mailTexts,
  ...accountMailTexts,
}
const publicKeys = Object.keys(publicTexts)

test('every text that a family may meet has its Welsh', () => {
  expect(publicKeys.filter((key) => !publicTexts[key]?.cy)).toEqual([])
})

test('the Welsh of a text uses the same parameters as its English', () => {
  const parameters = (wording = '') =>
    [...wording.matchAll(/\{\{(\w+)\}\}/g)]
      .map((match) => match[1])
      .toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
  for (const key of publicKeys) {
    expect(parameters(publicTexts[key]?.cy), key).toEqual(parameters(publicTexts[key]?.en))
  }
})

test('parameters stand in the text as they are, without being escaped twice', () => {
  const message = translator('en')('validation.dateNeeded', { question: 'Mum & Dad’s <date>' })
  expect(message).toBe('Enter a date for “Mum & Dad’s <date>”')
})
