import type { Catalogue } from './language.ts'

/** What is checked before a form is published: accessibility and plain English; for officers, in English only. */
export const desktopGateTexts = {
  'gate.title': { en: 'Accessibility' },
  'gate.checking': { en: 'Checking the accessibility of every page' },
  'gate.progress': { en: 'View {{done}} of {{of}}' },
  'gate.frame': { en: 'The page that is being checked' },
  'gate.passed': { en: 'Accessible: {{states}} views of the pages were checked, {{passes}} rules were kept' },
  'gate.unsure_one': {
    en: '{{count}} rule could not be decided by a machine. Look at the pages yourself too.',
  },
  'gate.unsure_other': {
    en: '{{count}} rules could not be decided by a machine. Look at the pages yourself too.',
  },
  'gate.failed_one': { en: '{{count}} accessibility failure' },
  'gate.failed_other': { en: '{{count}} accessibility failures' },
  'gate.barred': { en: 'Some people could not use these pages' },
  'gate.notChecked': { en: 'The accessibility could not be checked' },
  'gate.again': { en: 'Check again' },

  'gate.warnings_one': { en: '{{count}} thing to look at' },
  'gate.warnings_other': { en: '{{count}} things to look at' },

  'gate.texts': { en: 'How the texts read' },
  'gate.counted': { en: '{{words}} in {{sentences}}.' },
  'gate.words_one': { en: '{{count}} word' },
  'gate.words_other': { en: '{{count}} words' },
  'gate.sentences_one': { en: '{{count}} sentence' },
  'gate.sentences_other': { en: '{{count}} sentences' },
  'gate.readingAge': { en: 'Reading age {{age}}.' },
  'gate.tooShort': { en: 'Too short for a reading age.' },

  'gate.englishOnly': { en: 'In English only' },
  'gate.englishOnlyHint': { en: 'If not, every text needs its Welsh before the form can be published.' },
  'gate.englishOnlyReason': { en: 'Why it is in English only' },

  'gate.readOutSwitch': { en: 'Read out' },
  'gate.readOut': { en: 'What a screen reader says' },
  'gate.noName': { en: '(no name)' },
  'gate.role.headingLevel': { en: 'heading level {{level}}' },
  'gate.role.heading': { en: 'heading' },
  'gate.role.text': { en: 'text' },
  'gate.role.group': { en: 'group' },
  'gate.role.edit': { en: 'edit box' },
  'gate.role.radio': { en: 'radio button' },
  'gate.role.checkbox': { en: 'checkbox' },
  'gate.role.list': { en: 'list to choose from' },
  'gate.role.fileChooser': { en: 'file chooser' },
  'gate.role.button': { en: 'button' },
  'gate.role.link': { en: 'link' },
  'gate.role.alert': { en: 'alert' },
} satisfies Catalogue
