import type { Catalogue } from './language.ts'

/** What the portal says about passwords, second steps and sessions. */
export const portalAccountTexts = {
  'portal.register.sendAgain': { en: 'Send the email again', cy: 'Anfon yr e-bost eto' },
  'portal.register.sentAgain': {
    en: 'We have sent it again. Only open the newest email.',
    cy: 'Rydym wedi’i anfon eto. Agorwch yr e-bost diweddaraf yn unig.',
  },
  'portal.complete.noticeLink': {
    en: 'Privacy (opens in a new tab)',
    cy: 'Preifatrwydd (yn agor mewn tab newydd)',
  },
  'portal.complete.accept': {
    en: 'I have read how you use my information',
    cy: 'Rwyf wedi darllen sut rydych yn defnyddio fy ngwybodaeth',
  },
  'portal.complete.acceptNeeded': {
    en: 'Tick the box to say that you have read how we use your information',
    cy: 'Ticiwch y blwch i ddweud eich bod wedi darllen sut rydym yn defnyddio eich gwybodaeth',
  },
  'portal.complete.jobTitle': { en: 'Your job title', cy: 'Teitl eich swydd' },
  'portal.complete.jobTitleHint': {
    en: 'Such as SENCo or educational psychologist.',
    cy: 'Fel Cydlynydd AAA neu seicolegydd addysg.',
  },
  'portal.complete.jobTitleNeeded': { en: 'Enter your job title', cy: 'Rhowch deitl eich swydd' },

  'portal.forgotten.link': { en: 'I have forgotten my password', cy: 'Rwyf wedi anghofio fy nghyfrinair' },
  'portal.forgotten.title': { en: 'Choose a new password', cy: 'Dewis cyfrinair newydd' },
  'portal.forgotten.text': {
    en: 'We will send a link to your email address. You choose a new password there.',
    cy: 'Byddwn yn anfon dolen i’ch cyfeiriad e-bost. Byddwch yn dewis cyfrinair newydd yno.',
  },
  'portal.forgotten.sentText': {
    en: 'We have sent you an email. Open the link in it within 24 hours to choose a new password.',
    cy: 'Rydym wedi anfon e-bost atoch. Agorwch y ddolen ynddo o fewn 24 awr i ddewis cyfrinair newydd.',
  },
  'portal.forgotten.notThere': {
    en: 'It can take a few minutes. If it is not there, look in your junk mail, or go back and check the address.',
    cy: 'Gall gymryd ychydig funudau. Os nad yw yno, edrychwch yn eich post sothach, neu ewch yn ôl a gwirio’r cyfeiriad.',
  },
  'portal.forgotten.save': { en: 'Save the new password', cy: 'Cadw’r cyfrinair newydd' },
  'portal.forgotten.signsOut': {
    en: 'You will be signed out on all your devices.',
    cy: 'Cewch eich allgofnodi ar eich holl ddyfeisiau.',
  },
  'portal.forgotten.done.title': { en: 'Your password has changed', cy: 'Mae eich cyfrinair wedi newid' },
  'portal.forgotten.done.text': {
    en: 'Sign in with the new password. For the next 24 hours a code by email is not enough. An app, a recovery code or a passkey works at once.',
    cy: 'Mewngofnodwch â’r cyfrinair newydd. Am y 24 awr nesaf nid yw cod drwy e-bost yn ddigon. Mae ap, cod adfer neu allwedd mynediad yn gweithio ar unwaith.',
  },
  'portal.forgotten.expired.title': { en: 'This link is too old', cy: 'Mae’r ddolen hon yn rhy hen' },
  'portal.forgotten.expired.text': {
    en: 'A link works for 24 hours, and only the newest one works. Ask for a new one. It takes a minute.',
    cy: 'Mae dolen yn gweithio am 24 awr, a dim ond yr un ddiweddaraf sy’n gweithio. Gofynnwch am un newydd. Mae’n cymryd munud.',
  },
  'portal.forgotten.used.title': { en: 'This link has been used', cy: 'Mae’r ddolen hon wedi’i defnyddio' },
  'portal.forgotten.used.text': {
    en: 'Your password was changed with it. You can sign in, or ask for a new link if you have forgotten the password again.',
    cy: 'Cafodd eich cyfrinair ei newid â hi. Gallwch fewngofnodi, neu ofyn am ddolen newydd os ydych wedi anghofio’r cyfrinair eto.',
  },
  'portal.forgotten.unknown.title': { en: 'This link does not work', cy: 'Nid yw’r ddolen hon yn gweithio' },
  'portal.forgotten.unknown.text': {
    en: 'Check that you opened the whole link, or ask for a new one.',
    cy: 'Gwiriwch eich bod wedi agor y ddolen gyfan, neu gofynnwch am un newydd.',
  },

  'portal.secondStep.recoveryCode.title': { en: 'Enter a recovery code', cy: 'Rhowch god adfer' },
  'portal.secondStep.recoveryCode.text': {
    en: 'It is one of the ten codes that you printed or wrote down. Each works once.',
    cy: 'Mae’n un o’r deg cod y gwnaethoch eu hargraffu neu eu hysgrifennu. Mae pob un yn gweithio unwaith.',
  },
  'portal.secondStep.recoveryCode.code': { en: 'Recovery code', cy: 'Cod adfer' },
  'portal.secondStep.recoveryCode.hint': {
    en: '24 letters and numbers. Spaces and dashes do not matter.',
    cy: '24 o lythrennau a rhifau. Nid oes ots am fylchau a llinellau.',
  },
  'portal.secondStep.recoveryCode.needed': { en: 'Enter a recovery code', cy: 'Rhowch god adfer' },
  'portal.secondStep.passkey.title': { en: 'Use your passkey', cy: 'Defnyddiwch eich allwedd mynediad' },
  'portal.secondStep.passkey.text': {
    en: 'Your phone, computer or security key will ask you to confirm that it is you.',
    cy: 'Bydd eich ffôn, cyfrifiadur neu allwedd ddiogelwch yn gofyn i chi gadarnhau mai chi sydd yno.',
  },
  'portal.secondStep.passkey.use': { en: 'Use my passkey', cy: 'Defnyddio fy allwedd mynediad' },
  'portal.secondStep.passkey.noScript': {
    en: 'Passkeys need JavaScript, which is switched off in this browser. Use another way below.',
    cy: 'Mae angen JavaScript ar allweddi mynediad, ac mae wedi’i ddiffodd yn y porwr hwn. Defnyddiwch ffordd arall isod.',
  },
  'portal.secondStep.passkey.failed': {
    en: 'The passkey was not accepted. Try again, or use another way',
    cy: 'Ni chafodd yr allwedd mynediad ei derbyn. Rhowch gynnig arall arni, neu defnyddiwch ffordd arall',
  },
  'portal.secondStep.others': { en: 'Another way to sign in', cy: 'Ffordd arall o fewngofnodi' },
  'portal.secondStep.other.totp': { en: 'Use the code from my app', cy: 'Defnyddio’r cod o’m ap' },
  'portal.secondStep.other.passkey': { en: 'Use my passkey', cy: 'Defnyddio fy allwedd mynediad' },
  'portal.secondStep.other.emailCode': { en: 'Send me a code by email', cy: 'Anfon cod ataf drwy e-bost' },
  'portal.secondStep.other.recoveryCode': {
    en: 'Use a recovery code',
    cy: 'Defnyddio cod adfer',
  },
  'portal.secondStep.lostLink': {
    en: 'I cannot use any of these',
    cy: 'Ni allaf ddefnyddio’r un o’r rhain',
  },
  'portal.secondStep.notYet': {
    en: 'You chose a new password by email, so a code by email does not count until {{from}}. This keeps you safe if somebody else can read your email.',
    cy: 'Gwnaethoch ddewis cyfrinair newydd drwy e-bost, felly nid yw cod drwy e-bost yn cyfrif tan {{from}}. Mae hyn yn eich cadw’n ddiogel os gall rhywun arall ddarllen eich e-bost.',
  },

  'portal.lost.title': { en: 'You cannot get a code', cy: 'Ni allwch gael cod' },
  'portal.lost.text': {
    en: 'Your council can let you set up a new app or a new code. They may ring you first to be sure it is you.',
    cy: 'Gall eich cyngor adael i chi osod ap newydd neu god newydd. Efallai y byddant yn eich ffonio yn gyntaf i fod yn siŵr mai chi sydd yno.',
  },
  'portal.lost.then': {
    en: 'We email you now, and again when they have decided. Then you wait 24 hours. This gives you time to stop it if somebody else is asking.',
    cy: 'Byddwn yn anfon e-bost atoch nawr, ac eto pan fyddant wedi penderfynu. Yna byddwch yn aros 24 awr. Mae hyn yn rhoi amser i chi roi stop arno os yw rhywun arall yn gofyn.',
  },
  'portal.lost.ask': { en: 'Ask my council', cy: 'Gofyn i’m cyngor' },
  'portal.lost.waiting.title': { en: 'Your council has been asked', cy: 'Gofynnwyd i’ch cyngor' },
  'portal.lost.waiting.text': {
    en: 'We will email you when they have decided. If you find your app or a recovery code, sign in as always.',
    cy: 'Byddwn yn anfon e-bost atoch pan fyddant wedi penderfynu. Os dewch o hyd i’ch ap neu god adfer, mewngofnodwch fel arfer.',
  },
  'portal.lost.approved.title': { en: 'Your council has agreed', cy: 'Mae eich cyngor wedi cytuno' },
  'portal.lost.approved.text': {
    en: 'You can set up a new way to sign in from {{from}} until {{until}}. Sign in with your password then.',
    cy: 'Gallwch osod ffordd newydd o fewngofnodi o {{from}} tan {{until}}. Mewngofnodwch â’ch cyfrinair bryd hynny.',
  },
  'portal.lost.backToSignIn': { en: 'Back to signing in', cy: 'Yn ôl i fewngofnodi' },
  'portal.stop.title': { en: 'Stop this request', cy: 'Rhoi stop ar y cais hwn' },
  'portal.stop.text': {
    en: 'Somebody has asked to set up a new way to sign in to your account. If it was not you, stop it.',
    cy: 'Mae rhywun wedi gofyn am osod ffordd newydd o fewngofnodi i’ch cyfrif. Os nad chi oedd yno, rhowch stop arno.',
  },
  'portal.stop.button': { en: 'Stop it', cy: 'Rhoi stop arno' },
  'portal.stop.cancelled.title': { en: 'It is stopped', cy: 'Mae wedi’i stopio' },
  'portal.stop.cancelled.text': {
    en: 'Whoever asked knows your password. Choose a new one now.',
    cy: 'Mae pwy bynnag a ofynnodd yn gwybod eich cyfrinair. Dewiswch un newydd nawr.',
  },
  'portal.stop.over.title': { en: 'There is nothing to stop', cy: 'Nid oes dim i’w stopio' },
  'portal.stop.over.text': {
    en: 'The request has ended already. If you are worried, choose a new password and tell your council.',
    cy: 'Mae’r cais wedi dod i ben eisoes. Os ydych yn poeni, dewiswch gyfrinair newydd a dywedwch wrth eich cyngor.',
  },

  'portal.chooseStep.newOne': {
    en: 'Your council has agreed that you set up a new way to sign in. Your earlier app, passkeys and recovery codes will stop working.',
    cy: 'Mae eich cyngor wedi cytuno i chi osod ffordd newydd o fewngofnodi. Bydd eich ap, eich allweddi mynediad a’ch codau adfer blaenorol yn peidio â gweithio.',
  },
  'portal.codes.title': { en: 'Recovery codes', cy: 'Codau adfer' },
  'portal.codes.offer': {
    en: 'If you lose your phone or cannot read your email, a recovery code lets you in. Keep the codes on paper, away from your phone.',
    cy: 'Os collwch eich ffôn neu os na allwch ddarllen eich e-bost, bydd cod adfer yn eich gadael i mewn. Cadwch y codau ar bapur, i ffwrdd o’ch ffôn.',
  },
  'portal.codes.make': { en: 'Show me my recovery codes', cy: 'Dangos fy nghodau adfer' },
  'portal.codes.later': { en: 'Not now', cy: 'Nid nawr' },
  'portal.codes.once': {
    en: 'Print these codes or write them down now. We cannot show them again. Each works once.',
    cy: 'Argraffwch y codau hyn neu ysgrifennwch nhw nawr. Ni allwn eu dangos eto. Mae pob un yn gweithio unwaith.',
  },
  'portal.codes.list': { en: 'Your recovery codes', cy: 'Eich codau adfer' },
  'portal.codes.print': { en: 'Print the codes', cy: 'Argraffu’r codau' },
  'portal.codes.kept': { en: 'I have kept them', cy: 'Rwyf wedi’u cadw' },
  'portal.codes.replace': {
    en: 'New codes take the place of all earlier ones.',
    cy: 'Bydd codau newydd yn cymryd lle pob un cynharach.',
  },

  'portal.steps.title': { en: 'How you sign in', cy: 'Sut rydych yn mewngofnodi' },
  'portal.steps.text': {
    en: 'When you sign in we ask for your password and one of these.',
    cy: 'Pan fyddwch yn mewngofnodi byddwn yn gofyn am eich cyfrinair ac un o’r rhain.',
  },
  'portal.steps.changed': { en: 'Your change is saved.', cy: 'Mae eich newid wedi’i gadw.' },
  'portal.steps.app': { en: 'Authenticator app', cy: 'Ap dilysu' },
  'portal.steps.app.on': { en: 'You have set up an app.', cy: 'Rydych wedi gosod ap.' },
  'portal.steps.app.off': { en: 'You have not set up an app.', cy: 'Nid ydych wedi gosod ap.' },
  'portal.steps.app.add': { en: 'Set up an app', cy: 'Gosod ap' },
  'portal.steps.app.replace': { en: 'Use another app or phone', cy: 'Defnyddio ap neu ffôn arall' },
  'portal.steps.app.remove': { en: 'Remove the app', cy: 'Tynnu’r ap' },
  'portal.steps.app.last': {
    en: 'You cannot remove the app, because no other way would be left beside passkeys and recovery codes.',
    cy: 'Ni allwch dynnu’r ap, am na fyddai ffordd arall ar ôl heblaw allweddi mynediad a chodau adfer.',
  },
  'portal.steps.email': { en: 'Code by email', cy: 'Cod drwy e-bost' },
  'portal.steps.email.on': { en: 'Sent to {{email}}', cy: 'Wedi’i anfon i {{email}}' },
  'portal.steps.email.notYet': {
    en: 'Sent to {{email}}, from {{from}}',
    cy: 'Wedi’i anfon i {{email}}, o {{from}}',
  },
  'portal.steps.codes.left': { en: '{{count}} codes left', cy: '{{count}} cod ar ôl' },
  'portal.steps.codes.left_one': { en: 'One code left', cy: 'Un cod ar ôl' },
  'portal.steps.codes.none': { en: 'None', cy: 'Dim' },
  'portal.steps.codes.make': { en: 'Make new recovery codes', cy: 'Gwneud codau adfer newydd' },
  'portal.steps.passkeys': { en: 'Passkeys', cy: 'Allweddi mynediad' },
  'portal.steps.passkeys.text': {
    en: 'With a passkey you sign in with your fingerprint, your face or the lock of your device. Nobody can trick you out of it.',
    cy: 'Gydag allwedd mynediad byddwch yn mewngofnodi â’ch ôl bys, eich wyneb neu glo eich dyfais. Ni all neb eich twyllo i’w rhoi.',
  },
  'portal.steps.passkeys.none': {
    en: 'You have no passkey yet.',
    cy: 'Nid oes gennych allwedd mynediad eto.',
  },
  'portal.steps.passkeys.added': { en: 'Added on {{day}}', cy: 'Ychwanegwyd ar {{day}}' },
  'portal.steps.passkeys.used': {
    en: 'Added on {{day}}, last used on {{used}}',
    cy: 'Ychwanegwyd ar {{day}}, defnyddiwyd ddiwethaf ar {{used}}',
  },
  'portal.steps.passkeys.change': { en: 'Rename or remove', cy: 'Ailenwi neu dynnu' },
  'portal.steps.passkeys.add': { en: 'Add a passkey', cy: 'Ychwanegu allwedd mynediad' },
  'portal.passkey.addTitle': { en: 'Add a passkey', cy: 'Ychwanegu allwedd mynediad' },
  'portal.passkey.addText': {
    en: 'Your device will ask how you want to keep the passkey.',
    cy: 'Bydd eich dyfais yn gofyn sut hoffech gadw’r allwedd mynediad.',
  },
  'portal.passkey.name': { en: 'Name of this passkey', cy: 'Enw’r allwedd mynediad hon' },
  'portal.passkey.nameHint': {
    en: 'So that you know it again, such as “my phone”.',
    cy: 'Er mwyn i chi ei hadnabod eto, fel “fy ffôn”.',
  },
  'portal.passkey.nameNeeded': { en: 'Enter a name', cy: 'Rhowch enw' },
  'portal.passkey.noScript': {
    en: 'Passkeys need JavaScript, which is switched off in this browser. An app and recovery codes work without it.',
    cy: 'Mae angen JavaScript ar allweddi mynediad, ac mae wedi’i ddiffodd yn y porwr hwn. Mae ap a chodau adfer yn gweithio hebddo.',
  },
  'portal.passkey.notAdded': {
    en: 'The passkey was not added. Try again, or use another device',
    cy: 'Ni chafodd yr allwedd mynediad ei hychwanegu. Rhowch gynnig arall arni, neu defnyddiwch ddyfais arall',
  },
  'portal.passkey.changeTitle': { en: 'Change a passkey', cy: 'Newid allwedd mynediad' },
  'portal.passkey.rename': { en: 'Save the name', cy: 'Cadw’r enw' },
  'portal.passkey.remove': { en: 'Remove this passkey', cy: 'Tynnu’r allwedd mynediad hon' },
  'portal.passkey.removeText': {
    en: 'You will no longer be able to sign in with it. All your other devices will be signed out.',
    cy: 'Ni fyddwch yn gallu mewngofnodi â hi mwyach. Caiff eich holl ddyfeisiau eraill eu hallgofnodi.',
  },
  'portal.steps.signsOut': {
    en: 'All your other devices will be signed out.',
    cy: 'Caiff eich holl ddyfeisiau eraill eu hallgofnodi.',
  },

  'portal.confirm.title': { en: 'Enter your password again', cy: 'Rhowch eich cyfrinair eto' },
  'portal.confirm.text': {
    en: 'We ask again before you change how your account is kept safe.',
    cy: 'Byddwn yn gofyn eto cyn i chi newid sut y cedwir eich cyfrif yn ddiogel.',
  },
  'portal.confirm.needed': { en: 'Enter your password', cy: 'Rhowch eich cyfrinair' },
  'portal.confirm.refused': {
    en: 'That password is not right. You can try {{count}} more times',
    cy: 'Nid yw’r cyfrinair hwnnw’n gywir. Gallwch roi cynnig arall arni {{count}} gwaith',
  },
  'portal.confirm.refused_one': {
    en: 'That password is not right. You can try once more',
    cy: 'Nid yw’r cyfrinair hwnnw’n gywir. Gallwch roi cynnig arall arni unwaith',
  },

  'portal.session.title': { en: 'Are you still there?', cy: 'Ydych chi’n dal yno?' },
  'portal.session.text': {
    en: 'In 2 minutes we will sign you out to keep your information safe.',
    cy: 'Mewn 2 funud byddwn yn eich allgofnodi i gadw eich gwybodaeth yn ddiogel.',
  },
  'portal.session.stay': { en: 'Stay signed in', cy: 'Aros wedi mewngofnodi' },
  'portal.session.overTitle': { en: 'You are signed out', cy: 'Rydych wedi’ch allgofnodi' },
  'portal.session.over': {
    en: 'What you typed is still on this page. Save it and sign in again.',
    cy: 'Mae’r hyn a deipioch yn dal ar y dudalen hon. Cadwch ef a mewngofnodwch eto.',
  },
  'portal.session.close': { en: 'Back to the page', cy: 'Yn ôl i’r dudalen' },
  'portal.session.long': {
    en: 'If you do nothing for 20 minutes we sign you out. What you have typed is not lost: save it, then sign in again.',
    cy: 'Os na wnewch ddim am 20 munud byddwn yn eich allgofnodi. Nid yw’r hyn a deipioch wedi’i golli: cadwch ef, yna mewngofnodwch eto.',
  },
} satisfies Catalogue
