import type { Catalogue } from './language.ts'

/** Known facts and earlier answers that are offered beside a question, and what becomes of them. */
export const portalOffersTexts = {
  'portal.offers.intro': {
    en: 'Some answers are here already, for you to check. Use those that are right. Nothing is filled in until you choose it.',
    cy: 'Mae rhai atebion yma eisoes i chi eu gwirio. Defnyddiwch y rhai sy’n gywir. Ni chaiff dim ei lenwi nes i chi ei ddewis.',
  },
  'portal.offers.toAll': {
    en: 'You can also use all of them at once, at the end of the page.',
    cy: 'Gallwch hefyd ddefnyddio pob un ar unwaith, ar ddiwedd y dudalen.',
  },
  'portal.offers.fromForm': {
    en: 'You told us this on {{date}} in ‘{{title}}’',
    cy: 'Dywedoch hyn wrthym ar {{date}} yn ‘{{title}}’',
  },
  'portal.offers.fromRequest': { en: 'From our request to you', cy: 'O’n cais ni i chi' },
  'portal.offers.fromRecord': {
    en: 'From what we hold about {{name}}',
    cy: 'O’r hyn sydd gennym am {{name}}',
  },
  'portal.offers.use': { en: 'Use this answer', cy: 'Defnyddio’r ateb hwn' },
  'portal.offers.useOf': {
    en: 'Use this answer for: {{question}}',
    cy: 'Defnyddio’r ateb hwn ar gyfer: {{question}}',
  },
  'portal.offers.or': { en: 'Or give another answer below.', cy: 'Neu rhowch ateb arall isod.' },
  'portal.offers.readOnly': {
    en: 'It no longer fits this question as it stands. You can copy from it.',
    cy: 'Nid yw’n addas i’r cwestiwn hwn fel y mae bellach. Gallwch gopïo ohono.',
  },
  'portal.offers.allHeading': { en: 'Answers that are here already', cy: 'Atebion sydd yma eisoes' },
  'portal.offers.allHint': {
    en: 'Check them first. What you have answered on this page stays as it is.',
    cy: 'Gwiriwch nhw yn gyntaf. Bydd yr hyn rydych wedi’i ateb ar y dudalen hon yn aros fel y mae.',
  },
  'portal.offers.useAll': {
    en: 'Use all {{count}} answers',
    cy: 'Defnyddio pob un o’r {{count}} ateb',
  },
  'portal.offers.shared': {
    en: 'Whoever helps you with this page will see the answers that you use.',
    cy: 'Bydd pwy bynnag sy’n eich helpu gyda’r dudalen hon yn gweld yr atebion a ddefnyddiwch.',
  },
  'portal.offers.confirmedForm': {
    en: 'Used from what you told us on {{date}} in ‘{{title}}’. You can still change it.',
    cy: 'Defnyddiwyd o’r hyn a ddywedoch wrthym ar {{date}} yn ‘{{title}}’. Gallwch ei newid o hyd.',
  },
  'portal.offers.confirmedRequest': {
    en: 'Used from our request to you. You can still change it.',
    cy: 'Defnyddiwyd o’n cais ni i chi. Gallwch ei newid o hyd.',
  },
  'portal.offers.confirmedRecord': {
    en: 'Used from what we hold. You can still change it.',
    cy: 'Defnyddiwyd o’r hyn sydd gennym. Gallwch ei newid o hyd.',
  },
  'portal.offers.preview': {
    en: 'Here people are offered what they told us before, if there is anything. Nothing is filled in until they choose it.',
    cy: 'Yma cynigir i bobl yr hyn a ddywedon nhw wrthym o’r blaen, os oes rhywbeth. Ni chaiff dim ei lenwi nes iddynt ei ddewis.',
  },
  'portal.offers.gone': {
    en: 'The earlier answer to “{{question}}” can no longer be used, so no earlier answer was filled in. What you typed is saved. Answer the question yourself.',
    cy: 'Ni ellir defnyddio’r ateb cynharach i “{{question}}” mwyach, felly ni lenwyd yr un ateb cynharach. Mae’r hyn a deipioch wedi’i gadw. Atebwch y cwestiwn eich hun.',
  },
} satisfies Catalogue
