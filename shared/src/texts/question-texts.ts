import type { Catalogue } from './language.ts'

/** What is wrong with answers of single types, and the words of their boxes on a page. */
export const questionTexts = {
  'validation.choicesNeeded': {
    en: 'Select at least one answer for “{{question}}”',
    cy: 'Dewiswch o leiaf un ateb ar gyfer “{{question}}”',
  },
  'validation.choicesExclude': {
    en: 'For “{{question}}”, select the answers that apply, or select “{{none}}”',
    cy: 'Ar gyfer “{{question}}”, dewiswch yr atebion sy’n berthnasol, neu dewiswch “{{none}}”',
  },
  'validation.choiceEnded': {
    en: 'The answer chosen for “{{question}}” is no longer in use. Select another one',
    cy: 'Nid yw’r ateb a ddewiswyd ar gyfer “{{question}}” yn cael ei ddefnyddio mwyach. Dewiswch un arall',
  },
  'validation.dateInPast': {
    en: 'The date for “{{question}}” must be today or in the future',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod heddiw neu yn y dyfodol',
  },
  'validation.dateTooEarly': {
    en: 'The date for “{{question}}” must be {{date}} or later',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod yn {{date}} neu’n hwyrach',
  },
  'validation.dateTooLate': {
    en: 'The date for “{{question}}” must be {{date}} or earlier',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod yn {{date}} neu’n gynharach',
  },
  'validation.yearNeeded': {
    en: 'Enter a year for “{{question}}”',
    cy: 'Rhowch flwyddyn ar gyfer “{{question}}”',
  },
  'validation.monthNeeded': {
    en: 'Enter a month and year for “{{question}}”',
    cy: 'Rhowch fis a blwyddyn ar gyfer “{{question}}”',
  },
  'validation.yearMissing': {
    en: 'The date for “{{question}}” must include a year',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” gynnwys blwyddyn',
  },
  'validation.monthMissing': {
    en: 'The date for “{{question}}” must include a month',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” gynnwys mis',
  },
  'validation.yearNotReal': {
    en: 'The year for “{{question}}” must be four digits, such as 2016',
    cy: 'Rhaid i’r flwyddyn ar gyfer “{{question}}” fod yn bedwar digid, fel 2016',
  },
  'validation.monthNotReal': {
    en: 'The date for “{{question}}” must be a real month and year, such as 3 2016',
    cy: 'Rhaid i’r dyddiad ar gyfer “{{question}}” fod yn fis a blwyddyn go iawn, fel 3 2016',
  },
  'validation.timeNotReal': {
    en: 'The time for “{{question}}” must be a real time, such as 9:30am or 14:45',
    cy: 'Rhaid i’r amser ar gyfer “{{question}}” fod yn amser go iawn, fel 9:30yb neu 14:45',
  },
  'validation.decimalNotReal': {
    en: '“{{question}}” must be a number, such as 3 or 3.5',
    cy: 'Rhaid i “{{question}}” fod yn rhif, fel 3 neu 3.5',
  },
  'validation.decimalTooFine_one': {
    en: '“{{question}}” must have one decimal place or none',
    cy: 'Rhaid i “{{question}}” fod ag un lle degol neu ddim',
  },
  'validation.decimalTooFine': {
    en: '“{{question}}” must have {{count}} decimal places or fewer',
    cy: 'Rhaid i “{{question}}” fod â {{count}} lle degol neu lai',
  },
  'validation.moneyNotReal': {
    en: '“{{question}}” must be an amount of money in pounds, such as 12 or 12.50',
    cy: 'Rhaid i “{{question}}” fod yn swm o arian mewn punnoedd, fel 12 neu 12.50',
  },
  'validation.addressLineNeeded': {
    en: 'Enter address line 1, typically the building and street',
    cy: 'Rhowch linell gyntaf y cyfeiriad, fel arfer yr adeilad a’r stryd',
  },
  'validation.townNeeded': { en: 'Enter the town or city', cy: 'Rhowch y dref neu’r ddinas' },
  'validation.postcodeNeeded': { en: 'Enter the postcode', cy: 'Rhowch y cod post' },
  'validation.firstNamesNeeded': { en: 'Enter the first names', cy: 'Rhowch yr enwau cyntaf' },
  'validation.lastNameNeeded': { en: 'Enter the family name', cy: 'Rhowch y cyfenw' },
  'validation.contactNeeded': {
    en: 'Enter a phone number or an email address for “{{question}}”',
    cy: 'Rhowch rif ffôn neu gyfeiriad e-bost ar gyfer “{{question}}”',
  },
  'validation.preferredPhoneNeeded': {
    en: 'Enter the phone number, or choose another way to get in touch',
    cy: 'Rhowch y rhif ffôn, neu dewiswch ffordd arall o gysylltu',
  },
  'validation.preferredEmailNeeded': {
    en: 'Enter the email address, or choose another way to get in touch',
    cy: 'Rhowch y cyfeiriad e-bost, neu dewiswch ffordd arall o gysylltu',
  },
  'validation.emailNotReal': {
    en: '“{{question}}” must have an email address like name@example.com',
    cy: 'Rhaid i “{{question}}” gynnwys cyfeiriad e-bost fel enw@example.com',
  },
  'validation.phoneNotReal': {
    en: '“{{question}}” must have a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
    cy: 'Rhaid i “{{question}}” gynnwys rhif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192',
  },
  'validation.nhsNumberNotReal': {
    en: '“{{question}}” must be an NHS number of 10 digits, like 943 476 5919. Check each digit',
    cy: 'Rhaid i “{{question}}” fod yn rhif GIG o 10 digid, fel 943 476 5919. Gwiriwch bob digid',
  },
  'validation.upnWrong': {
    en: '“{{question}}” must be a unique pupil number of 13 characters, like B801200005001',
    cy: 'Rhaid i “{{question}}” fod yn rhif unigryw disgybl o 13 nod, fel B801200005001',
  },
  'validation.tickNeeded': {
    en: 'Tick the box to agree to “{{question}}”',
    cy: 'Ticiwch y blwch i gytuno â “{{question}}”',
  },
  'validation.signatureNeeded': {
    en: 'Type your full name to sign',
    cy: 'Teipiwch eich enw llawn i lofnodi',
  },
  'validation.inItem': { en: '{{item}}: {{message}}', cy: '{{item}}: {{message}}' },
  'validation.itemsTooFew_one': {
    en: 'Add at least one answer to “{{question}}”',
    cy: 'Ychwanegwch o leiaf un ateb at “{{question}}”',
  },
  'validation.itemsTooFew': {
    en: 'Add at least {{count}} answers to “{{question}}”',
    cy: 'Ychwanegwch o leiaf {{count}} ateb at “{{question}}”',
  },
  'validation.itemsTooMany_one': {
    en: 'Keep only one answer to “{{question}}”. Remove the others',
    cy: 'Cadwch un ateb yn unig i “{{question}}”. Tynnwch y lleill',
  },
  'validation.itemsTooMany': {
    en: 'Keep {{count}} answers or fewer to “{{question}}”. Remove the others',
    cy: 'Cadwch {{count}} ateb neu lai i “{{question}}”. Tynnwch y lleill',
  },

  'values.taken.paper': { en: 'Signed on paper', cy: 'Llofnodwyd ar bapur' },
  'values.taken.telephone': { en: 'Said on the telephone', cy: 'Dywedwyd dros y ffôn' },
  'values.taken.inPerson': { en: 'Said in person', cy: 'Dywedwyd wyneb yn wyneb' },
  'values.agreed': { en: 'Agreed: {{statement}}', cy: 'Cytunwyd: {{statement}}' },
  'values.prefers.phone': { en: 'Best by phone', cy: 'Dros y ffôn sydd orau' },
  'values.prefers.email': { en: 'Best by email', cy: 'Drwy e-bost sydd orau' },
  'values.item': { en: 'Answer {{number}}', cy: 'Ateb {{number}}' },
  'values.itemOf': { en: '{{label}} {{number}}', cy: '{{label}} {{number}}' },

  'portal.field.selectAll': {
    en: 'Select all that apply.',
    cy: 'Dewiswch bob un sy’n berthnasol.',
  },
  'portal.field.or': { en: 'or', cy: 'neu' },
  'portal.field.choose': { en: 'Choose an answer', cy: 'Dewiswch ateb' },
  'portal.field.monthHint': { en: 'For example, 3 2016', cy: 'Er enghraifft, 3 2016' },
  'portal.field.monthIfKnownHint': {
    en: 'For example, 3 2016. Leave the month empty if you do not know it.',
    cy: 'Er enghraifft, 3 2016. Gadewch y mis yn wag os nad ydych yn ei wybod.',
  },
  'portal.field.yearHint': { en: 'For example, 2016', cy: 'Er enghraifft, 2016' },
  'portal.field.timeHint': {
    en: 'For example, 9:30am or 14:45',
    cy: 'Er enghraifft, 9:30yb neu 14:45',
  },
  'portal.field.decimalHint': { en: 'For example, 3 or 3.5', cy: 'Er enghraifft, 3 neu 3.5' },
  'portal.field.line1': { en: 'Address line 1', cy: 'Llinell gyntaf y cyfeiriad' },
  'portal.field.line2': { en: 'Address line 2 (optional)', cy: 'Ail linell y cyfeiriad (dewisol)' },
  'portal.field.town': { en: 'Town or city', cy: 'Tref neu ddinas' },
  'portal.field.postcode': { en: 'Postcode', cy: 'Cod post' },
  'portal.field.givenNames': { en: 'First names', cy: 'Enwau cyntaf' },
  'portal.field.familyName': { en: 'Family name', cy: 'Cyfenw' },
  'portal.field.phone': { en: 'Phone number', cy: 'Rhif ffôn' },
  'portal.field.email': { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  'portal.field.oneIsEnough': {
    en: 'Give a phone number, an email address or both.',
    cy: 'Rhowch rif ffôn, cyfeiriad e-bost neu’r ddau.',
  },
  'portal.field.preferred': {
    en: 'What is the best way to get in touch? (optional)',
    cy: 'Beth yw’r ffordd orau o gysylltu? (dewisol)',
  },
  'portal.field.byPhone': { en: 'By phone', cy: 'Dros y ffôn' },
  'portal.field.byEmail': { en: 'By email', cy: 'Drwy e-bost' },
  'portal.field.nhsNumberHint': {
    en: '10 digits, like 943 476 5919. It is on letters from the NHS.',
    cy: '10 digid, fel 943 476 5919. Mae ar lythyrau gan y GIG.',
  },
  'portal.field.upnHint': {
    en: '13 characters, like B801200005001. The school can tell you.',
    cy: '13 nod, fel B801200005001. Gall yr ysgol ddweud wrthych.',
  },
  'portal.field.agree': { en: 'I agree', cy: 'Rwy’n cytuno' },
  'portal.field.fullName': { en: 'Your full name', cy: 'Eich enw llawn' },
  'portal.field.fullNameHint': {
    en: 'Typing your name here counts as your signature. We add today’s date.',
    cy: 'Mae teipio eich enw yma yn cyfrif fel eich llofnod. Rydym yn ychwanegu’r dyddiad heddiw.',
  },
  'portal.group.add': { en: 'Add another', cy: 'Ychwanegu un arall' },
  'portal.group.addNamed': {
    en: 'Add another to “{{question}}”',
    cy: 'Ychwanegu un arall at “{{question}}”',
  },
  'portal.group.remove': { en: 'Remove {{item}}', cy: 'Tynnu {{item}}' },
} satisfies Catalogue
