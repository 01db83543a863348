import type { Catalogue } from './language.ts'

/** Whether somebody is a parent or carer or a young person, and what follows from it. */
export const citizenKindTexts = {
  'portal.citizenKind': { en: 'Who are you?', cy: 'Pwy ydych chi?' },
  'portal.citizenKind.hint': {
    en: 'We show you the forms for you. You can change this later.',
    cy: 'Byddwn yn dangos y ffurflenni i chi. Gallwch newid hyn yn nes ymlaen.',
  },
  'portal.citizenKind.parentCarer': { en: 'A parent or carer', cy: 'Rhiant neu ofalwr' },
  'portal.citizenKind.parentCarer.hint': {
    en: 'You look after a child or young person, also as a foster carer or grandparent.',
    cy: 'Rydych yn gofalu am blentyn neu berson ifanc, gan gynnwys fel gofalwr maeth neu fel mam-gu neu dad-cu.',
  },
  'portal.citizenKind.youngPerson': { en: 'A young person', cy: 'Person ifanc' },
  'portal.citizenKind.youngPerson.hint': {
    en: 'The support is for you, and you fill in your own forms.',
    cy: 'I chi y mae’r cymorth, a chi sy’n llenwi eich ffurflenni eich hun.',
  },
  'portal.citizenKind.needed': {
    en: 'Say whether you are a parent or carer, or a young person',
    cy: 'Dywedwch a ydych yn rhiant neu’n ofalwr, neu’n berson ifanc',
  },
  'portal.citizenKind.notSaid': { en: 'Not said yet', cy: 'Heb ei ddweud eto' },
  'portal.citizenKind.askTitle': { en: 'Tell us who you are', cy: 'Dywedwch wrthym pwy ydych chi' },
  'portal.citizenKind.askText': {
    en: 'Are you a parent or carer, or a young person? Until you tell us, we show you the forms for both.',
    cy: 'Ydych chi’n rhiant neu’n ofalwr, neu’n berson ifanc? Nes i chi ddweud wrthym, byddwn yn dangos y ffurflenni i’r ddau.',
  },
  'portal.citizenKind.ask': { en: 'Tell us now', cy: 'Dweud wrthym nawr' },
  'portal.forms.for.parentCarer': {
    en: 'These are the forms for parents and carers.',
    cy: 'Dyma’r ffurflenni i rieni a gofalwyr.',
  },
  'portal.forms.for.youngPerson': {
    en: 'These are the forms for young people.',
    cy: 'Dyma’r ffurflenni i bobl ifanc.',
  },
  'portal.forms.for.change': {
    en: 'Change this in your details',
    cy: 'Newid hyn yn eich manylion',
  },
  'portal.forOthers.parents.title': {
    en: 'This form is for parents and carers',
    cy: 'Mae’r ffurflen hon i rieni a gofalwyr',
  },
  'portal.forOthers.parents': {
    en: 'This form is for parents and carers, and you told us that you are a young person. If you are a parent or carer, change this in your account, then open the form again.',
    cy: 'Mae’r ffurflen hon i rieni a gofalwyr, a dywedoch wrthym eich bod yn berson ifanc. Os ydych yn rhiant neu’n ofalwr, newidiwch hyn yn eich cyfrif, yna agorwch y ffurflen eto.',
  },
  'portal.forOthers.youngPeople.title': {
    en: 'This form is for young people',
    cy: 'Mae’r ffurflen hon i bobl ifanc',
  },
  'portal.forOthers.youngPeople': {
    en: 'This form is for young people, and you told us that you are a parent or carer. If you are the young person, change this in your account, then open the form again. If not, look for a form for parents and carers.',
    cy: 'Mae’r ffurflen hon i bobl ifanc, a dywedoch wrthym eich bod yn rhiant neu’n ofalwr. Os mai chi yw’r person ifanc, newidiwch hyn yn eich cyfrif, yna agorwch y ffurflen eto. Os nad chi, chwiliwch am ffurflen i rieni a gofalwyr.',
  },
  'portal.forOthers.change': { en: 'Go to your details', cy: 'Mynd i’ch manylion' },
} satisfies Catalogue
