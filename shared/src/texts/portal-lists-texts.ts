import type { Catalogue } from './language.ts'

/** Several children whom a school adds at once, by a list. */
export const portalListsTexts = {
  'portal.list.title': { en: 'Add several children', cy: 'Ychwanegu sawl plentyn' },
  'portal.list.link': { en: 'Add several children by a list', cy: 'Ychwanegu sawl plentyn drwy restr' },
  'portal.list.noSchool': {
    en: 'You can add a list of children as soon as you belong to a school and we have verified you. Until then, tell us of one child at a time.',
    cy: 'Gallwch ychwanegu rhestr o blant cyn gynted ag y byddwch yn perthyn i ysgol ac y byddwn wedi’ch dilysu. Tan hynny, dywedwch wrthym am un plentyn ar y tro.',
  },
  'portal.list.limits': {
    en: 'A list may have up to {{lines}} children and {{kilobytes}} KB. You see what we read before anything is added.',
    cy: 'Gall rhestr gynnwys hyd at {{lines}} o blant a {{kilobytes}} KB. Cewch weld yr hyn a ddarllenwn cyn i unrhyw beth gael ei ychwanegu.',
  },
  'portal.list.shape': {
    en: 'The first line names the columns. These three are needed: given_names, family_name and date_of_birth. You may also give sex, upn and postcode. Other columns are left out.',
    cy: 'Mae’r llinell gyntaf yn enwi’r colofnau. Mae angen y tair hyn: given_names, family_name a date_of_birth. Cewch hefyd roi sex, upn a postcode. Gadewir colofnau eraill allan.',
  },
  'portal.list.example': { en: 'See an example', cy: 'Gweld enghraifft' },
  'portal.list.school': { en: 'For which school?', cy: 'Ar gyfer pa ysgol?' },
  'portal.list.schoolNeeded': { en: 'Choose the school', cy: 'Dewiswch yr ysgol' },
  'portal.list.file': { en: 'Choose a CSV file', cy: 'Dewiswch ffeil CSV' },
  'portal.list.fileHint': {
    en: 'In Excel: Save as, then CSV UTF-8.',
    cy: 'Yn Excel: Cadw fel, yna CSV UTF-8.',
  },
  'portal.list.paste': { en: 'Or paste the list', cy: 'Neu gludwch y rhestr' },
  'portal.list.pasteHint': {
    en: 'Copy the cells of a spreadsheet with the line that names the columns, or the text of a CSV file.',
    cy: 'Copïwch gelloedd taenlen gyda’r llinell sy’n enwi’r colofnau, neu destun ffeil CSV.',
  },
  'portal.list.kept': {
    en: 'You are signed in again, and your list is still here. Nothing has been added yet.',
    cy: 'Rydych wedi mewngofnodi eto, ac mae eich rhestr yma o hyd. Nid oes dim wedi’i ychwanegu eto.',
  },
  'portal.list.check': { en: 'Check the list', cy: 'Gwirio’r rhestr' },
  'portal.list.needed': {
    en: 'Choose a file, or paste a list',
    cy: 'Dewiswch ffeil, neu gludwch restr',
  },
  'portal.list.both': {
    en: 'Give either a file or a pasted list, not both',
    cy: 'Rhowch naill ai ffeil neu restr wedi’i gludo, nid y ddau',
  },

  'portal.list.why.empty': { en: 'The list has no child in it', cy: 'Nid oes plentyn yn y rhestr' },
  'portal.list.why.tooLarge': {
    en: 'The list must be no larger than {{kilobytes}} KB. Give it in parts',
    cy: 'Rhaid i’r rhestr beidio â bod yn fwy na {{kilobytes}} KB. Rhowch hi fesul rhan',
  },
  'portal.list.why.tooManyLines': {
    en: 'The list must have no more than {{lines}} children. Give it in parts',
    cy: 'Rhaid i’r rhestr beidio â chynnwys mwy na {{lines}} o blant. Rhowch hi fesul rhan',
  },
  'portal.list.why.notText': {
    en: 'The file is not text. Save it as CSV UTF-8 and choose it again',
    cy: 'Nid testun yw’r ffeil. Cadwch hi fel CSV UTF-8 a’i dewis eto',
  },
  'portal.list.why.spreadsheet': {
    en: 'The file is a spreadsheet. In Excel, save it as CSV UTF-8, then choose that file',
    cy: 'Taenlen yw’r ffeil. Yn Excel, cadwch hi fel CSV UTF-8, yna dewiswch y ffeil honno',
  },
  'portal.list.why.heading': {
    en: 'The first line must name the columns given_names, family_name and date_of_birth, each once',
    cy: 'Rhaid i’r llinell gyntaf enwi’r colofnau given_names, family_name a date_of_birth, unwaith yr un',
  },

  'portal.list.checkTitle': {
    en: 'Check what will be added',
    cy: 'Gwirio’r hyn a fydd yn cael ei ychwanegu',
  },
  'portal.list.nothingYet': { en: 'Nothing has been added yet.', cy: 'Nid oes dim wedi’i ychwanegu eto.' },
  'portal.list.changed': {
    en: 'The list was not added, because something changed meanwhile. Check it once more',
    cy: 'Ni chafodd y rhestr ei hychwanegu, oherwydd bod rhywbeth wedi newid yn y cyfamser. Gwiriwch hi unwaith eto',
  },
  'portal.list.unknownColumns': {
    en: 'These columns are left out: {{columns}}',
    cy: 'Gadewir y colofnau hyn allan: {{columns}}',
  },
  'portal.list.refused_one': {
    en: '1 line cannot be added',
    cy: 'Ni ellir ychwanegu 1 llinell',
  },
  'portal.list.refused_other': {
    en: '{{count}} lines cannot be added',
    cy: 'Ni ellir ychwanegu {{count}} o linellau',
  },
  'portal.list.refusedText': {
    en: 'Mend your list and give it again: nobody is added twice. Or add the others now.',
    cy: 'Cywirwch eich rhestr a’i rhoi eto: ni chaiff neb ei ychwanegu ddwywaith. Neu ychwanegwch y lleill nawr.',
  },
  'portal.list.known_one': {
    en: '1 child is on your own lists already',
    cy: 'Mae 1 plentyn ar eich rhestrau eich hun yn barod',
  },
  'portal.list.known_other': {
    en: '{{count}} children are on your own lists already',
    cy: 'Mae {{count}} o blant ar eich rhestrau eich hun yn barod',
  },
  'portal.list.knownText': {
    en: 'Your school told us of them before, or you work with them. They are not added again.',
    cy: 'Dywedodd eich ysgol wrthym amdanynt o’r blaen, neu rydych yn gweithio gyda nhw. Ni chânt eu hychwanegu eto.',
  },
  'portal.list.toAdd_one': { en: '1 child will be added', cy: 'Bydd 1 plentyn yn cael ei ychwanegu' },
  'portal.list.toAdd_other': {
    en: '{{count}} children will be added',
    cy: 'Bydd {{count}} o blant yn cael eu hychwanegu',
  },
  'portal.list.noneToAdd': {
    en: 'There is nobody to add in this list.',
    cy: 'Nid oes neb i’w ychwanegu yn y rhestr hon.',
  },
  'portal.list.line': { en: 'Line {{line}}', cy: 'Llinell {{line}}' },
  'portal.list.born': { en: '{{name}}, born {{birth}}', cy: '{{name}}, ganwyd {{birth}}' },
  'portal.list.noName': { en: 'no name', cy: 'dim enw' },
  'portal.list.declare': {
    en: 'By adding them you say that they are pupils of your school and that you may tell us of them.',
    cy: 'Drwy eu hychwanegu rydych yn dweud eu bod yn ddisgyblion yn eich ysgol a bod hawl gennych i ddweud wrthym amdanynt.',
  },
  'portal.list.add_one': { en: 'Add 1 child', cy: 'Ychwanegu 1 plentyn' },
  'portal.list.add_other': { en: 'Add {{count}} children', cy: 'Ychwanegu {{count}} o blant' },
  'portal.list.another': { en: 'Use another list', cy: 'Defnyddio rhestr arall' },
  'portal.list.added_one': {
    en: '1 child was added. We look at each one; you need not do anything now.',
    cy: 'Ychwanegwyd 1 plentyn. Rydym yn edrych ar bob un; nid oes angen i chi wneud dim nawr.',
  },
  'portal.list.added_other': {
    en: '{{count}} children were added. We look at each one; you need not do anything now.',
    cy: 'Ychwanegwyd {{count}} o blant. Rydym yn edrych ar bob un; nid oes angen i chi wneud dim nawr.',
  },
  'portal.list.before': {
    en: 'Children your school has added',
    cy: 'Plant y mae’ch ysgol wedi’u hychwanegu',
  },
  'portal.list.beforeBy': { en: 'Added on {{day}} by {{by}}', cy: 'Ychwanegwyd ar {{day}} gan {{by}}' },

  'portal.list.refusal.quote': {
    en: 'A quotation mark is never closed',
    cy: 'Nid yw dyfynnod byth yn cael ei gau',
  },
  'portal.list.refusal.columns': {
    en: 'It has more or fewer values than the first line names',
    cy: 'Mae ganddi fwy neu lai o werthoedd nag y mae’r llinell gyntaf yn eu henwi',
  },
  'portal.list.refusal.unreadable': {
    en: 'It has letters that cannot be read',
    cy: 'Mae ganddi lythrennau na ellir eu darllen',
  },
  'portal.list.refusal.formula': {
    en: 'It has a formula, such as =A1. Give the value itself',
    cy: 'Mae ganddi fformiwla, megis =A1. Rhowch y gwerth ei hun',
  },
  'portal.list.refusal.tooLong': {
    en: 'A value is longer than 200 letters',
    cy: 'Mae gwerth yn hirach na 200 llythyren',
  },
  'portal.list.refusal.givenNames': { en: 'given_names is missing', cy: 'Mae given_names ar goll' },
  'portal.list.refusal.familyName': { en: 'family_name is missing', cy: 'Mae family_name ar goll' },
  'portal.list.refusal.birth': { en: 'date_of_birth is missing', cy: 'Mae date_of_birth ar goll' },
  'portal.list.refusal.birthNoDate': {
    en: 'date_of_birth is not a real date. Write 14/02/2014 or 2014-02-14',
    cy: 'Nid yw date_of_birth yn ddyddiad go iawn. Ysgrifennwch 14/02/2014 neu 2014-02-14',
  },
  'portal.list.refusal.birthFuture': {
    en: 'date_of_birth is still to come',
    cy: 'Mae date_of_birth eto i ddod',
  },
  'portal.list.refusal.birthTooOld': {
    en: 'date_of_birth is more than 26 years ago',
    cy: 'Mae date_of_birth fwy na 26 mlynedd yn ôl',
  },
  'portal.list.refusal.sex': {
    en: 'sex must be F or M, or empty',
    cy: 'Rhaid i sex fod yn F neu’n M, neu’n wag',
  },
  'portal.list.refusal.upn': {
    en: 'upn must be a letter and 12 numbers that fit together, or empty',
    cy: 'Rhaid i upn fod yn llythyren a 12 rhif sy’n cyd-fynd, neu’n wag',
  },
  'portal.list.refusal.postcode': {
    en: 'postcode must be a full British one, or empty',
    cy: 'Rhaid i postcode fod yn un Prydeinig llawn, neu’n wag',
  },
  'portal.list.refusal.twice': {
    en: 'The same child stands in line {{line}} already',
    cy: 'Mae’r un plentyn yn llinell {{line}} yn barod',
  },
} satisfies Catalogue
