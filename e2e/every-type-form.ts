import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { LookupTable } from '@send/shared/forms/lookup-table'
import type { Question } from '@send/shared/forms/questions/question-types'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'

function asked(en: string, required = true) {
  return { id: newQuestionId(), wording: { en }, required }
}

function pageOf(en: string, questions: Question[]) {
  return { id: newPageId(), title: { en }, questions }
}

/** A look-up table of which one entry can no longer be chosen. */
export const needsTable: LookupTable = {
  id: newId(),
  name: 'Kinds of need',
  entries: [
    { code: 'ASD', description: { en: 'Autism', cy: 'Awtistiaeth' }, externalCode: 'ASD' },
    { code: 'HI', description: { en: 'Hearing impairment' }, externalCode: 'HI' },
    { code: 'OLD', description: { en: 'An older word' }, activeTo: '2020-08-31' },
  ],
}

/** A form that has every type of a portal but files, which have a screen of their own. */
export function buildEveryTypeForm(title: string): FormDefinition {
  const today = { kind: 'fromToday', amount: 0, unit: 'days' } as const
  return {
    code: `EVERY-${String(Date.now()).slice(-8)}`,
    title: { en: title },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      pageOf('About the child', [{ ...asked('Who is the child?'), type: 'childDetails' }]),
      pageOf('Needs and numbers', [
        {
          ...asked('Before you answer', false),
          type: 'guidance',
          text: { en: 'Take your time.\nYou can come back later.' },
        },
        {
          ...asked('What is hard?'),
          type: 'multipleChoice',
          options: [
            { value: 'talking', label: { en: 'Talking' } },
            { value: 'moving', label: { en: 'Moving about' } },
          ],
          none: { value: 'none', label: { en: 'None of these' } },
        },
        {
          ...asked('Main kind of need'),
          type: 'lookup',
          table: { id: needsTable.id, name: needsTable.name },
          entries: [],
        },
        { ...asked('How many clubs?'), type: 'wholeNumber', max: 50_000 },
        { ...asked('Hours of help a week'), type: 'decimal', min: 0, places: 2 },
        { ...asked('What does it cost?'), type: 'money' },
        { ...asked('When did it begin?'), type: 'date', latest: today },
        { ...asked('When were you last told?'), type: 'partialDate', month: 'ifKnown', latest: today },
        { ...asked('When does school begin?'), type: 'time' },
      ]),
      pageOf('About you', [
        { ...asked('Your name'), type: 'personName' },
        { ...asked('Your address'), type: 'address' },
        { ...asked('How can we reach you?'), type: 'contactDetails' },
        { ...asked('Email of the school'), type: 'email' },
        { ...asked('Phone of the school'), type: 'phone' },
        { ...asked('NHS number of the child'), type: 'nhsNumber' },
        { ...asked('Pupil number of the child'), type: 'upn' },
      ]),
      pageOf('Your family', [
        {
          ...asked('Brothers and sisters'),
          type: 'group',
          itemLabel: { en: 'Brother or sister' },
          min: 0,
          max: 3,
          questions: [
            { ...asked('First name'), type: 'shortText', maxLength: 100 },
            { ...asked('Born', false), type: 'date' },
            {
              ...asked('Schools', false),
              type: 'group',
              itemLabel: { en: 'School' },
              min: 0,
              max: 2,
              questions: [{ ...asked('Name of the school'), type: 'shortText', maxLength: 100 }],
            },
          ],
        },
      ]),
      pageOf('Your signature', [
        { ...asked('Declaration'), type: 'declaration', statement: { en: 'What I wrote is true.' } },
      ]),
    ],
  }
}
