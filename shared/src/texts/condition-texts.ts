import type { Catalogue } from './language.ts'
import { makeTranslators, type KeyOf } from './make-translators.ts'

/** Conditions in words: for those who build forms in English, on printed forms in both languages. */
const conditionTexts = {
  'condition.and': { en: ' and ', cy: ', a hefyd ' },
  'condition.or': { en: ' or ', cy: ' neu ' },
  'condition.none': { en: 'it is not so that {{inner}}', cy: 'nid yw’r canlynol yn wir: {{inner}}' },
  'condition.anyItem': {
    en: 'in any answer to {{name}}, {{inner}}',
    cy: 'mewn unrhyw ateb i {{name}}, {{inner}}',
  },
  'condition.allItems': {
    en: 'in every answer to {{name}}, {{inner}}',
    cy: 'ym mhob ateb i {{name}}, {{inner}}',
  },
  'condition.noItem': {
    en: 'in no answer to {{name}}, {{inner}}',
    cy: 'nid yw hyn yn wir mewn unrhyw ateb i {{name}}: {{inner}}',
  },
  'condition.answered': { en: '{{subject}} is answered', cy: 'mae ateb i {{subject}}' },
  'condition.notAnswered': { en: '{{subject}} is not answered', cy: 'nid oes ateb i {{subject}}' },
  'condition.is': { en: '{{subject}} is {{value}}', cy: 'yr ateb i {{subject}} yw {{value}}' },
  'condition.isNot': { en: '{{subject}} is not {{value}}', cy: 'nid {{value}} yw’r ateb i {{subject}}' },
  'condition.contains': {
    en: '{{subject}} contains {{value}}',
    cy: 'mae’r ateb i {{subject}} yn cynnwys {{value}}',
  },
  'condition.notContains': {
    en: '{{subject}} does not contain {{value}}',
    cy: 'nid yw’r ateb i {{subject}} yn cynnwys {{value}}',
  },
  'condition.before': { en: '{{subject}} is before {{date}}', cy: 'mae’r ateb i {{subject}} cyn {{date}}' },
  'condition.notBefore': {
    en: '{{subject}} is not before {{date}}',
    cy: 'nid yw’r ateb i {{subject}} cyn {{date}}',
  },
  'condition.after': { en: '{{subject}} is after {{date}}', cy: 'mae’r ateb i {{subject}} ar ôl {{date}}' },
  'condition.notAfter': {
    en: '{{subject}} is not after {{date}}',
    cy: 'nid yw’r ateb i {{subject}} ar ôl {{date}}',
  },
  'condition.age': {
    en: 'the age by {{subject}} on {{date}} is {{comparison}} {{years}}',
    cy: 'mae’r oedran yn ôl {{subject}} ar {{date}} yn {{comparison}} {{years}}',
  },
  'condition.notAge': {
    en: 'the age by {{subject}} on {{date}} is not {{comparison}} {{years}}',
    cy: 'nid yw’r oedran yn ôl {{subject}} ar {{date}} yn {{comparison}} {{years}}',
  },
  'condition.number': {
    en: '{{subject}} is {{comparison}} {{other}}',
    cy: 'mae’r ateb i {{subject}} yn {{comparison}} {{other}}',
  },
  'condition.notNumber': {
    en: '{{subject}} is not {{comparison}} {{other}}',
    cy: 'nid yw’r ateb i {{subject}} yn {{comparison}} {{other}}',
  },
  'condition.lessThan': { en: 'less than', cy: 'llai na' },
  'condition.atMost': { en: 'at most', cy: 'ddim mwy na' },
  'condition.equalTo': { en: 'equal to', cy: 'hafal i' },
  'condition.atLeast': { en: 'at least', cy: 'o leiaf' },
  'condition.moreThan': { en: 'more than', cy: 'fwy na' },
  'condition.fact.givenNames': { en: 'first names', cy: 'enwau cyntaf' },
  'condition.fact.familyName': { en: 'family name', cy: 'cyfenw' },
  'condition.fact.dateOfBirth': { en: 'date of birth', cy: 'dyddiad geni' },
  'condition.fact.sex': { en: 'sex', cy: 'rhyw' },
  'condition.fact.postcode': { en: 'postcode', cy: 'cod post' },
  'condition.fact.upn': { en: 'UPN', cy: 'UPN' },
  'condition.ofPerson': { en: 'the person’s {{fact}}', cy: '{{fact}} y person' },
  'condition.partOf': { en: '{{part}} in {{name}}', cy: '{{name}}' },
  'condition.ofItem': { en: '{{name}} of {{item}}', cy: '{{name}} ({{item}})' },
  'condition.thisItem': { en: 'this item', cy: 'yr eitem hon' },
  'condition.thisNamed': { en: 'this ‘{{label}}’', cy: 'y ‘{{label}}’ hwn' },
  'condition.noGroup': { en: 'a group that is not there', cy: 'grŵp nad yw yno' },
  'condition.noQuestion': { en: 'a question that is not there', cy: 'cwestiwn nad yw yno' },
  'condition.noWording': { en: 'a question without wording', cy: 'cwestiwn heb eiriad' },
  'condition.today': { en: 'today', cy: 'heddiw' },
  'condition.before.years_one': { en: '{{count}} year before ', cy: '{{count}} flwyddyn cyn ' },
  'condition.before.years_other': { en: '{{count}} years before ', cy: '{{count}} mlynedd cyn ' },
  'condition.before.months_one': { en: '{{count}} month before ', cy: '{{count}} mis cyn ' },
  'condition.before.months_other': { en: '{{count}} months before ', cy: '{{count}} mis cyn ' },
  'condition.before.days_one': { en: '{{count}} day before ', cy: '{{count}} diwrnod cyn ' },
  'condition.before.days_other': { en: '{{count}} days before ', cy: '{{count}} diwrnod cyn ' },
  'condition.after.years_one': { en: '{{count}} year after ', cy: '{{count}} flwyddyn ar ôl ' },
  'condition.after.years_other': { en: '{{count}} years after ', cy: '{{count}} mlynedd ar ôl ' },
  'condition.after.months_one': { en: '{{count}} month after ', cy: '{{count}} mis ar ôl ' },
  'condition.after.months_other': { en: '{{count}} months after ', cy: '{{count}} mis ar ôl ' },
  'condition.after.days_one': { en: '{{count}} day after ', cy: '{{count}} diwrnod ar ôl ' },
  'condition.after.days_other': { en: '{{count}} days after ', cy: '{{count}} diwrnod ar ôl ' },
} satisfies Catalogue

export type ConditionTextKey = KeyOf<typeof conditionTexts>
export const conditionTranslator = makeTranslators(conditionTexts)
