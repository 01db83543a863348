import type { Catalogue } from './language.ts'

/** What is wrong with an answer, in the words of the GOV.UK error message pattern. */
export const validationTexts = {
  'validation.answerNeeded': { en: 'Answer “{{question}}”', cy: 'Atebwch “{{question}}”' },
  'validation.choiceNeeded': {
    en: 'Select an answer for “{{question}}”',
    cy: 'Dewiswch ateb ar gyfer “{{question}}”',
  },
  'validation.choiceUnknown': {
    en: 'Select one of the answers listed for “{{question}}”',
    cy: 'Dewiswch un o’r atebion a restrir ar gyfer “{{question}}”',
  },
  'validation.textTooLong': {
    en: '“{{question}}” must be {{max}} characters or fewer. You have written {{length}}',
    cy: 'Rhaid i “{{question}}” fod yn {{max}} nod neu lai. Rydych wedi ysgrifennu {{length}}',
  },
  'validation.textNotStorable': {
    en: '“{{question}}” contains a character we cannot keep. Remove it and try again',
    cy: 'Mae “{{question}}” yn cynnwys nod na allwn ei gadw. Tynnwch ef a rhowch gynnig arall arni',
  },
  'validation.dateNeeded': {
    en: 'Enter a date for “{{question}}”',
    cy: 'Rhowch ddyddiad ar gyfer “{{question}}”',
  },
  'validation.dateIncomplete': {
    en: 'The date for “{{question}}” must include a day, month and year',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” gynnwys diwrnod, mis a blwyddyn',
  },
  'validation.dateNotReal': {
    en: 'The date for “{{question}}” must be a real date, such as 27 3 2016',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod yn ddyddiad go iawn, fel 27 3 2016',
  },
  'validation.dateInFuture': {
    en: 'The date for “{{question}}” must be today or in the past',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod heddiw neu yn y gorffennol',
  },
  'validation.numberNotWhole': {
    en: '“{{question}}” must be a whole number, such as 3',
    cy: 'Rhaid i “{{question}}” fod yn rhif cyfan, fel 3',
  },
  'validation.numberTooSmall': {
    en: '“{{question}}” must be {{min}} or more',
    cy: 'Rhaid i “{{question}}” fod yn {{min}} neu fwy',
  },
  'validation.numberTooLarge': {
    en: '“{{question}}” must be {{max}} or fewer',
    cy: 'Rhaid i “{{question}}” fod yn {{max}} neu lai',
  },
  'validation.fileNeeded': {
    en: 'Upload a file for “{{question}}”',
    cy: 'Uwchlwythwch ffeil ar gyfer “{{question}}”',
  },
  'validation.filesTooMany': {
    en: 'Upload {{max}} files or fewer for “{{question}}”',
    cy: 'Uwchlwythwch {{max}} ffeil neu lai ar gyfer “{{question}}”',
  },
  'validation.givenNamesNeeded': { en: 'Enter the child’s first names', cy: 'Rhowch enwau cyntaf y plentyn' },
  'validation.familyNameNeeded': { en: 'Enter the child’s family name', cy: 'Rhowch gyfenw’r plentyn' },
  'validation.birthNeeded': { en: 'Enter the child’s date of birth', cy: 'Rhowch ddyddiad geni’r plentyn' },
  'validation.birthIncomplete': {
    en: 'The date of birth must include a day, month and year',
    cy: 'Rhaid i’r dyddiad geni gynnwys diwrnod, mis a blwyddyn',
  },
  'validation.birthNotReal': {
    en: 'The date of birth must be a real date, such as 27 3 2016',
    cy: 'Rhaid i’r dyddiad geni fod yn ddyddiad go iawn, fel 27 3 2016',
  },
  'validation.birthInFuture': {
    en: 'The date of birth must be in the past',
    cy: 'Rhaid i’r dyddiad geni fod yn y gorffennol',
  },
  'validation.birthTooOld': {
    en: 'The date of birth must be of somebody aged 25 or under',
    cy: 'Rhaid i’r dyddiad geni fod yn ddyddiad geni rhywun 25 oed neu iau',
  },
  'validation.postcodeNotReal': {
    en: 'Enter a full UK postcode, such as LS8 4AB',
    cy: 'Rhowch god post llawn y DU, fel LS8 4AB',
  },
  'validation.upnNotReal': {
    en: 'The unique pupil number must be 13 characters, such as B801200005001. Leave it empty if you do not know it',
    cy: 'Rhaid i’r rhif unigryw disgybl fod yn 13 nod, fel B801200005001. Gadewch ef yn wag os nad ydych yn ei wybod',
  },
  'values.yes': { en: 'Yes', cy: 'Ydy' },
  'values.no': { en: 'No', cy: 'Nac ydy' },
  'values.female': { en: 'Female', cy: 'Benyw' },
  'values.male': { en: 'Male', cy: 'Gwryw' },
  'values.notAnswered': { en: 'Not answered', cy: 'Heb ei ateb' },
} satisfies Catalogue
