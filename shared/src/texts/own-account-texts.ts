import type { Catalogue } from './language.ts'

/** My account on the portal, and the messages about it. */
export const ownAccountTexts = {
  'portal.account.title': { en: 'My account', cy: 'Fy nghyfrif' },
  'portal.account.changed': { en: 'Your changes are saved', cy: 'Mae eich newidiadau wedi’u cadw' },
  'portal.account.change': { en: 'Change', cy: 'Newid' },
  'portal.account.aboutYou': { en: 'About you', cy: 'Amdanoch chi' },
  'portal.account.signingIn': { en: 'How you sign in', cy: 'Sut rydych yn mewngofnodi' },
  'portal.account.yourData': { en: 'Your information', cy: 'Eich gwybodaeth' },
  'portal.account.name': { en: 'Full name', cy: 'Enw llawn' },
  'portal.account.phone': { en: 'Phone number', cy: 'Rhif ffôn' },
  'portal.account.phoneHint': {
    en: 'You do not have to give one. We ring you about your forms only.',
    cy: 'Nid oes rhaid i chi roi un. Byddwn yn eich ffonio am eich ffurflenni yn unig.',
  },
  'portal.account.phoneWrong': {
    en: 'Enter a phone number, such as 01632 960 001',
    cy: 'Rhowch rif ffôn, fel 01632 960 001',
  },
  'portal.account.language': { en: 'Language of our emails', cy: 'Iaith ein e-byst' },
  'portal.account.language.en': { en: 'English', cy: 'English' },
  'portal.account.language.cy': { en: 'Cymraeg', cy: 'Cymraeg' },
  'portal.account.languageNeeded': { en: 'Choose a language', cy: 'Dewiswch iaith' },
  'portal.account.details': { en: 'Your name and contact details', cy: 'Eich enw a’ch manylion cyswllt' },
  'portal.account.save': { en: 'Save', cy: 'Cadw' },
  'portal.account.none': { en: 'Not given', cy: 'Heb ei roi' },
  'portal.account.emailWaits': {
    en: '{{email}}\nWe wait for you to open the link that we sent to {{newEmail}}.',
    cy: '{{email}}\nRydym yn aros i chi agor y ddolen a anfonwyd at {{newEmail}}.',
  },
  'portal.account.passwordHidden': { en: 'Set', cy: 'Wedi’i osod' },
  'portal.account.secondSteps': { en: 'Second step', cy: 'Ail gam' },
  'portal.account.secondStepsText': {
    en: 'App, passkeys and recovery codes',
    cy: 'Ap, allweddi mynediad a chodau adfer',
  },
  'portal.account.devices': { en: 'Devices', cy: 'Dyfeisiau' },
  'portal.account.devicesText_one': {
    en: 'Signed in on {{count}} device',
    cy: 'Wedi mewngofnodi ar {{count}} ddyfais',
  },
  'portal.account.devicesText_other': {
    en: 'Signed in on {{count}} devices',
    cy: 'Wedi mewngofnodi ar {{count}} dyfais',
  },
  'portal.account.see': { en: 'See', cy: 'Gweld' },

  'portal.account.password.title': { en: 'Change your password', cy: 'Newid eich cyfrinair' },
  'portal.account.password.old': { en: 'Your password now', cy: 'Eich cyfrinair presennol' },
  'portal.account.password.oldNeeded': {
    en: 'Enter the password you use now',
    cy: 'Rhowch y cyfrinair rydych yn ei ddefnyddio nawr',
  },
  'portal.account.password.new': { en: 'New password', cy: 'Cyfrinair newydd' },
  'portal.account.password.newNeeded': { en: 'Enter a new password', cy: 'Rhowch gyfrinair newydd' },
  'portal.account.password.same': {
    en: 'Choose a password that is not the one you have',
    cy: 'Dewiswch gyfrinair gwahanol i’r un sydd gennych',
  },
  'portal.account.password.signsOut': {
    en: 'You stay signed in here and are signed out on all your other devices.',
    cy: 'Byddwch yn aros wedi mewngofnodi yma a chewch eich allgofnodi ar eich holl ddyfeisiau eraill.',
  },

  'portal.account.email.title': { en: 'Change your email address', cy: 'Newid eich cyfeiriad e-bost' },
  'portal.account.email.text': {
    en: 'Your address now is {{email}}. We send a link to the new one. Nothing changes until you open it.',
    cy: 'Eich cyfeiriad nawr yw {{email}}. Byddwn yn anfon dolen i’r un newydd. Nid oes dim yn newid nes i chi ei hagor.',
  },
  'portal.account.email.new': { en: 'New email address', cy: 'Cyfeiriad e-bost newydd' },
  'portal.account.email.same': {
    en: 'This is the address you have already',
    cy: 'Dyma’r cyfeiriad sydd gennych yn barod',
  },
  'portal.account.email.send': { en: 'Send the link', cy: 'Anfon y ddolen' },
  'portal.account.email.sentTitle': { en: 'Check your email', cy: 'Gwiriwch eich e-bost' },
  'portal.account.email.sentText': {
    en: 'We have sent a message to {{email}}. Open the link in it within 72 hours. Until then you sign in with the old address.',
    cy: 'Rydym wedi anfon neges at {{email}}. Agorwch y ddolen ynddi o fewn 72 awr. Tan hynny byddwch yn mewngofnodi gyda’r hen gyfeiriad.',
  },
  'portal.account.email.confirmTitle': {
    en: 'Use this email address?',
    cy: 'Defnyddio’r cyfeiriad e-bost hwn?',
  },
  'portal.account.email.confirmText': {
    en: 'From now on you sign in with {{email}}, and we write to you there. You are signed out on your other devices.',
    cy: 'O hyn ymlaen byddwch yn mewngofnodi gyda {{email}}, a byddwn yn ysgrifennu atoch yno. Cewch eich allgofnodi ar eich dyfeisiau eraill.',
  },
  'portal.account.email.confirm': { en: 'Use this address', cy: 'Defnyddio’r cyfeiriad hwn' },
  'portal.account.email.expired.title': { en: 'This link is too old', cy: 'Mae’r ddolen hon yn rhy hen' },
  'portal.account.email.expired.text': {
    en: 'A link works for 72 hours, and only the newest one works. Your address has not changed. You can ask for a new link.',
    cy: 'Mae dolen yn gweithio am 72 awr, a dim ond yr un ddiweddaraf sy’n gweithio. Nid yw eich cyfeiriad wedi newid. Gallwch ofyn am ddolen newydd.',
  },
  'portal.account.email.used.title': {
    en: 'This link has been used',
    cy: 'Mae’r ddolen hon wedi’i defnyddio',
  },
  'portal.account.email.used.text': {
    en: 'Your address was changed with it already.',
    cy: 'Cafodd eich cyfeiriad ei newid gyda hi yn barod.',
  },
  'portal.account.email.unknown.title': {
    en: 'This link is not for this account',
    cy: 'Nid yw’r ddolen hon ar gyfer y cyfrif hwn',
  },
  'portal.account.email.unknown.text': {
    en: 'Check that the whole link was copied, and that you are signed in to the account whose address you want to change.',
    cy: 'Gwiriwch fod y ddolen gyfan wedi’i chopïo, a’ch bod wedi mewngofnodi i’r cyfrif yr ydych am newid ei gyfeiriad.',
  },
  'portal.account.email.newLink': { en: 'Ask for a new link', cy: 'Gofyn am ddolen newydd' },
  'portal.account.back': { en: 'Back to my account', cy: 'Yn ôl i’m cyfrif' },

  'portal.devices.title': {
    en: 'Devices you are signed in on',
    cy: 'Dyfeisiau rydych wedi mewngofnodi arnynt',
  },
  'portal.devices.text': {
    en: 'If you do not know one of these, sign it out and change your password.',
    cy: 'Os nad ydych yn adnabod un o’r rhain, allgofnodwch ef a newidiwch eich cyfrinair.',
  },
  'portal.devices.this': { en: 'This device', cy: 'Y ddyfais hon' },
  'portal.devices.unknown': { en: 'Unknown device', cy: 'Dyfais anhysbys' },
  'portal.devices.used': {
    en: 'Signed in on {{since}}\nLast used on {{used}}',
    cy: 'Mewngofnodwyd ar {{since}}\nDefnyddiwyd ddiwethaf ar {{used}}',
  },
  'portal.devices.end': { en: 'Sign out this device', cy: 'Allgofnodi’r ddyfais hon' },
  'portal.devices.endOthers': { en: 'Sign out all other devices', cy: 'Allgofnodi pob dyfais arall' },
  'portal.devices.ended': { en: 'Signed out', cy: 'Wedi allgofnodi' },
  'portal.devices.onlyThis': {
    en: 'You are signed in on this device alone.',
    cy: 'Rydych wedi mewngofnodi ar y ddyfais hon yn unig.',
  },

  'portal.data.title': { en: 'Download your information', cy: 'Lawrlwytho eich gwybodaeth' },
  'portal.data.text': {
    en: 'What you gave this service: your account, the forms you filled in with the names of their files, the children you told us of, your devices and memberships. It is about children, so keep it safe.',
    cy: 'Yr hyn a roddoch i’r gwasanaeth hwn: eich cyfrif, y ffurflenni a lenwoch gydag enwau eu ffeiliau, y plant y dywedoch wrthym amdanynt, eich dyfeisiau a’ch aelodaethau. Mae’n ymwneud â phlant, felly cadwch ef yn ddiogel.',
  },
  'portal.data.other': {
    en: 'What the SEND team itself holds about a child is not in it. You can ask the council for that.',
    cy: 'Nid yw’r hyn sydd gan y tîm AAA ei hun am blentyn ynddo. Gallwch ofyn i’r cyngor am hynny.',
  },
  'portal.data.read': { en: 'Read it as a page', cy: 'Ei ddarllen fel tudalen' },
  'portal.data.file': { en: 'Download it as a file (JSON)', cy: 'Ei lawrlwytho fel ffeil (JSON)' },
  'portal.data.pageTitle': { en: 'Your information', cy: 'Eich gwybodaeth' },
  'portal.data.made': { en: 'Made on {{when}}', cy: 'Gwnaed ar {{when}}' },
  'portal.data.consents': { en: 'What you agreed to', cy: 'Yr hyn y cytunoch iddo' },
  'portal.data.notice': {
    en: 'Privacy notice, version {{version}}',
    cy: 'Hysbysiad preifatrwydd, fersiwn {{version}}',
  },
  'portal.data.forms': { en: 'Forms', cy: 'Ffurflenni' },
  'portal.data.noForms': { en: 'You have filled in no form.', cy: 'Nid ydych wedi llenwi ffurflen.' },
  'portal.data.notSent': { en: 'Not sent', cy: 'Heb ei hanfon' },
  'portal.data.sent': { en: 'Sent on {{day}}, {{reference}}', cy: 'Anfonwyd ar {{day}}, {{reference}}' },
  'portal.data.comments': {
    en: 'Comments on forms that are not sent',
    cy: 'Sylwadau ar ffurflenni heb eu hanfon',
  },
  'portal.data.advice': { en: 'Requests for advice', cy: 'Ceisiadau am gyngor' },
  'portal.data.children': {
    en: 'Children you are or were linked to',
    cy: 'Plant rydych neu roeddech wedi’ch cysylltu â nhw',
  },
  'portal.data.childEnded': {
    en: 'A child you were linked to',
    cy: 'Plentyn roeddech wedi’ch cysylltu ag ef',
  },
  'portal.data.memberships': { en: 'Memberships', cy: 'Aelodaethau' },
  'portal.data.since': { en: 'Since {{day}}', cy: 'Ers {{day}}' },
  'portal.data.created': { en: 'Account opened', cy: 'Agorwyd y cyfrif' },

  'portal.close.title': { en: 'Close your account', cy: 'Cau eich cyfrif' },
  'portal.close.goes': {
    en: 'You are signed out everywhere and can no longer sign in. You no longer see the children you are linked to, what you told us of others is taken back, and you leave every organisation.',
    cy: 'Cewch eich allgofnodi ym mhobman ac ni allwch fewngofnodi mwyach. Ni fyddwch yn gweld y plant rydych wedi’ch cysylltu â nhw, a chaiff yr hyn a ddywedoch am eraill ei dynnu’n ôl.',
  },
  'portal.close.unsent.heading': { en: 'Forms you have not sent', cy: 'Ffurflenni nad ydych wedi’u hanfon' },
  'portal.close.unsent.text': {
    en: 'They are not sent, and nobody can read them any more. We delete them with their files. Send first what you want us to have.',
    cy: 'Ni chânt eu hanfon, ac ni all neb eu darllen mwyach. Byddwn yn eu dileu gyda’u ffeiliau. Anfonwch yn gyntaf yr hyn rydych am i ni ei gael.',
  },
  'portal.close.unsent.until': { en: 'deleted after {{day}}', cy: 'dilëir ar ôl {{day}}' },
  'portal.close.stays.heading': { en: 'What stays, and why', cy: 'Beth sy’n aros, a pham' },
  'portal.close.stays.text': {
    en: 'The forms you have sent, with your name, are part of a child’s record. The council has rules for how long it keeps such records, and you can ask for them. We also keep a record of who did what, to protect children.',
    cy: 'Mae’r ffurflenni a anfonoch, gyda’ch enw, yn rhan o gofnod plentyn. Mae gan y cyngor reolau ynghylch am ba hyd y mae’n cadw cofnodion o’r fath, a gallwch ofyn amdanynt. Rydym hefyd yn cadw cofnod o bwy wnaeth beth, i amddiffyn plant.',
  },
  'portal.close.download': {
    en: 'Download your information first',
    cy: 'Lawrlwythwch eich gwybodaeth yn gyntaf',
  },
  'portal.close.sure': { en: 'Yes, close my account', cy: 'Ie, caewch fy nghyfrif' },
  'portal.close.sureNeeded': {
    en: 'Tick the box to close your account',
    cy: 'Ticiwch y blwch i gau eich cyfrif',
  },
  'portal.close.button': { en: 'Close the account', cy: 'Cau’r cyfrif' },
  'portal.close.doneTitle': { en: 'Your account is closed', cy: 'Mae eich cyfrif wedi’i gau' },
  'portal.close.doneText': {
    en: 'We have written to you. If you need the account again, ask your council.',
    cy: 'Rydym wedi ysgrifennu atoch. Os oes angen y cyfrif arnoch eto, gofynnwch i’ch cyngor.',
  },

  'portal.claim.checkAndSend': {
    en: 'You are signed in again, and nothing you typed is lost. Check it and send it.',
    cy: 'Rydych wedi mewngofnodi eto, ac nid oes dim a deipioch wedi’i golli. Gwiriwch ef a’i anfon.',
  },

  'mail.passwordChanged.subject': { en: 'Your password was changed', cy: 'Cafodd eich cyfrinair ei newid' },
  'mail.passwordChanged.body': {
    en: 'Hello,\n\nyour password was changed in your account, and you were signed out on your other devices.\n\nIf it was not you, choose a new password now (“I have forgotten my password” on the sign-in page) and tell your council.\n',
    cy: 'Helo,\n\ncafodd eich cyfrinair ei newid yn eich cyfrif, a chawsoch eich allgofnodi ar eich dyfeisiau eraill.\n\nOs nad chi oedd yno, dewiswch gyfrinair newydd nawr (“Rwyf wedi anghofio fy nghyfrinair” ar y dudalen mewngofnodi) a dywedwch wrth eich cyngor.\n',
  },
  'mail.emailChange.subject': {
    en: 'Confirm your new email address',
    cy: 'Cadarnhewch eich cyfeiriad e-bost newydd',
  },
  'mail.emailChange.body': {
    en: 'Hello,\n\nopen this link and sign in to use this address for your account:\n\n{{link}}\n\nThe link works once, within 72 hours. If you did not ask for it, you can ignore this message. It opens nothing without your account.\n',
    cy: 'Helo,\n\nagorwch y ddolen hon a mewngofnodwch i ddefnyddio’r cyfeiriad hwn ar gyfer eich cyfrif:\n\n{{link}}\n\nMae’r ddolen yn gweithio unwaith, o fewn 72 awr. Os na wnaethoch chi ofyn amdani, gallwch anwybyddu’r neges hon. Nid yw’n agor dim heb eich cyfrif.\n',
  },
  'mail.emailTaken.subject': { en: 'This address has an account', cy: 'Mae gan y cyfeiriad hwn gyfrif' },
  'mail.emailTaken.body': {
    en: 'Hello,\n\nsomebody asked to use this e-mail address for another account. It has an account of its own, so nothing was changed. If it was you, use another address, or close one of the accounts.\n\nIf it was not you, you can ignore this message.\n',
    cy: 'Helo,\n\ngofynnodd rhywun am ddefnyddio’r cyfeiriad e-bost hwn ar gyfer cyfrif arall. Mae ganddo ei gyfrif ei hun, felly ni newidiwyd dim. Os mai chi oedd yno, defnyddiwch gyfeiriad arall, neu caewch un o’r cyfrifon.\n\nOs nad chi oedd yno, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.emailChanged.subject': {
    en: 'Your email address was changed',
    cy: 'Cafodd eich cyfeiriad e-bost ei newid',
  },
  'mail.emailChanged.body': {
    en: 'Hello,\n\nyour account now has another e-mail address, and we write to you there from now on. This address no longer signs in.\n\nIf it was not you, ring your council at once. They can close the account to whoever changed it.\n',
    cy: 'Helo,\n\nmae gan eich cyfrif gyfeiriad e-bost arall erbyn hyn, a byddwn yn ysgrifennu atoch yno o hyn ymlaen. Nid yw’r cyfeiriad hwn yn mewngofnodi mwyach.\n\nOs nad chi oedd yno, ffoniwch eich cyngor ar unwaith. Gallant gau’r cyfrif i bwy bynnag a’i newidiodd.\n',
  },
  'mail.accountClosed.subject': { en: 'Your account is closed', cy: 'Mae eich cyfrif wedi’i gau' },
  'mail.accountClosed.body': {
    en: 'Hello,\n\nyour account was closed and nobody can sign in to it. What you sent stays with the council.\n\nIf it was not you, tell your council.\n',
    cy: 'Helo,\n\ncafodd eich cyfrif ei gau ac ni all neb fewngofnodi iddo. Mae’r hyn a anfonoch yn aros gyda’r cyngor.\n\nOs nad chi oedd yno, dywedwch wrth eich cyngor.\n',
  },
  'mail.closedBefore.subject': { en: 'Your account was closed', cy: 'Cafodd eich cyfrif ei gau' },
  'mail.closedBefore.body': {
    en: 'Hello,\n\nsomebody asked to open an account with this e-mail address. There was one, and it was closed. If you need it again, ask your council, or use another address.\n\nIf it was not you, you can ignore this message.\n',
    cy: 'Helo,\n\ngofynnodd rhywun am agor cyfrif gyda’r cyfeiriad e-bost hwn. Roedd un, a chafodd ei gau. Os oes ei angen arnoch eto, gofynnwch i’ch cyngor, neu defnyddiwch gyfeiriad arall.\n\nOs nad chi oedd yno, gallwch anwybyddu’r neges hon.\n',
  },
} satisfies Catalogue
