import type { Catalogue } from './language.ts'

/** Forms in progress that several people work on. */
export const portalSharingTexts = {
  'portal.sharing.link': { en: 'Share this form', cy: 'Rhannu’r ffurflen hon' },
  'portal.sharing.title': { en: 'Who helps with this form', cy: 'Pwy sy’n helpu gyda’r ffurflen hon' },
  'portal.sharing.text': {
    en: 'You can ask others to read this form, comment on it or fill in parts of it with you. Only you can send it, add files and sign it. You can stop sharing at any time.',
    cy: 'Gallwch ofyn i eraill ddarllen y ffurflen hon, rhoi sylwadau arni neu lenwi rhannau ohoni gyda chi. Dim ond chi sy’n gallu ei hanfon, ychwanegu ffeiliau a’i llofnodi. Gallwch roi’r gorau i rannu unrhyw bryd.',
  },
  'portal.sharing.nobody': {
    en: 'You have not shared this form with anybody.',
    cy: 'Nid ydych wedi rhannu’r ffurflen hon â neb.',
  },
  'portal.sharing.ask': { en: 'Ask somebody to help', cy: 'Gofyn i rywun helpu' },
  'portal.sharing.notOffered': {
    en: 'You cannot ask anybody else at the moment. Those who help already can go on.',
    cy: 'Ni allwch ofyn i neb arall ar hyn o bryd. Gall y rhai sy’n helpu eisoes barhau.',
  },
  'portal.sharing.full': {
    en: 'Ten people is the most for one form. Stop sharing with somebody to ask another.',
    cy: 'Deg person yw’r uchafswm ar gyfer un ffurflen. Rhowch y gorau i rannu â rhywun i ofyn i rywun arall.',
  },
  'portal.sharing.change': { en: 'Change or stop', cy: 'Newid neu roi’r gorau' },
  'portal.sharing.role.view': { en: 'Read only', cy: 'Darllen yn unig' },
  'portal.sharing.role.comment': { en: 'Read and comment', cy: 'Darllen a rhoi sylwadau' },
  'portal.sharing.role.edit': { en: 'Fill in and comment', cy: 'Llenwi a rhoi sylwadau' },
  'portal.sharing.state.invited': { en: 'Asked, until {{day}}', cy: 'Gofynnwyd, tan {{day}}' },
  'portal.sharing.state.expired': { en: 'Did not answer in time', cy: 'Heb ateb mewn pryd' },
  'portal.sharing.state.joined': { en: 'Joined', cy: 'Wedi ymuno' },
  'portal.sharing.state.closed': { en: 'Has closed their account', cy: 'Wedi cau eu cyfrif' },
  'portal.sharing.pages.all': { en: 'All parts', cy: 'Pob rhan' },
  'portal.sharing.pages.some_one': { en: '{{count}} part', cy: '{{count}} rhan' },
  'portal.sharing.pages.some_other': { en: '{{count}} parts', cy: '{{count}} rhan' },
  'portal.sharing.done.invited': {
    en: 'We have sent them an email. It says that somebody asks for help with a form, and nothing else.',
    cy: 'Rydym wedi anfon e-bost atynt. Mae’n dweud bod rhywun yn gofyn am help gyda ffurflen, a dim byd arall.',
  },
  'portal.sharing.done.changed': { en: 'Your change is saved.', cy: 'Mae eich newid wedi’i gadw.' },
  'portal.sharing.done.withdrawn': {
    en: 'You have stopped sharing. They can no longer open the form.',
    cy: 'Rydych wedi rhoi’r gorau i rannu. Ni allant agor y ffurflen mwyach.',
  },
  'portal.sharing.email': { en: 'Their email address', cy: 'Eu cyfeiriad e-bost' },
  'portal.sharing.emailHint': {
    en: 'We send a link to this address. It works for an account with this address only, for 14 days.',
    cy: 'Byddwn yn anfon dolen i’r cyfeiriad hwn. Mae’n gweithio ar gyfer cyfrif â’r cyfeiriad hwn yn unig, am 14 diwrnod.',
  },
  'portal.sharing.emailNeeded': {
    en: 'Enter an email address, like name@example.com',
    cy: 'Rhowch gyfeiriad e-bost, fel enw@example.com',
  },
  'portal.sharing.colleague': { en: 'Which colleague?', cy: 'Pa gydweithiwr?' },
  'portal.sharing.colleagueNeeded': { en: 'Choose a colleague', cy: 'Dewiswch gydweithiwr' },
  'portal.sharing.noColleagues': {
    en: 'There is nobody to ask yet. They must belong to your organisation, and the council must have verified them.',
    cy: 'Nid oes neb i ofyn iddynt eto. Rhaid iddynt berthyn i’ch sefydliad, a rhaid i’r awdurdod lleol fod wedi’u dilysu.',
  },
  'portal.sharing.role': { en: 'What may they do?', cy: 'Beth gânt ei wneud?' },
  'portal.sharing.roleNeeded': { en: 'Choose what they may do', cy: 'Dewiswch beth gânt ei wneud' },
  'portal.sharing.roleHint.view': {
    en: 'They see the questions and answers and change nothing.',
    cy: 'Maent yn gweld y cwestiynau a’r atebion ac nid ydynt yn newid dim.',
  },
  'portal.sharing.roleHint.comment': {
    en: 'They can also write comments for you. Comments are never sent to us.',
    cy: 'Gallant hefyd ysgrifennu sylwadau i chi. Nid yw sylwadau byth yn cael eu hanfon atom ni.',
  },
  'portal.sharing.roleHint.edit': {
    en: 'They can also answer the questions. You see who changed what.',
    cy: 'Gallant hefyd ateb y cwestiynau. Rydych yn gweld pwy newidiodd beth.',
  },
  'portal.sharing.which': { en: 'Which parts of the form?', cy: 'Pa rannau o’r ffurflen?' },
  'portal.sharing.whichNeeded': { en: 'Choose which parts', cy: 'Dewiswch pa rannau' },
  'portal.sharing.which.all': { en: 'All parts', cy: 'Pob rhan' },
  'portal.sharing.which.some': {
    en: 'Only the parts that I tick below',
    cy: 'Dim ond y rhannau a diciaf isod',
  },
  'portal.sharing.parts': { en: 'Parts', cy: 'Rhannau' },
  'portal.sharing.partsHint': {
    en: 'They see nothing of the other parts.',
    cy: 'Nid ydynt yn gweld dim o’r rhannau eraill.',
  },
  'portal.sharing.partsNeeded': { en: 'Tick one part or more', cy: 'Ticiwch un rhan neu fwy' },
  'portal.sharing.send': { en: 'Send the invitation', cy: 'Anfon y gwahoddiad' },
  'portal.sharing.refused.ownAddress': {
    en: 'This is your own email address. Enter that of the person you want to ask.',
    cy: 'Eich cyfeiriad e-bost eich hun yw hwn. Rhowch gyfeiriad y person rydych am ofyn iddo.',
  },
  'portal.sharing.refused.alreadyInvited': {
    en: 'You have asked this person already.',
    cy: 'Rydych wedi gofyn i’r person hwn yn barod.',
  },
  'portal.sharing.refused.tooMany': {
    en: 'Too many invitations were sent. Try again in 15 minutes.',
    cy: 'Anfonwyd gormod o wahoddiadau. Rhowch gynnig arall arni ymhen 15 munud.',
  },
  'portal.sharing.save': { en: 'Save', cy: 'Cadw' },
  'portal.sharing.stop': { en: 'Stop sharing with {{name}}', cy: 'Rhoi’r gorau i rannu â {{name}}' },
  'portal.sharing.stopTitle': {
    en: 'Do you want to stop sharing with {{name}}?',
    cy: 'A ydych am roi’r gorau i rannu â {{name}}?',
  },
  'portal.sharing.stopText': {
    en: 'They can no longer open this form, even if they have it open now. What they have answered and commented stays in the form.',
    cy: 'Ni allant agor y ffurflen hon mwyach, hyd yn oed os yw ar agor ganddynt nawr. Mae’r hyn y maent wedi’i ateb a’i ddweud yn aros yn y ffurflen.',
  },
  'portal.sharing.stopYes': { en: 'Stop sharing', cy: 'Rhoi’r gorau i rannu' },
  'portal.sharing.stopNo': { en: 'Keep sharing', cy: 'Dal i rannu' },
  'portal.sharing.activity': { en: 'Last changes', cy: 'Newidiadau diwethaf' },
  'portal.sharing.activityBy': {
    en: '{{name}} changed this part, {{when}}',
    cy: 'Newidiodd {{name}} y rhan hon, {{when}}',
  },
  'portal.sharing.activityYou': {
    en: 'You changed this part, {{when}}',
    cy: 'Newidioch chi’r rhan hon, {{when}}',
  },
  'portal.sharing.openComments_one': { en: '{{count}} open comment', cy: '{{count}} sylw agored' },
  'portal.sharing.openComments_other': { en: '{{count}} open comments', cy: '{{count}} sylw agored' },
  'portal.sharing.today': { en: 'today {{time}}', cy: 'heddiw {{time}}' },
  'portal.sharing.changedBy': { en: 'Changed by {{name}}, {{when}}', cy: 'Newidiwyd gan {{name}}, {{when}}' },
  'portal.sharing.others': {
    en: 'Also on this page now: {{names}}',
    cy: 'Hefyd ar y dudalen hon nawr: {{names}}',
  },
  'portal.sharing.elsewhere': {
    en: '{{names}} changed this page while you were typing',
    cy: 'Newidiodd {{names}} y dudalen hon wrth i chi deipio',
  },
  'portal.sharing.elsewhereText': {
    en: 'This was saved while you were typing here. What you typed here is still in the boxes below. Choose “Save and continue” to keep that instead.',
    cy: 'Cadwyd hyn tra oeddech yn teipio yma. Mae’r hyn a deipioch yma yn y blychau isod o hyd. Dewiswch “Cadw a pharhau” i gadw hwnnw yn lle hynny.',
  },
  'portal.sharing.elsewhereProblem': {
    en: '“{{question}}” was changed meanwhile',
    cy: 'Newidiwyd “{{question}}” yn y cyfamser',
  },
  'portal.sharing.elsewhereSave': {
    en: 'Somebody changed an answer on this page meanwhile. Choose “Save and continue” to see both.',
    cy: 'Newidiodd rhywun ateb ar y dudalen hon yn y cyfamser. Dewiswch “Cadw a pharhau” i weld y ddau.',
  },
  'portal.sharing.comments': { en: 'Comments on this page', cy: 'Sylwadau ar y dudalen hon' },
  'portal.sharing.commentsHint': {
    en: 'For the people who work on this form. Comments are deleted when the form is sent.',
    cy: 'I’r bobl sy’n gweithio ar y ffurflen hon. Caiff sylwadau eu dileu pan anfonir y ffurflen.',
  },
  'portal.sharing.noComments': { en: 'There are no comments yet.', cy: 'Nid oes sylwadau eto.' },
  'portal.sharing.commentBy': { en: '{{name}}, {{when}}', cy: '{{name}}, {{when}}' },
  'portal.sharing.resolved': { en: 'Dealt with', cy: 'Wedi’i drin' },
  'portal.sharing.resolve': { en: 'Mark as dealt with', cy: 'Nodi ei fod wedi’i drin' },
  'portal.sharing.reopen': { en: 'Open again', cy: 'Ailagor' },
  'portal.sharing.commentOf': {
    en: '{{act}}: comment by {{name}}, {{when}}',
    cy: '{{act}}: sylw gan {{name}}, {{when}}',
  },
  'portal.sharing.addComment': { en: 'Add a comment', cy: 'Ychwanegu sylw' },
  'portal.sharing.addCommentButton': { en: 'Add comment', cy: 'Ychwanegu’r sylw' },
  'portal.sharing.commentNeeded': {
    en: 'Write a comment of up to 2,000 characters first',
    cy: 'Ysgrifennwch sylw o hyd at 2,000 nod yn gyntaf',
  },
  'portal.sharing.commentsFull': {
    en: 'There are 200 comments on this form already. That is the most.',
    cy: 'Mae 200 o sylwadau ar y ffurflen hon yn barod. Dyna’r uchafswm.',
  },
  'portal.shared.heading': {
    en: 'Forms that others share with me',
    cy: 'Ffurflenni y mae eraill yn eu rhannu â mi',
  },
  'portal.shared.of': {
    en: 'From {{name}}. {{role}}. Saved {{when}}',
    cy: 'Gan {{name}}. {{role}}. Cadwyd {{when}}',
  },
  'portal.shared.by.view': {
    en: '{{name}} shares this form with you. You can read it.',
    cy: 'Mae {{name}} yn rhannu’r ffurflen hon â chi. Gallwch ei darllen.',
  },
  'portal.shared.by.comment': {
    en: '{{name}} shares this form with you. You can read it and comment on it.',
    cy: 'Mae {{name}} yn rhannu’r ffurflen hon â chi. Gallwch ei darllen a rhoi sylwadau arni.',
  },
  'portal.shared.by.edit': {
    en: '{{name}} shares this form with you. You can fill it in and comment on it. Only {{name}} can send it, add files and sign it.',
    cy: 'Mae {{name}} yn rhannu’r ffurflen hon â chi. Gallwch ei llenwi a rhoi sylwadau arni. Dim ond {{name}} sy’n gallu ei hanfon, ychwanegu ffeiliau a’i llofnodi.',
  },
  'portal.shared.nothing': {
    en: 'None of the parts that are shared with you is asked at the moment.',
    cy: 'Nid oes yr un o’r rhannau a rennir â chi yn cael ei gofyn ar hyn o bryd.',
  },
  'portal.shared.readOnly': {
    en: 'You can read this page but not change it.',
    cy: 'Gallwch ddarllen y dudalen hon ond nid ei newid.',
  },
  'portal.shared.files': { en: 'Files on this page', cy: 'Ffeiliau ar y dudalen hon' },
  'portal.shared.onlyOwnerFiles': {
    en: 'Only {{name}} can open, add or remove files.',
    cy: 'Dim ond {{name}} sy’n gallu agor, ychwanegu neu ddileu ffeiliau.',
  },
  'portal.shared.continue': { en: 'Continue', cy: 'Parhau' },
  'portal.shared.back': { en: 'Back to the parts of the form', cy: 'Yn ôl at rannau’r ffurflen' },
  'portal.shared.leave': {
    en: 'Stop helping with this form',
    cy: 'Rhoi’r gorau i helpu gyda’r ffurflen hon',
  },
  'portal.shared.leaveTitle': {
    en: 'Do you want to stop helping with this form?',
    cy: 'A ydych am roi’r gorau i helpu gyda’r ffurflen hon?',
  },
  'portal.shared.leaveText': {
    en: 'You can then no longer open it. What you have answered and commented stays in the form. To come back you need a new invitation.',
    cy: 'Yna ni allwch ei hagor mwyach. Mae’r hyn rydych wedi’i ateb a’i ddweud yn aros yn y ffurflen. I ddod yn ôl mae angen gwahoddiad newydd arnoch.',
  },
  'portal.shared.leaveYes': { en: 'Stop helping', cy: 'Rhoi’r gorau i helpu' },
  'portal.shared.ended.title': {
    en: 'You can no longer change this page',
    cy: 'Ni allwch newid y dudalen hon mwyach',
  },
  'portal.shared.ended.openTitle': {
    en: 'You can no longer open this form',
    cy: 'Ni allwch agor y ffurflen hon mwyach',
  },
  'portal.shared.ended.withdrawn': {
    en: '{{name}} no longer shares this form with you.',
    cy: 'Nid yw {{name}} yn rhannu’r ffurflen hon â chi mwyach.',
  },
  'portal.shared.ended.left': {
    en: 'You have stopped helping with this form.',
    cy: 'Rydych wedi rhoi’r gorau i helpu gyda’r ffurflen hon.',
  },
  'portal.shared.ended.sent': {
    en: '{{name}} has sent this form.',
    cy: 'Mae {{name}} wedi anfon y ffurflen hon.',
  },
  'portal.shared.ended.lessAllowed': {
    en: '{{name}} has changed what you may do with this form.',
    cy: 'Mae {{name}} wedi newid yr hyn y cewch ei wneud gyda’r ffurflen hon.',
  },
  'portal.shared.ended.copy': {
    en: 'Not saved. {{why}} Copy what you need before you leave this page.',
    cy: 'Heb ei gadw. {{why}} Copïwch yr hyn sydd ei angen arnoch cyn gadael y dudalen hon.',
  },
  'portal.shared.ended.typed': {
    en: 'This is what you typed. It is not saved: copy what you need.',
    cy: 'Dyma a deipioch. Nid yw wedi’i gadw: copïwch yr hyn sydd ei angen arnoch.',
  },
  'portal.helpAsked.title': { en: 'Somebody asks for your help', cy: 'Mae rhywun yn gofyn am eich help' },
  'portal.helpAsked.signIn': {
    en: 'Somebody asks for your help with a form. To see who and with which form, sign in with the email address to which we sent you the link.',
    cy: 'Mae rhywun yn gofyn am eich help gyda ffurflen. I weld pwy a gyda pha ffurflen, mewngofnodwch gyda’r cyfeiriad e-bost yr anfonwyd y ddolen ato.',
  },
  'portal.helpAsked.register': {
    en: 'Create an account with that address first, and then open the link again',
    cy: 'Crëwch gyfrif gyda’r cyfeiriad hwnnw yn gyntaf, yna agorwch y ddolen eto',
  },
  'portal.helpAsked.openTitle': {
    en: '{{name}} asks for your help',
    cy: 'Mae {{name}} yn gofyn am eich help',
  },
  'portal.helpAsked.form': { en: 'Form', cy: 'Ffurflen' },
  'portal.helpAsked.may': { en: 'What you can do', cy: 'Beth gewch chi ei wneud' },
  'portal.helpAsked.parts': { en: 'Which parts', cy: 'Pa rannau' },
  'portal.helpAsked.until': { en: 'You can say yes until {{day}}.', cy: 'Gallwch gytuno tan {{day}}.' },
  'portal.helpAsked.told': {
    en: 'If you say yes, {{name}} sees your name, and what you change and comment. If you do not want to help, you need do nothing.',
    cy: 'Os cytunwch, bydd {{name}} yn gweld eich enw, a’r hyn rydych yn ei newid a’i ddweud. Os nad ydych am helpu, nid oes angen i chi wneud dim.',
  },
  'portal.helpAsked.accept': { en: 'Yes, I want to help', cy: 'Ydw, rwyf am helpu' },
  'portal.helpAsked.over.title': {
    en: 'This invitation cannot be used',
    cy: 'Ni ellir defnyddio’r gwahoddiad hwn',
  },
  'portal.helpAsked.over.otherAccount': {
    en: 'It was sent to another person or another email address. Sign out, and sign in with the address to which the link was sent.',
    cy: 'Fe’i hanfonwyd at berson arall neu gyfeiriad e-bost arall. Allgofnodwch, a mewngofnodwch gyda’r cyfeiriad yr anfonwyd y ddolen ato.',
  },
  'portal.helpAsked.over.used': { en: 'It was used already.', cy: 'Fe’i defnyddiwyd yn barod.' },
  'portal.helpAsked.over.withdrawn': { en: 'It was withdrawn.', cy: 'Fe’i tynnwyd yn ôl.' },
  'portal.helpAsked.over.expired': {
    en: 'It has run out: it was open for 14 days. Ask for a new one.',
    cy: 'Mae wedi dod i ben: roedd ar agor am 14 diwrnod. Gofynnwch am un newydd.',
  },
  'portal.helpAsked.over.sent': {
    en: 'The form has been sent by now.',
    cy: 'Mae’r ffurflen wedi’i hanfon erbyn hyn.',
  },
  'portal.helpAsked.over.unknown': {
    en: 'We do not know this link. Open it from the email once more.',
    cy: 'Nid ydym yn adnabod y ddolen hon. Agorwch hi o’r e-bost unwaith eto.',
  },
} satisfies Catalogue
