import type { Catalogue } from './language.ts'

/** What the portal says around the forms: frame, accounts, home, mishaps. */
export const portalTexts = {
  'portal.authority': { en: 'SEND portal', cy: 'Porth AAA' },
  'portal.serviceName.citizen': { en: 'For parents and young people', cy: 'I rieni a phobl ifanc' },
  'portal.serviceName.professional': { en: 'For professionals', cy: 'I weithwyr proffesiynol' },
  'portal.serviceInformation': { en: 'Service information', cy: 'Gwybodaeth am y gwasanaeth' },
  'portal.menu': { en: 'Menu', cy: 'Dewislen' },
  'portal.language': { en: 'Language', cy: 'Iaith' },
  'portal.skip': { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  'portal.phase': { en: 'New', cy: 'Newydd' },
  'portal.phaseText': {
    en: 'This is a new service. We are still making it better.',
    cy: 'Gwasanaeth newydd yw hwn. Rydym yn dal i’w wella.',
  },
  'portal.footer': { en: 'About this service', cy: 'Am y gwasanaeth hwn' },
  'portal.footerText': {
    en: 'Special educational needs and disabilities (SEND) team of your local council.',
    cy: 'Tîm anghenion addysgol arbennig ac anableddau (AAA) eich cyngor lleol.',
  },
  'portal.notice': { en: 'Important', cy: 'Pwysig' },
  'portal.contact.title': { en: 'Contact us', cy: 'Cysylltu â ni' },
  'portal.contact.phone': { en: 'Telephone', cy: 'Ffôn' },
  'portal.contact.email': { en: 'Email', cy: 'E-bost' },
  'portal.contact.hours': { en: 'Opening hours', cy: 'Oriau agor' },
  'portal.contact.address': { en: 'Address', cy: 'Cyfeiriad' },
  'portal.contact.reference': {
    en: 'If it is about a form that you sent, tell us its reference. We will never ask you for your password or a security code.',
    cy: 'Os yw’n ymwneud â ffurflen a anfonoch, rhowch ei chyfeirnod i ni. Fyddwn ni byth yn gofyn am eich cyfrinair nac am god diogelwch.',
  },
  'portal.contact.notSaid': {
    en: 'You find the telephone number and the address on the letters and the website of the council.',
    cy: 'Mae’r rhif ffôn a’r cyfeiriad ar lythyrau a gwefan y cyngor.',
  },
  'portal.back': { en: 'Back', cy: 'Yn ôl' },
  'portal.continue': { en: 'Continue', cy: 'Parhau' },
  'portal.success': { en: 'Success', cy: 'Llwyddiant' },
  'portal.goHome': { en: 'Go to the home page', cy: 'Ewch i’r dudalen gartref' },
  'portal.email': { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  'portal.password': { en: 'Password', cy: 'Cyfrinair' },
  'portal.password.show': { en: 'Show password', cy: 'Dangos y cyfrinair' },
  'portal.password.hide': { en: 'Hide password', cy: 'Cuddio’r cyfrinair' },
  'portal.error.prefix': { en: 'Error:', cy: 'Gwall:' },
  'portal.error.summary': { en: 'There is a problem', cy: 'Mae problem' },
  'portal.couldNotDo': {
    en: 'Sorry, that did not work. Try again in a few minutes',
    cy: 'Mae’n ddrwg gennym, ni weithiodd hynny. Rhowch gynnig arall arni ymhen ychydig funudau',
  },
  'portal.tooManyTries': {
    en: 'Too many tries. Wait {{count}} minutes, then try again',
    cy: 'Gormod o geisiadau. Arhoswch {{count}} munud, yna rhowch gynnig arall arni',
  },
  'portal.tooManyTries_one': {
    en: 'Too many tries. Wait 1 minute, then try again',
    cy: 'Gormod o geisiadau. Arhoswch 1 munud, yna rhowch gynnig arall arni',
  },

  'portal.error403.title': { en: 'You cannot open this page', cy: 'Ni allwch agor y dudalen hon' },
  'portal.error403.text': {
    en: 'Your account does not have access to this. If you think it should, ask the SEND team.',
    cy: 'Nid oes gan eich cyfrif fynediad at hyn. Os ydych yn meddwl y dylai, gofynnwch i’r tîm AAA.',
  },
  'portal.error404.title': { en: 'Page not found', cy: 'Heb ddod o hyd i’r dudalen' },
  'portal.error404.text': {
    en: 'Check the address, or find your forms on the home page. Nothing you saved is lost.',
    cy: 'Gwiriwch y cyfeiriad, neu dewch o hyd i’ch ffurflenni ar y dudalen gartref. Does dim a gadwyd wedi’i golli.',
  },
  'portal.error409.title': {
    en: 'This was changed in the meantime',
    cy: 'Newidiwyd hyn yn y cyfamser',
  },
  'portal.error409.text': {
    en: 'Perhaps you have it open in another window. Go to the home page to see how it stands now. Nothing you saved is lost.',
    cy: 'Efallai ei fod ar agor gennych mewn ffenestr arall. Ewch i’r dudalen gartref i weld sut mae pethau nawr. Does dim a gadwyd wedi’i golli.',
  },
  'portal.error410.title': {
    en: 'This is not available here at the moment',
    cy: 'Nid yw hyn ar gael yma ar hyn o bryd',
  },
  'portal.error410.text': {
    en: 'The council does not offer this on this website now. You can still finish what you have started: you find it on the home page.',
    cy: 'Nid yw’r cyngor yn cynnig hyn ar y wefan hon nawr. Gallwch orffen yr hyn rydych wedi’i ddechrau o hyd: mae ar y dudalen gartref.',
  },
  'portal.error429.title': { en: 'Too many tries', cy: 'Gormod o geisiadau' },
  'portal.error429.text': {
    en: 'Wait a few minutes, then try again.',
    cy: 'Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
  },
  'portal.error500.title': {
    en: 'Sorry, something went wrong',
    cy: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
  },
  'portal.error500.text': {
    en: 'Try again in a few minutes. The answers you saved are safe.',
    cy: 'Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r atebion a gadwyd gennych yn ddiogel.',
  },
  'portal.error503.title': {
    en: 'Sorry, the service is not available',
    cy: 'Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael',
  },
  'portal.error503.text': {
    en: 'Try again in a few minutes. The answers you saved are safe.',
    cy: 'Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r atebion a gadwyd gennych yn ddiogel.',
  },

  'portal.welcome.title.citizen': {
    en: 'Ask for help with special educational needs',
    cy: 'Gofyn am help gydag anghenion addysgol arbennig',
  },
  'portal.welcome.title.professional': {
    en: 'Send information about a child with special educational needs',
    cy: 'Anfon gwybodaeth am blentyn ag anghenion addysgol arbennig',
  },
  'portal.welcome.intro': { en: 'Use this service to:', cy: 'Defnyddiwch y gwasanaeth hwn i:' },
  'portal.welcome.one': {
    en: 'fill in forms for your council, a bit at a time',
    cy: 'llenwi ffurflenni i’ch cyngor, fesul tipyn',
  },
  'portal.welcome.two': {
    en: 'send letters and reports that help us understand',
    cy: 'anfon llythyrau ac adroddiadau sy’n ein helpu i ddeall',
  },
  'portal.welcome.three': {
    en: 'see what we have received and what happens next',
    cy: 'gweld yr hyn a gawsom a beth sy’n digwydd nesaf',
  },
  'portal.welcome.start': { en: 'Create an account', cy: 'Creu cyfrif' },
  'portal.welcome.haveAccount': { en: 'Do you have an account?', cy: 'Oes gennych chi gyfrif?' },
  'portal.welcome.needed.heading': { en: 'What you need', cy: 'Beth sydd ei angen arnoch' },
  'portal.welcome.needed.text': {
    en: 'You need an email address. You also need a phone with an authenticator app, or access to your email, each time you sign in.',
    cy: 'Mae angen cyfeiriad e-bost arnoch. Mae angen ffôn ag ap dilysu, neu fynediad at eich e-bost, bob tro y byddwch yn mewngofnodi.',
  },

  'portal.home.title': { en: 'Hello, {{name}}', cy: 'Helo, {{name}}' },
  'portal.home.saved': { en: 'Saved {{when}}', cy: 'Cadwyd {{when}}' },
  'portal.home.savedAndKept': {
    en: 'Saved {{when}}. Kept until {{day}}.',
    cy: 'Cadwyd {{when}}. Yn cael ei chadw tan {{day}}.',
  },
  'portal.home.nothingSent': {
    en: 'You have not sent any forms yet.',
    cy: 'Nid ydych wedi anfon ffurflen eto.',
  },
  'portal.home.sentOn': { en: '{{reference}}, sent on {{day}}', cy: '{{reference}}, anfonwyd ar {{day}}' },
  'portal.home.view': { en: 'View', cy: 'Gweld' },
  'portal.home.startForm': { en: 'Start a form', cy: 'Dechrau ffurflen' },
  'portal.home.noForms': {
    en: 'There are no forms to start at the moment.',
    cy: 'Nid oes ffurflenni i’w dechrau ar hyn o bryd.',
  },
  'portal.status.inProgress': { en: 'In progress', cy: 'Ar y gweill' },

  'portal.register.title': { en: 'Create an account', cy: 'Creu cyfrif' },
  'portal.register.link': { en: 'Create an account', cy: 'Creu cyfrif' },
  'portal.register.text': {
    en: 'We will send you a link to check that the address is yours.',
    cy: 'Byddwn yn anfon dolen atoch i wirio mai chi biau’r cyfeiriad.',
  },
  'portal.register.emailHint': {
    en: 'Use an address that only you can read.',
    cy: 'Defnyddiwch gyfeiriad mai dim ond chi all ei ddarllen.',
  },
  'portal.register.emailNeeded': {
    en: 'Enter an email address, such as name@example.com',
    cy: 'Rhowch gyfeiriad e-bost, fel enw@example.com',
  },
  'portal.register.later': {
    en: 'Too many tries. Wait a few minutes, then try again',
    cy: 'Gormod o geisiadau. Arhoswch ychydig funudau, yna rhowch gynnig arall arni',
  },
  'portal.registerSent.title': { en: 'Check your email', cy: 'Gwiriwch eich e-bost' },
  'portal.registerSent.text': {
    en: 'We have sent you an email. Open the link in it to go on.',
    cy: 'Rydym wedi anfon e-bost atoch. Agorwch y ddolen ynddo i barhau.',
  },
  'portal.registerSent.notThere': {
    en: 'It can take a few minutes. If it is not there, look in your junk mail, or go back and check the address.',
    cy: 'Gall gymryd ychydig funudau. Os nad yw yno, edrychwch yn eich post sothach, neu ewch yn ôl a gwirio’r cyfeiriad.',
  },
  'portal.complete.title': { en: 'Your name and password', cy: 'Eich enw a’ch cyfrinair' },
  'portal.complete.name': { en: 'Your full name', cy: 'Eich enw llawn' },
  'portal.complete.nameNeeded': { en: 'Enter your full name', cy: 'Rhowch eich enw llawn' },
  'portal.complete.password': { en: 'Choose a password', cy: 'Dewiswch gyfrinair' },
  'portal.complete.passwordHint': {
    en: 'At least 12 characters. Three random words work well.',
    cy: 'O leiaf 12 nod. Mae tri gair ar hap yn gweithio’n dda.',
  },
  'portal.complete.passwordNeeded': { en: 'Choose a password', cy: 'Dewiswch gyfrinair' },
  'portal.complete.notice': {
    en: 'How we use what you tell us:',
    cy: 'Sut rydym yn defnyddio’r hyn a ddywedwch wrthym:',
  },
  'portal.complete.create': { en: 'Create account', cy: 'Creu cyfrif' },
  'portal.complete.newLink': { en: 'Get a new link', cy: 'Cael dolen newydd' },
  'portal.complete.expired.title': { en: 'This link is too old', cy: 'Mae’r ddolen hon yn rhy hen' },
  'portal.complete.expired.text': {
    en: 'Ask for a new one. It takes a minute.',
    cy: 'Gofynnwch am un newydd. Mae’n cymryd munud.',
  },
  'portal.complete.used.title': { en: 'This link has been used', cy: 'Mae’r ddolen hon wedi’i defnyddio' },
  'portal.complete.used.text': {
    en: 'Your account is there already. You can sign in.',
    cy: 'Mae eich cyfrif yno eisoes. Gallwch fewngofnodi.',
  },
  'portal.complete.unknown.title': { en: 'This link does not work', cy: 'Nid yw’r ddolen hon yn gweithio' },
  'portal.complete.unknown.text': {
    en: 'Check that you opened the whole link, or ask for a new one.',
    cy: 'Gwiriwch eich bod wedi agor y ddolen gyfan, neu gofynnwch am un newydd.',
  },

  'portal.chooseStep.title': { en: 'Make your account safer', cy: 'Gwneud eich cyfrif yn fwy diogel' },
  'portal.chooseStep.text': {
    en: 'Each time you sign in we ask for a code as well. This keeps what you tell us private, even if somebody learns your password.',
    cy: 'Bob tro y byddwch yn mewngofnodi byddwn yn gofyn am god hefyd. Mae hyn yn cadw’r hyn a ddywedwch yn breifat, hyd yn oed os daw rhywun i wybod eich cyfrinair.',
  },
  'portal.chooseStep.legend': { en: 'How do you want to get the code?', cy: 'Sut hoffech chi gael y cod?' },
  'portal.chooseStep.app': { en: 'From an app on my phone', cy: 'O ap ar fy ffôn' },
  'portal.chooseStep.appHint': {
    en: 'The safest way. Works without a signal.',
    cy: 'Y ffordd fwyaf diogel. Yn gweithio heb signal.',
  },
  'portal.chooseStep.email': { en: 'By email', cy: 'Drwy e-bost' },
  'portal.chooseStep.emailHint': {
    en: 'We send you a code each time.',
    cy: 'Byddwn yn anfon cod atoch bob tro.',
  },
  'portal.chooseStep.needed': {
    en: 'Select how you want to get the code',
    cy: 'Dewiswch sut hoffech chi gael y cod',
  },
  'portal.setUpApp.title': { en: 'Set up your app', cy: 'Gosod eich ap' },
  'portal.setUpApp.open': {
    en: 'Open an authenticator app on your phone.',
    cy: 'Agorwch ap dilysu ar eich ffôn.',
  },
  'portal.setUpApp.scan': {
    en: 'Scan the square below, or type the key into the app.',
    cy: 'Sganiwch y sgwâr isod, neu teipiwch yr allwedd i’r ap.',
  },
  'portal.setUpApp.type': {
    en: 'Enter the 6 digits that the app shows.',
    cy: 'Rhowch y 6 digid y mae’r ap yn eu dangos.',
  },
  'portal.setUpApp.qr': { en: 'Square code to scan with your app', cy: 'Cod sgwâr i’w sganio â’ch ap' },
  'portal.setUpApp.secret': {
    en: 'Key to type if you cannot scan:',
    cy: 'Allwedd i’w theipio os na allwch sganio:',
  },
  'portal.secondStep.totp.title': { en: 'Enter the code from your app', cy: 'Rhowch y cod o’ch ap' },
  'portal.secondStep.totp.text': {
    en: 'Open your authenticator app and find the code for this service.',
    cy: 'Agorwch eich ap dilysu a dewch o hyd i’r cod ar gyfer y gwasanaeth hwn.',
  },
  'portal.secondStep.emailCode.title': {
    en: 'Enter the code from your email',
    cy: 'Rhowch y cod o’ch e-bost',
  },
  'portal.secondStep.emailCode.text': {
    en: 'We have sent a code to your email address. It works for 10 minutes.',
    cy: 'Rydym wedi anfon cod i’ch cyfeiriad e-bost. Mae’n gweithio am 10 munud.',
  },
  'portal.secondStep.code': { en: 'Code', cy: 'Cod' },
  'portal.secondStep.codeHint': { en: '6 digits', cy: '6 digid' },
  'portal.secondStep.codeNeeded': { en: 'Enter the 6 digits of the code', cy: 'Rhowch 6 digid y cod' },
  'portal.secondStep.refused': {
    en: 'That code is wrong or too old. You can try {{count}} more times',
    cy: 'Mae’r cod hwnnw’n anghywir neu’n rhy hen. Gallwch roi cynnig arall arni {{count}} gwaith',
  },
  'portal.secondStep.refused_one': {
    en: 'That code is wrong or too old. You can try once more',
    cy: 'Mae’r cod hwnnw’n anghywir neu’n rhy hen. Gallwch roi cynnig arall arni unwaith',
  },
  'portal.secondStep.sendAgain': { en: 'Send a new code', cy: 'Anfon cod newydd' },
  'portal.secondStep.sentAgain': { en: 'We have sent a new code.', cy: 'Rydym wedi anfon cod newydd.' },
  'portal.secondStep.useEmail': {
    en: 'Send me a code by email instead',
    cy: 'Anfonwch god ataf drwy e-bost yn lle hynny',
  },

  'portal.signIn': { en: 'Sign in', cy: 'Mewngofnodi' },
  'portal.signOut': { en: 'Sign out', cy: 'Allgofnodi' },
  'portal.signIn.title': { en: 'Sign in', cy: 'Mewngofnodi' },
  'portal.signIn.again': {
    en: 'Sign in again to save your answers',
    cy: 'Mewngofnodwch eto i gadw eich atebion',
  },
  'portal.signIn.kept': {
    en: 'You were signed out to keep your information safe. What you typed is not lost. We will save it when you have signed in.',
    cy: 'Cawsoch eich allgofnodi i gadw eich gwybodaeth yn ddiogel. Nid yw’r hyn a deipioch wedi’i golli. Byddwn yn ei gadw pan fyddwch wedi mewngofnodi.',
  },
  'portal.signIn.bothNeeded': {
    en: 'Enter your email address and your password',
    cy: 'Rhowch eich cyfeiriad e-bost a’ch cyfrinair',
  },
  'portal.signIn.refused': {
    en: 'The email address or the password is not right. Check both and try again',
    cy: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau a rhowch gynnig arall arni',
  },
  'portal.signIn.noAccount': { en: 'No account yet?', cy: 'Dim cyfrif eto?' },

  'portal.privacy.title': { en: 'Privacy', cy: 'Preifatrwydd' },
  'portal.privacy.why.heading': { en: 'Why we ask', cy: 'Pam rydym yn gofyn' },
  'portal.privacy.why.text': {
    en: 'The council must by law find out and decide what help children and young people with special educational needs get. We use what you tell us for that only.',
    cy: 'Rhaid i’r cyngor yn ôl y gyfraith ganfod a phenderfynu pa gymorth y mae plant a phobl ifanc ag anghenion addysgol arbennig yn ei gael. Dim ond at hynny y defnyddiwn yr hyn a ddywedwch wrthym.',
  },
  'portal.privacy.who.heading': { en: 'Who sees it', cy: 'Pwy sy’n ei weld' },
  'portal.privacy.who.text': {
    en: 'The SEND team reads what you send. They may share it with people who advise on the child’s needs, such as the school or health services. Every look is recorded.',
    cy: 'Mae’r tîm AAA yn darllen yr hyn a anfonwch. Gallant ei rannu â phobl sy’n cynghori ar anghenion y plentyn, fel yr ysgol neu’r gwasanaethau iechyd. Cofnodir pob golwg.',
  },
  'portal.privacy.howLong.heading': { en: 'How long we keep it', cy: 'Am ba hyd rydym yn ei gadw' },
  'portal.privacy.howLong.text': {
    en: 'We keep it only as long as the law requires for records of this kind.',
    cy: 'Dim ond cyhyd ag y mae’r gyfraith yn gofyn ar gyfer cofnodion o’r fath y byddwn yn ei gadw.',
  },
  'portal.privacy.rights.heading': { en: 'Your rights', cy: 'Eich hawliau' },
  'portal.privacy.rights.text': {
    en: 'You can ask to see what we hold about you and ask us to put mistakes right. Write to the data protection officer of your council.',
    cy: 'Gallwch ofyn am weld yr hyn sydd gennym amdanoch a gofyn i ni gywiro camgymeriadau. Ysgrifennwch at swyddog diogelu data eich cyngor.',
  },
} satisfies Catalogue
