import type { Catalogue } from './language.ts'

/** What professionals read about requests for advice and about their caseload, and how near a day is. */
export const portalAdviceTexts = {
  'portal.due.overdue': { en: '{{count}} days overdue', cy: '{{count}} diwrnod yn hwyr' },
  'portal.due.overdue_one': { en: '1 day overdue', cy: '1 diwrnod yn hwyr' },
  'portal.due.overdue_two': { en: '{{count}} days overdue', cy: '{{count}} ddiwrnod yn hwyr' },
  'portal.due.today': { en: 'due today', cy: 'i’w roi heddiw' },
  'portal.due.tomorrow': { en: 'due tomorrow', cy: 'i’w roi yfory' },
  'portal.due.later': { en: 'due in {{count}} days', cy: 'i’w roi ymhen {{count}} diwrnod' },
  'portal.due.later_two': { en: 'due in {{count}} days', cy: 'i’w roi ymhen {{count}} ddiwrnod' },
  'portal.due.by': { en: '{{day}} ({{words}})', cy: '{{day}} ({{words}})' },

  'portal.advice.title': { en: 'Advice about {{child}}', cy: 'Cyngor am {{child}}' },
  'portal.advice.hint': {
    en: 'The council asks {{organisation}}. Due {{day}}.',
    cy: 'Mae’r awdurdod lleol yn gofyn i {{organisation}}. I’w roi erbyn {{day}}.',
  },
  'portal.advice.state.asked': { en: 'Not started', cy: 'Heb ddechrau' },
  'portal.advice.state.inProgress': { en: 'In progress', cy: 'Ar y gweill' },
  'portal.advice.state.answered': { en: 'Answered', cy: 'Wedi’i ateb' },
  'portal.advice.state.notKnown': { en: 'Child not known', cy: 'Plentyn heb ei adnabod' },
  'portal.advice.state.withdrawn': { en: 'Withdrawn', cy: 'Wedi’i dynnu’n ôl' },
  'portal.advice.state.overdue': { en: 'Overdue', cy: 'Yn hwyr' },
  'portal.advice.child': { en: 'Child or young person', cy: 'Plentyn neu berson ifanc' },
  'portal.advice.born': { en: 'Date of birth', cy: 'Dyddiad geni' },
  'portal.advice.notRecorded': { en: 'Not recorded', cy: 'Heb ei gofnodi' },
  'portal.advice.organisation': { en: 'Asked of', cy: 'Gofynnwyd i' },
  'portal.advice.form': { en: 'Form', cy: 'Ffurflen' },
  'portal.advice.askedOn': { en: 'Asked on', cy: 'Gofynnwyd ar' },
  'portal.advice.due': { en: 'Due', cy: 'I’w roi erbyn' },
  'portal.advice.state': { en: 'State', cy: 'Cyflwr' },
  'portal.advice.worksOnIt': { en: 'Who works on it', cy: 'Pwy sy’n gweithio arno' },
  'portal.advice.you': { en: 'You', cy: 'Chi' },
  'portal.advice.nobody': { en: 'Nobody yet', cy: 'Neb eto' },
  'portal.advice.note': {
    en: 'What the council would like to know',
    cy: 'Yr hyn yr hoffai’r awdurdod lleol ei wybod',
  },
  'portal.advice.whoSees': {
    en: 'Until you answer, you see who the child is because the council asked you. You do not see the rest of their record.',
    cy: 'Nes i chi ateb, rydych yn gweld pwy yw’r plentyn am fod yr awdurdod lleol wedi gofyn i chi. Nid ydych yn gweld gweddill y cofnod.',
  },
  'portal.advice.begin': { en: 'Begin the form', cy: 'Dechrau’r ffurflen' },
  'portal.advice.goOn': { en: 'Continue the form', cy: 'Parhau â’r ffurflen' },
  'portal.advice.beginText': {
    en: 'The child’s name and date of birth are filled in for you. Sending the form answers the request.',
    cy: 'Mae enw a dyddiad geni’r plentyn wedi’u llenwi i chi. Mae anfon y ffurflen yn ateb y cais.',
  },
  'portal.advice.otherWays': { en: 'Other ways to answer', cy: 'Ffyrdd eraill o ateb' },
  'portal.advice.handOver': { en: 'Pass it to a colleague', cy: 'Ei drosglwyddo i gydweithiwr' },
  'portal.advice.takeBack': { en: 'Take it back', cy: 'Ei gymryd yn ôl' },
  'portal.advice.takeBackText': {
    en: '{{name}} works on this. You can take it back, with what they have written.',
    cy: 'Mae {{name}} yn gweithio ar hwn. Gallwch ei gymryd yn ôl, gyda’r hyn y maent wedi’i ysgrifennu.',
  },
  'portal.advice.heldText': {
    en: '{{name}} works on this. Ask them, or a lead of your organisation, to pass it to you.',
    cy: 'Mae {{name}} yn gweithio ar hwn. Gofynnwch iddynt, neu i arweinydd eich sefydliad, ei drosglwyddo i chi.',
  },
  'portal.advice.answeredText': {
    en: 'This request was answered on {{day}}. You need do nothing more.',
    cy: 'Atebwyd y cais hwn ar {{day}}. Nid oes angen i chi wneud dim mwy.',
  },
  'portal.advice.seeSent': { en: 'See the form you sent', cy: 'Gweld y ffurflen a anfonoch' },
  'portal.advice.checked': { en: 'What we checked', cy: 'Yr hyn a wiriwyd gennym' },
  'portal.advice.important': { en: 'Important', cy: 'Pwysig' },
  'portal.advice.formClosed.heading': {
    en: 'This form cannot be begun at the moment',
    cy: 'Ni ellir dechrau’r ffurflen hon ar hyn o bryd',
  },
  'portal.advice.formClosed': {
    en: 'The council has taken the form off this website. Ask the SEND team what to do. The request stays here.',
    cy: 'Mae’r awdurdod lleol wedi tynnu’r ffurflen oddi ar y wefan hon. Gofynnwch i’r tîm AAA beth i’w wneud. Mae’r cais yn aros yma.',
  },
  'portal.advice.changed.heading': {
    en: 'This changed while you had it open',
    cy: 'Newidiodd hyn tra oedd ar agor gennych',
  },
  'portal.advice.changed': {
    en: 'This is how it stands now. Nothing was changed by you.',
    cy: 'Dyma sut mae pethau nawr. Ni newidiwyd dim gennych chi.',
  },
  'portal.advice.done.handedOver': {
    en: 'You passed the request to your colleague. We told them by email.',
    cy: 'Rydych wedi trosglwyddo’r cais i’ch cydweithiwr. Rydym wedi rhoi gwybod iddynt drwy e-bost.',
  },
  'portal.advice.done.takenBack': {
    en: 'You work on the request again.',
    cy: 'Rydych yn gweithio ar y cais eto.',
  },
  'portal.advice.done.notKnown': {
    en: 'We have your answer. The council reads what you checked.',
    cy: 'Mae eich ateb gennym. Mae’r awdurdod lleol yn darllen yr hyn a wiriwyd gennych.',
  },

  'portal.notKnown.title': { en: 'We do not know this child', cy: 'Nid ydym yn adnabod y plentyn hwn' },
  'portal.notKnown.text': {
    en: 'This is an answer too. The council must be able to see that you looked properly, and where.',
    cy: 'Mae hwn yn ateb hefyd. Rhaid i’r awdurdod lleol allu gweld eich bod wedi chwilio’n iawn, ac ym mhle.',
  },
  'portal.notKnown.draft': {
    en: 'The form that was begun will be deleted.',
    cy: 'Bydd y ffurflen a ddechreuwyd yn cael ei dileu.',
  },
  'portal.notKnown.checked': { en: 'What did you check?', cy: 'Beth wnaethoch chi ei wirio?' },
  'portal.notKnown.hint': {
    en: 'For example: which registers, under which names and addresses, and how far back.',
    cy: 'Er enghraifft: pa gofrestrau, o dan ba enwau a chyfeiriadau, a pha mor bell yn ôl.',
  },
  'portal.notKnown.needed': {
    en: 'Enter what you checked, in 3 to 4,000 characters',
    cy: 'Rhowch yr hyn a wiriwyd gennych, mewn 3 i 4,000 o nodau',
  },
  'portal.notKnown.send': { en: 'Send this answer', cy: 'Anfon yr ateb hwn' },

  'portal.handOver.title': { en: 'Pass the request to a colleague', cy: 'Trosglwyddo’r cais i gydweithiwr' },
  'portal.handOver.text': {
    en: 'Your colleague works on it from then on. You still see it, and you can take it back.',
    cy: 'Bydd eich cydweithiwr yn gweithio arno o hynny ymlaen. Byddwch yn dal i’w weld, a gallwch ei gymryd yn ôl.',
  },
  'portal.handOver.draft': {
    en: 'The form that was begun goes along. A declaration that was signed is taken out: your colleague signs.',
    cy: 'Mae’r ffurflen a ddechreuwyd yn mynd gyda’r cais. Caiff datganiad a lofnodwyd ei dynnu allan: eich cydweithiwr sy’n llofnodi.',
  },
  'portal.handOver.who': { en: 'Who should work on it?', cy: 'Pwy ddylai weithio arno?' },
  'portal.handOver.nobody': {
    en: 'None of your colleagues can work on it. They must belong to {{organisation}}, and the council must have verified them.',
    cy: 'Ni all yr un o’ch cydweithwyr weithio arno. Rhaid iddynt berthyn i {{organisation}}, a rhaid i’r awdurdod lleol fod wedi’u dilysu.',
  },
  'portal.handOver.needed': { en: 'Choose a colleague', cy: 'Dewiswch gydweithiwr' },
  'portal.handOver.gone': {
    en: 'This colleague can no longer work on it. Choose another',
    cy: 'Ni all y cydweithiwr hwn weithio arno mwyach. Dewiswch un arall',
  },
  'portal.handOver.send': { en: 'Pass it on', cy: 'Ei drosglwyddo' },

  'portal.caseload.title': { en: 'Your caseload', cy: 'Eich llwyth achosion' },
  'portal.caseload.text': {
    en: 'Children about whom the council asks your organisation, and those whom it lets you see.',
    cy: 'Plant y mae’r awdurdod lleol yn gofyn i’ch sefydliad amdanynt, a’r rhai y mae’n gadael i chi eu gweld.',
  },
  'portal.caseload.views': { en: 'Views of your caseload', cy: 'Golygon o’ch llwyth achosion' },
  'portal.caseload.view.active': { en: 'Active ({{count}})', cy: 'Gweithredol ({{count}})' },
  'portal.caseload.view.hidden': { en: 'Hidden ({{count}})', cy: 'Cudd ({{count}})' },
  'portal.caseload.view.recent': { en: 'Recent ({{count}})', cy: 'Diweddar ({{count}})' },
  'portal.caseload.viewText.active': {
    en: 'All your children but those you hid. The first due is at the top.',
    cy: 'Eich holl blant heblaw’r rhai a guddiwyd gennych. Mae’r un cyntaf i’w roi ar y brig.',
  },
  'portal.caseload.viewText.hidden': {
    en: 'Children you took off your own list. Your colleagues still see them. What is due stays on your home page.',
    cy: 'Plant a dynnwyd gennych oddi ar eich rhestr eich hun. Mae eich cydweithwyr yn dal i’w gweld. Mae’r hyn sydd i’w roi yn aros ar eich tudalen gartref.',
  },
  'portal.caseload.viewText.recent': {
    en: 'What happened in the last 30 days: asked, answered, or shown to you. The newest is at the top.',
    cy: 'Yr hyn a ddigwyddodd yn y 30 diwrnod diwethaf: gofynnwyd, atebwyd, neu dangoswyd i chi. Mae’r diweddaraf ar y brig.',
  },
  'portal.caseload.name': { en: 'Part of the name', cy: 'Rhan o’r enw' },
  'portal.caseload.state': { en: 'State', cy: 'Cyflwr' },
  'portal.caseload.anyState': { en: 'Any state', cy: 'Unrhyw gyflwr' },
  'portal.caseload.state.overdue': { en: 'Overdue', cy: 'Yn hwyr' },
  'portal.caseload.state.due': { en: 'Advice due', cy: 'Cyngor i’w roi' },
  'portal.caseload.state.answered': { en: 'Answered', cy: 'Wedi’i ateb' },
  'portal.caseload.state.noRequest': { en: 'Nothing asked', cy: 'Dim wedi’i ofyn' },
  'portal.caseload.filter': { en: 'Show', cy: 'Dangos' },
  'portal.caseload.clear': { en: 'Show all', cy: 'Dangos y cyfan' },
  'portal.caseload.found': { en: '{{count}} children', cy: '{{count}} o blant' },
  'portal.caseload.found_one': { en: '1 child', cy: '1 plentyn' },
  'portal.caseload.noneFound': {
    en: 'No child on this list matches. Show all, or type less of the name.',
    cy: 'Nid oes plentyn ar y rhestr hon yn cyfateb. Dangoswch y cyfan, neu teipiwch lai o’r enw.',
  },
  'portal.caseload.none.active': {
    en: 'There is nobody on your list. Children come here when the council asks your organisation for advice.',
    cy: 'Nid oes neb ar eich rhestr. Daw plant yma pan fydd yr awdurdod lleol yn gofyn i’ch sefydliad am gyngor.',
  },
  'portal.caseload.none.hidden': { en: 'You have hidden nobody.', cy: 'Nid ydych wedi cuddio neb.' },
  'portal.caseload.none.recent': {
    en: 'Nothing happened in the last 30 days.',
    cy: 'Ni ddigwyddodd dim yn y 30 diwrnod diwethaf.',
  },
  'portal.caseload.born': { en: 'Born {{day}}', cy: 'Ganwyd {{day}}' },
  'portal.caseload.heldBy': { en: '{{name}} works on it', cy: 'Mae {{name}} yn gweithio arno' },
  'portal.caseload.heldByYou': { en: 'You work on it', cy: 'Rydych chi’n gweithio arno' },
  'portal.caseload.progress': { en: 'See how the case is going', cy: 'Gweld sut mae’r achos yn mynd' },
  'portal.caseload.hide': { en: 'Hide', cy: 'Cuddio' },
  'portal.caseload.show': { en: 'Show again', cy: 'Dangos eto' },
  'portal.caseload.done.hidden': {
    en: 'The child is off your list. You find them under Hidden.',
    cy: 'Mae’r plentyn oddi ar eich rhestr. Gallwch ddod o hyd iddo o dan Cudd.',
  },
  'portal.caseload.done.shown': {
    en: 'The child is on your list again.',
    cy: 'Mae’r plentyn ar eich rhestr eto.',
  },

  'portal.home.due': { en: 'What needs doing now', cy: 'Beth sydd angen ei wneud nawr' },
  'portal.home.nothingDue': {
    en: 'Nothing is due at the moment.',
    cy: 'Nid oes dim i’w wneud ar hyn o bryd.',
  },
  'portal.home.nothingDueButForms': {
    en: 'Nothing is due at the moment. You can go on with the forms in progress below.',
    cy: 'Nid oes dim i’w wneud ar hyn o bryd. Gallwch fwrw ymlaen â’r ffurflenni ar y gweill isod.',
  },
  'portal.home.inProgress': { en: 'Forms in progress', cy: 'Ffurflenni ar y gweill' },
  'portal.home.sentForms': { en: 'Forms sent', cy: 'Ffurflenni a anfonwyd' },
  'portal.home.notices': { en: 'Notices', cy: 'Hysbysiadau' },
  'portal.home.childBorn': { en: '{{child}}, born {{day}}', cy: '{{child}}, ganwyd {{day}}' },
  'portal.home.childUnborn': {
    en: '{{child}}, date of birth not given',
    cy: '{{child}}, dyddiad geni heb ei roi',
  },
  'portal.home.noChild': { en: 'No child named yet', cy: 'Dim plentyn wedi’i enwi eto' },
  'portal.home.endsSoon': {
    en: 'Saved {{when}}. It is deleted after {{day}} unless you go on with it.',
    cy: 'Cadwyd {{when}}. Bydd yn cael ei dileu ar ôl {{day}} oni bai eich bod yn bwrw ymlaen â hi.',
  },
  'portal.home.endsSoonStatus': { en: 'Ends soon', cy: 'Dod i ben cyn hir' },
  'portal.home.caseload': { en: 'Your caseload', cy: 'Eich llwyth achosion' },
  'portal.home.caseloadHint': {
    en: 'The children with whom your organisation works: see, filter and hide',
    cy: 'Y plant y mae eich sefydliad yn gweithio gyda nhw: gweld, hidlo a chuddio',
  },
  'portal.home.claimsWaiting': {
    en: 'You told us about {{count}} children. We have not decided yet whether you may see them.',
    cy: 'Rydych wedi dweud wrthym am {{count}} o blant. Nid ydym wedi penderfynu eto a gewch eu gweld.',
  },
  'portal.home.claimsWaiting_one': {
    en: 'You told us about a child. We have not decided yet whether you may see them.',
    cy: 'Rydych wedi dweud wrthym am blentyn. Nid ydym wedi penderfynu eto a gewch ei weld.',
  },
} satisfies Catalogue
