import type { Catalogue } from './language.ts'

/** What the portal says while a form is filled in, checked, sent and followed. */
export const portalFormsTexts = {
  'portal.forms.optional': { en: '{{question}} (optional)', cy: '{{question}} (dewisol)' },
  'portal.forms.upToCharacters': {
    en: 'You can write up to {{max}} characters.',
    cy: 'Gallwch ysgrifennu hyd at {{max}} nod.',
  },
  'portal.forms.marks': {
    en: 'You can use **bold** and _italic_. Start a line with “- ” or “1. ” for a list. Leave an empty line for a new paragraph.',
    cy: 'Gallwch ddefnyddio **trwm** ac _italig_. Dechreuwch linell gyda “- ” neu “1. ” i wneud rhestr. Gadewch linell wag am baragraff newydd.',
  },
  'portal.forms.format': { en: 'Format the text', cy: 'Fformatio’r testun' },
  'portal.forms.format.bold': { en: 'Bold', cy: 'Trwm' },
  'portal.forms.format.italic': { en: 'Italic', cy: 'Italig' },
  'portal.forms.format.bullets': { en: 'Bulleted list', cy: 'Rhestr fwledi' },
  'portal.forms.format.numbers': { en: 'Numbered list', cy: 'Rhestr wedi’i rhifo' },
  'portal.forms.day': { en: 'Day', cy: 'Diwrnod' },
  'portal.forms.month': { en: 'Month', cy: 'Mis' },
  'portal.forms.year': { en: 'Year', cy: 'Blwyddyn' },
  'portal.forms.dateHint': { en: 'For example, 27 3 2016', cy: 'Er enghraifft, 27 3 2016' },
  'portal.forms.fileLimits': {
    en: 'Up to {{count}} files, each no larger than {{megabytes}} MB. Kinds: {{kinds}}.',
    cy: 'Hyd at {{count}} ffeil, pob un heb fod yn fwy na {{megabytes}} MB. Mathau: {{kinds}}.',
  },
  'portal.forms.fileLimits_one': {
    en: 'One file, no larger than {{megabytes}} MB. Kinds: {{kinds}}.',
    cy: 'Un ffeil, heb fod yn fwy na {{megabytes}} MB. Mathau: {{kinds}}.',
  },
  'portal.forms.pageOf': {
    en: '{{form}}: page {{page}} of {{pages}}',
    cy: '{{form}}: tudalen {{page}} o {{pages}}',
  },
  'portal.forms.more': {
    en: 'Your answers are saved. Because of them there are more questions on this page.',
    cy: 'Mae eich atebion wedi’u cadw. O’u herwydd mae rhagor o gwestiynau ar y dudalen hon.',
  },
  'portal.forms.notCalculated': {
    en: 'Not known until the answers it is calculated from are given',
    cy: 'Ddim yn hysbys nes rhoi’r atebion y’i cyfrifir ohonynt',
  },
  'portal.forms.saveAndContinue': { en: 'Save and continue', cy: 'Cadw a pharhau' },
  'portal.forms.later': { en: 'Save and come back later', cy: 'Cadw a dychwelyd yn nes ymlaen' },
  'portal.forms.savedAt': { en: 'Saved {{time}}', cy: 'Cadwyd {{time}}' },
  'portal.elsewhere.heading': {
    en: 'You changed this page in two places',
    cy: 'Newidioch y dudalen hon mewn dau le',
  },
  'portal.elsewhere.text': {
    en: 'This was saved in another window or on another device while you were typing here. What you typed here is still in the boxes below. Choose “Save and continue” to keep that instead.',
    cy: 'Cadwyd hyn mewn ffenestr arall neu ar ddyfais arall tra oeddech yn teipio yma. Mae’r hyn a deipioch yma yn y blychau isod o hyd. Dewiswch “Cadw a pharhau” i gadw hwnnw yn lle hynny.',
  },
  'portal.elsewhere.take': {
    en: 'Keep what was saved there',
    cy: 'Cadw’r hyn a gadwyd yno',
  },
  'portal.elsewhere.problem': {
    en: '“{{question}}” was changed in another window or on another device',
    cy: 'Newidiwyd “{{question}}” mewn ffenestr arall neu ar ddyfais arall',
  },
  'portal.child.givenNames': { en: 'First names', cy: 'Enwau cyntaf' },
  'portal.child.familyName': { en: 'Family name', cy: 'Cyfenw' },
  'portal.child.dateOfBirth': { en: 'Date of birth', cy: 'Dyddiad geni' },
  'portal.child.sex': { en: 'Sex (optional)', cy: 'Rhyw (dewisol)' },
  'portal.child.postcode': { en: 'Postcode (optional)', cy: 'Cod post (dewisol)' },
  'portal.child.postcodeHint': {
    en: 'Of the home address, such as LS8 4AB',
    cy: 'Y cyfeiriad cartref, fel LS8 4AB',
  },
  'portal.child.upn': { en: 'Unique pupil number (optional)', cy: 'Rhif unigryw disgybl (dewisol)' },
  'portal.child.upnHint': {
    en: '13 characters. The school can tell you. Leave it empty if you do not know it.',
    cy: '13 nod. Gall yr ysgol ddweud wrthych. Gadewch ef yn wag os nad ydych yn ei wybod.',
  },
  'portal.before.heading': { en: 'Before you start', cy: 'Cyn i chi ddechrau' },
  'portal.before.time': {
    en: 'It takes about {{count}} minutes.',
    cy: 'Mae’n cymryd tua {{count}} munud.',
  },
  'portal.before.save': {
    en: 'We save each page. You can stop and come back later.',
    cy: 'Rydym yn cadw pob tudalen. Gallwch stopio a dychwelyd yn nes ymlaen.',
  },
  'portal.before.child': {
    en: 'Have the child’s name, date of birth and postcode to hand.',
    cy: 'Byddwch â henw, dyddiad geni a chod post y plentyn wrth law.',
  },
  'portal.before.files': {
    en: 'You can add letters and reports. Have them on this device, as files or photos.',
    cy: 'Gallwch ychwanegu llythyrau ac adroddiadau. Byddwch â nhw ar y ddyfais hon, fel ffeiliau neu luniau.',
  },
  'portal.before.who.heading': { en: 'Who will read it', cy: 'Pwy fydd yn ei ddarllen' },
  'portal.before.who.text': {
    en: 'Nobody else can see your answers until you send the form. Then the SEND team of your council reads it.',
    cy: 'Ni all neb arall weld eich atebion nes i chi anfon y ffurflen. Yna bydd tîm AAA eich cyngor yn ei darllen.',
  },
  'portal.before.start': { en: 'Start now', cy: 'Dechrau nawr' },
  'portal.unfinished.saved': {
    en: 'Your answers are saved ({{when}}).',
    cy: 'Mae eich atebion wedi’u cadw ({{when}}).',
  },
  'portal.unfinished.keptUntil': {
    en: 'If you do not go on with it, we delete this form after {{day}}.',
    cy: 'Os na fyddwch yn parhau â hi, byddwn yn dileu’r ffurflen hon ar ôl {{day}}.',
  },
  'portal.unfinished.toDo': { en: 'To do', cy: 'I’w wneud' },
  'portal.unfinished.done': { en: 'Completed', cy: 'Wedi’i gwblhau' },
  'portal.unfinished.continue': { en: 'Continue', cy: 'Parhau' },
  'portal.unfinished.check': { en: 'Check your answers', cy: 'Gwirio eich atebion' },
  'portal.tasks.done': {
    en: 'You have completed {{done}} of {{count}} parts.',
    cy: 'Rydych wedi cwblhau {{done}} o {{count}} rhan.',
  },
  'portal.tasks.done_one': {
    en: 'You have completed {{done}} of 1 part.',
    cy: 'Rydych wedi cwblhau {{done}} o 1 rhan.',
  },
  'portal.tasks.notStarted': { en: 'Not started', cy: 'Heb ddechrau' },
  'portal.tasks.inProgress': { en: 'In progress', cy: 'Ar y gweill' },
  'portal.tasks.completed': { en: 'Completed', cy: 'Wedi’i gwblhau' },
  'portal.tasks.cannotStartYet': { en: 'Cannot start yet', cy: 'Ni ellir dechrau eto' },
  'portal.tasks.optional': {
    en: 'You can leave this part out.',
    cy: 'Gallwch adael y rhan hon allan.',
  },
  'portal.tasks.depends': {
    en: 'Whether we ask this depends on your other answers.',
    cy: 'Mae p’un a ydym yn gofyn hyn yn dibynnu ar eich atebion eraill.',
  },
  'portal.tasks.send': { en: 'Check and send', cy: 'Gwirio ac anfon' },
  'portal.tasks.check': { en: 'Check your answers and send', cy: 'Gwirio eich atebion a’u hanfon' },
  'portal.tasks.checkLater': {
    en: 'Complete the other parts first.',
    cy: 'Cwblhewch y rhannau eraill yn gyntaf.',
  },
  'portal.changed.title': { en: 'Important', cy: 'Pwysig' },
  'portal.changed.heading': {
    en: 'This form has changed since you began. Your answers are kept.',
    cy: 'Mae’r ffurflen hon wedi newid ers i chi ddechrau. Mae eich atebion wedi’u cadw.',
  },
  'portal.changed.lookAt': { en: 'Please look at:', cy: 'Edrychwch ar:' },
  'portal.changed.nothing': {
    en: 'There is nothing more for you to look at.',
    cy: 'Does dim byd arall i chi edrych arno.',
  },
  'portal.changed.aside': {
    en: 'Answers to questions we no longer ask',
    cy: 'Atebion i gwestiynau nad ydym yn eu gofyn mwyach',
  },
  'portal.changed.asideHint': {
    en: 'We keep these for you. They are not sent with the form.',
    cy: 'Rydym yn cadw’r rhain i chi. Nid ydynt yn cael eu hanfon gyda’r ffurflen.',
  },
  'portal.files.title': { en: 'Files', cy: 'Ffeiliau' },
  'portal.files.uploaded': { en: 'Files you have added', cy: 'Ffeiliau rydych wedi’u hychwanegu' },
  'portal.files.size': { en: '{{size}} KB', cy: '{{size}} KB' },
  'portal.files.upload': { en: 'Upload', cy: 'Uwchlwytho' },
  'portal.files.remove': { en: 'Remove', cy: 'Tynnu' },
  'portal.files.describe': { en: 'Describe', cy: 'Disgrifio' },
  'portal.files.describe.change': { en: 'Change description', cy: 'Newid disgrifiad' },
  'portal.files.describe.title': { en: 'Describe {{name}}', cy: 'Disgrifio {{name}}' },
  'portal.files.describe.label': { en: 'What is it? (optional)', cy: 'Beth ydyw? (dewisol)' },
  'portal.files.describe.hint': {
    en: 'For example, the school’s report of March 2026',
    cy: 'Er enghraifft, adroddiad yr ysgol o fis Mawrth 2026',
  },
  'portal.files.describe.save': { en: 'Save', cy: 'Cadw' },
  'portal.files.chooseFirst': { en: 'Choose a file first', cy: 'Dewiswch ffeil yn gyntaf' },
  'portal.files.full': {
    en: 'You have added all {{count}} files. Remove one to add another.',
    cy: 'Rydych wedi ychwanegu pob un o’r {{count}} ffeil. Tynnwch un i ychwanegu un arall.',
  },
  'portal.files.full_one': {
    en: 'You have added the file. Remove it to add another.',
    cy: 'Rydych wedi ychwanegu’r ffeil. Tynnwch hi i ychwanegu un arall.',
  },
  'portal.files.together': {
    en: 'All files of this form together: no more than {{megabytes}} MB.',
    cy: 'Holl ffeiliau’r ffurflen hon gyda’i gilydd: dim mwy na {{megabytes}} MB.',
  },
  'portal.files.formFull': {
    en: 'With this file the form would have more than {{megabytes}} MB of files. Remove one first, or send a smaller copy',
    cy: 'Gyda’r ffeil hon byddai gan y ffurflen fwy na {{megabytes}} MB o ffeiliau. Tynnwch un yn gyntaf, neu anfonwch gopi llai',
  },
  'portal.files.empty': { en: 'The file is empty', cy: 'Mae’r ffeil yn wag' },
  'portal.files.wrongKind': {
    en: 'This kind of file cannot be used here',
    cy: 'Ni ellir defnyddio’r math hwn o ffeil yma',
  },
  'portal.files.notWhatItSays': {
    en: 'The name of the file does not fit what is in it. Save it again as one of the kinds above',
    cy: 'Nid yw enw’r ffeil yn cyd-fynd â’i chynnwys. Cadwch hi eto fel un o’r mathau uchod',
  },
  'portal.files.damaged': {
    en: 'The file is damaged and cannot be read. Save or scan it again',
    cy: 'Mae’r ffeil wedi’i difrodi ac ni ellir ei darllen. Cadwch neu sganiwch hi eto',
  },
  'portal.files.tooManyPixels': {
    en: 'The picture is too large. Take or save it again smaller, with at most 12 megapixels',
    cy: 'Mae’r llun yn rhy fawr. Tynnwch neu cadwch ef eto yn llai, gyda 12 megapicsel ar y mwyaf',
  },
  'portal.files.tooMuchInside': {
    en: 'Too much is packed into this file. Save it again as a PDF',
    cy: 'Mae gormod wedi’i bacio i’r ffeil hon. Cadwch hi eto fel PDF',
  },
  'portal.files.activeContent': {
    en: 'The file has something in it that could run or load other files, such as a macro, a script or an attachment. Save it without, or print it to a PDF',
    cy: 'Mae rhywbeth yn y ffeil a allai redeg neu lwytho ffeiliau eraill, fel macro, sgript neu atodiad. Cadwch hi hebddo, neu argraffwch hi i PDF',
  },
  'portal.files.locked': {
    en: 'The file is protected, for example by a password, so we cannot check it. Save a copy without protection',
    cy: 'Mae’r ffeil wedi’i diogelu, er enghraifft â chyfrinair, felly ni allwn ei gwirio. Cadwch gopi heb ddiogelwch',
  },
  'portal.files.noRoom': {
    en: 'We cannot keep files at the moment. Nothing else is lost: try again later, or go on and add the file another day',
    cy: 'Ni allwn gadw ffeiliau ar hyn o bryd. Nid oes dim arall wedi’i golli: rhowch gynnig arall arni yn nes ymlaen, neu ewch ymlaen ac ychwanegwch y ffeil ddiwrnod arall',
  },
  'portal.files.checking': {
    en: 'Being checked for viruses. You do not have to wait: you can go on and send the form.',
    cy: 'Yn cael ei gwirio am firysau. Nid oes rhaid i chi aros: gallwch fynd ymlaen ac anfon y ffurflen.',
  },
  'portal.files.refused.malware': {
    en: 'Our virus check found something in this file, so we have not kept it.',
    cy: 'Daeth ein gwiriad firysau o hyd i rywbeth yn y ffeil hon, felly nid ydym wedi’i chadw.',
  },
  'portal.files.refused.tooComplex': {
    en: 'Too much is packed into this file for our virus check, so we have not kept it. Save it as a PDF.',
    cy: 'Mae gormod wedi’i bacio i’r ffeil hon i’n gwiriad firysau, felly nid ydym wedi’i chadw. Cadwch hi fel PDF.',
  },
  'portal.files.checkingSent': {
    en: 'Being checked for viruses. You do not have to do anything.',
    cy: 'Yn cael ei gwirio am firysau. Nid oes rhaid i chi wneud dim.',
  },
  'portal.files.refusedDraft': {
    en: 'Remove it and add another copy. It will not be sent.',
    cy: 'Tynnwch hi ac ychwanegwch gopi arall. Ni fydd yn cael ei hanfon.',
  },
  'portal.files.refusedSent': {
    en: 'We have everything else. Phone us or write to us to send this file in another way.',
    cy: 'Mae gennym bopeth arall. Ffoniwch ni neu ysgrifennwch atom i anfon y ffeil hon mewn ffordd arall.',
  },
  'portal.files.closed': {
    en: 'This file cannot be opened now. It is still being checked for viruses, or was refused. Your form says which.',
    cy: 'Ni ellir agor y ffeil hon nawr. Mae’n dal i gael ei gwirio am firysau, neu cafodd ei gwrthod. Mae eich ffurflen yn dweud pa un.',
  },
  'portal.files.tooMany': {
    en: 'You can add {{count}} files here and no more. Remove one first',
    cy: 'Gallwch ychwanegu {{count}} ffeil yma a dim mwy. Tynnwch un yn gyntaf',
  },
  'portal.files.tooMany_one': {
    en: 'You can add one file here and no more. Remove the other first',
    cy: 'Gallwch ychwanegu un ffeil yma a dim mwy. Tynnwch y llall yn gyntaf',
  },
  'portal.files.tooBig': {
    en: 'The file is too large. Choose one no larger than {{megabytes}} MB',
    cy: 'Mae’r ffeil yn rhy fawr. Dewiswch un heb fod yn fwy na {{megabytes}} MB',
  },
  'portal.files.signedOut': {
    en: 'You were signed out before the file reached us. Choose it again',
    cy: 'Cawsoch eich allgofnodi cyn i’r ffeil ein cyrraedd. Dewiswch hi eto',
  },
  'portal.files.failed': {
    en: 'The file could not be uploaded. Try again',
    cy: 'Ni ellid uwchlwytho’r ffeil. Rhowch gynnig arall arni',
  },
  'portal.check.title': { en: 'Check your answers', cy: 'Gwirio eich atebion' },
  'portal.check.change': { en: 'Change', cy: 'Newid' },
  'portal.check.declaration.heading': { en: 'Now send your form', cy: 'Nawr anfonwch eich ffurflen' },
  'portal.check.declaration.text': {
    en: 'By sending this form you confirm that your answers are right, as far as you know. You cannot change them afterwards.',
    cy: 'Drwy anfon y ffurflen hon rydych yn cadarnhau bod eich atebion yn gywir, hyd y gwyddoch. Ni allwch eu newid wedyn.',
  },
  'portal.check.send': { en: 'Agree and send', cy: 'Cytuno ac anfon' },
  'portal.received.title': { en: 'We have received your form', cy: 'Rydym wedi cael eich ffurflen' },
  'portal.received.reference': { en: 'Your reference', cy: 'Eich cyfeirnod' },
  'portal.received.text': {
    en: '“{{form}}” reached us on {{day}}. Keep the reference: it helps us find your form.',
    cy: 'Cyrhaeddodd “{{form}}” ni ar {{day}}. Cadwch y cyfeirnod: mae’n ein helpu i ddod o hyd i’ch ffurflen.',
  },
  'portal.received.due': {
    en: 'We must tell you by {{due}} whether we will carry out an assessment.',
    cy: 'Rhaid i ni ddweud wrthych erbyn {{due}} a fyddwn yn cynnal asesiad.',
  },
  'portal.received.progress': { en: 'See how it is going', cy: 'Gweld sut mae’n mynd' },
  'portal.received.home': { en: 'Go to your home page', cy: 'Mynd i’ch tudalen gartref' },
  'portal.progress.receivedAndDue': {
    en: 'We received your request on {{received}}. We must tell you by {{due}} whether we will carry out an assessment.',
    cy: 'Cawsom eich cais ar {{received}}. Rhaid i ni ddweud wrthych erbyn {{due}} a fyddwn yn cynnal asesiad.',
  },
  'portal.progress.received': {
    en: 'We received your form on {{received}}.',
    cy: 'Cawsom eich ffurflen ar {{received}}.',
  },
  'portal.progress.reference': { en: 'Reference', cy: 'Cyfeirnod' },
  'portal.progress.receivedOn': { en: 'Received on', cy: 'Wedi’i chael ar' },
  'portal.progress.decisionDueBy': { en: 'Decision due by', cy: 'Penderfyniad erbyn' },
  'portal.progress.receipt': { en: 'See your receipt', cy: 'Gweld eich derbynneb' },
  'portal.progress.copy': { en: 'View and print what you sent', cy: 'Gweld ac argraffu’r hyn a anfonoch' },
  'portal.next.heading': { en: 'What happens next', cy: 'Beth sy’n digwydd nesaf' },
  'portal.next.read': { en: 'The SEND team reads your form.', cy: 'Mae’r tîm AAA yn darllen eich ffurflen.' },
  'portal.next.ask': {
    en: 'If we need to know more, we write to you.',
    cy: 'Os bydd angen gwybod mwy arnom, byddwn yn ysgrifennu atoch.',
  },
  'portal.next.decide': {
    en: 'By {{due}} we tell you what we have decided, and why.',
    cy: 'Erbyn {{due}} byddwn yn dweud wrthych beth rydym wedi’i benderfynu, a pham.',
  },
  'portal.next.file': {
    en: 'We add it to the child’s record.',
    cy: 'Byddwn yn ei hychwanegu at gofnod y plentyn.',
  },
  'portal.next.whoToAsk': {
    en: 'Do you have a question? Contact the SEND team of your council and tell them the reference.',
    cy: 'Oes gennych chi gwestiwn? Cysylltwch â thîm AAA eich cyngor a rhowch y cyfeirnod iddynt.',
  },
  'portal.copy.caption': { en: 'What you sent', cy: 'Yr hyn a anfonoch' },
  'portal.copy.sent': { en: '{{reference}}, sent on {{when}}', cy: '{{reference}}, anfonwyd ar {{when}}' },
  'portal.pdf.download': { en: 'Download a copy (PDF)', cy: 'Lawrlwytho copi (PDF)' },
  'portal.pdf.downloadLarge': {
    en: 'Download a copy in large print (PDF)',
    cy: 'Lawrlwytho copi mewn print bras (PDF)',
  },
  'portal.pdf.page': { en: 'Page {{page}} of {{pages}}', cy: 'Tudalen {{page}} o {{pages}}' },
  'portal.pdf.notShown': {
    en: 'This file cannot show some of the letters in your answers. We have them as you wrote them. Where you see \ufffd, look at your form on the website.',
    cy: 'Ni all y ffeil hon ddangos rhai o’r llythrennau yn eich atebion. Maent gennym fel yr ysgrifennoch chi nhw. Lle gwelwch \ufffd, edrychwch ar eich ffurflen ar y wefan.',
  },
  'portal.pdf.busy': {
    en: 'We could not make the PDF just now, because many people are asking for one. Try again in a few minutes. You can also print this page, which shows the same.',
    cy: 'Ni allem wneud y PDF nawr, oherwydd bod llawer o bobl yn gofyn am un. Rhowch gynnig arall arni mewn ychydig funudau. Gallwch hefyd argraffu’r dudalen hon, sy’n dangos yr un peth.',
  },
  'portal.pdf.tooLong': {
    en: 'Your form is too long for us to make a PDF of it. Print this page instead. It shows the same.',
    cy: 'Mae eich ffurflen yn rhy hir i ni wneud PDF ohoni. Argraffwch y dudalen hon yn lle hynny. Mae’n dangos yr un peth.',
  },
  'portal.pdf.failed': {
    en: 'Sorry, we could not make the PDF. Print this page instead. It shows the same.',
    cy: 'Mae’n ddrwg gennym, ni allem wneud y PDF. Argraffwch y dudalen hon yn lle hynny. Mae’n dangos yr un peth.',
  },
  'portal.alreadySent.title': {
    en: 'This form has already been sent',
    cy: 'Mae’r ffurflen hon eisoes wedi’i hanfon',
  },
  'portal.alreadySent.text': {
    en: 'You have already sent this form. Its answers can no longer be changed. To tell us more, contact the SEND team of your council and give the reference.',
    cy: 'Rydych eisoes wedi anfon y ffurflen hon. Ni ellir newid ei hatebion mwyach. I ddweud mwy wrthym, cysylltwch â thîm AAA eich cyngor a rhowch y cyfeirnod.',
  },
  'portal.alreadySent.typed': {
    en: 'What you typed here was not added',
    cy: 'Ni chafodd yr hyn a deipioch yma ei ychwanegu',
  },
  'portal.notSaved.title': {
    en: 'Sorry, we could not save this page',
    cy: 'Mae’n ddrwg gennym, ni allem gadw’r dudalen hon',
  },
  'portal.notSaved.text': {
    en: 'What you typed is still here. Wait a moment, then try again. Do not close this page.',
    cy: 'Mae’r hyn a deipioch yma o hyd. Arhoswch eiliad, yna rhowch gynnig arall arni. Peidiwch â chau’r dudalen hon.',
  },
  'portal.notSaved.again': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
} satisfies Catalogue
