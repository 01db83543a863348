import type { Catalogue } from './language.ts'

/** Forms to be filled in by hand: the links to them, and the words around what the form asks. */
export const portalBlankTexts = {
  'portal.blank.heading': { en: 'If you would rather use paper', cy: 'Os yw’n well gennych bapur' },
  'portal.blank.text': {
    en: 'Print the form, fill it in by hand and send or take it to the SEND team of the council.',
    cy: 'Argraffwch y ffurflen, llenwch hi â llaw a’i hanfon neu fynd â hi at dîm AAA y cyngor.',
  },
  'portal.blank.download': { en: 'Blank form to print (PDF)', cy: 'Ffurflen wag i’w hargraffu (PDF)' },
  'portal.blank.downloadLarge': {
    en: 'Blank form in large print (PDF)',
    cy: 'Ffurflen wag mewn print bras (PDF)',
  },
  'portal.blank.none': {
    en: 'Sorry, we could not make the blank form. Try again in a few minutes.',
    cy: 'Mae’n ddrwg gennym, ni allem wneud y ffurflen wag. Rhowch gynnig arall arni mewn ychydig funudau.',
  },
  'portal.blank.caption': {
    en: '{{authority}}. A form to fill in by hand',
    cy: '{{authority}}. Ffurflen i’w llenwi â llaw',
  },
  'portal.blank.name': { en: '{{code}}, version {{version}}', cy: '{{code}}, fersiwn {{version}}' },
  'portal.blank.how': { en: 'How to fill it in', cy: 'Sut i’w llenwi' },
  'portal.blank.ink': {
    en: 'Use a pen. Write one letter in each box.',
    cy: 'Defnyddiwch feiro. Ysgrifennwch un llythyren ym mhob blwch.',
  },
  'portal.blank.tick': { en: 'Tick the boxes that are right.', cy: 'Ticiwch y blychau sy’n iawn.' },
  'portal.blank.optional': {
    en: 'You can leave out what says “optional”.',
    cy: 'Gallwch adael allan yr hyn sy’n dweud “dewisol”.',
  },
  'portal.blank.more': {
    en: 'If there is not enough room, use more paper. Write the child’s name on each sheet.',
    cy: 'Os nad oes digon o le, defnyddiwch ragor o bapur. Ysgrifennwch enw’r plentyn ar bob dalen.',
  },
  'portal.blank.due': {
    en: 'Send it so that we have it within {{count}} days of the day on which we asked you.',
    cy: 'Anfonwch hi fel ei bod gennym o fewn {{count}} diwrnod i’r diwrnod y gwnaethom ofyn i chi.',
  },
  'portal.blank.send': {
    en: 'Send it or take it to the SEND team of your council. The address is on the council’s letters and website.',
    cy: 'Anfonwch hi neu ewch â hi at dîm AAA eich cyngor. Mae’r cyfeiriad ar lythyrau a gwefan y cyngor.',
  },
  'portal.blank.help': {
    en: 'Do you need help? The SEND team can fill it in with you on the telephone.',
    cy: 'Oes angen help arnoch? Gall y tîm AAA ei llenwi gyda chi dros y ffôn.',
  },
  'portal.blank.sendTo': { en: 'Where to send it', cy: 'Ble i’w hanfon' },
  'portal.blank.sendToText': {
    en: 'Send it or take it to this address:',
    cy: 'Anfonwch hi neu ewch â hi i’r cyfeiriad hwn:',
  },
  'portal.blank.received': { en: 'For the council: received on', cy: 'I’r cyngor: derbyniwyd ar' },
  'portal.blank.questionOptional': { en: '{{question}} (optional)', cy: '{{question}} (dewisol)' },
  'portal.blank.onlyIf': {
    en: 'Answer this only if {{condition}}.',
    cy: 'Atebwch hwn dim ond os yw hyn yn wir: {{condition}}.',
  },
  'portal.blank.onlyIfPart': {
    en: 'Answer these questions only if {{condition}}.',
    cy: 'Atebwch y cwestiynau hyn dim ond os yw hyn yn wir: {{condition}}.',
  },
  'portal.blank.optionIf': {
    en: '{{option}} (only if {{condition}})',
    cy: '{{option}} (dim ond os yw hyn yn wir: {{condition}})',
  },
  'portal.blank.tickOne': { en: 'Tick one.', cy: 'Ticiwch un.' },
  'portal.blank.tickAll': { en: 'Tick all that apply.', cy: 'Ticiwch bob un sy’n berthnasol.' },
  'portal.blank.copies': {
    en: 'There is room for {{count}} here. If there are more, use another sheet.',
    cy: 'Mae lle i {{count}} yma. Os oes rhagor, defnyddiwch ddalen arall.',
  },
  'portal.blank.fewest': { en: 'At least {{count}}.', cy: 'O leiaf {{count}}.' },
  'portal.blank.files': {
    en: 'Send copies of these with the form, and keep what you have. Write here what you send:',
    cy: 'Anfonwch gopïau o’r rhain gyda’r ffurflen, a chadwch yr hyn sydd gennych. Ysgrifennwch yma beth rydych yn ei anfon:',
  },
  'portal.blank.signature': { en: 'Signature', cy: 'Llofnod' },
  'portal.blank.name.full': { en: 'Your full name', cy: 'Eich enw llawn' },
  'portal.blank.date': { en: 'Date', cy: 'Dyddiad' },
  'portal.blank.pounds': { en: 'Pounds and pence', cy: 'Punnoedd a cheiniogau' },
} satisfies Catalogue
