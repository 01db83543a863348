import type { Catalogue } from './language.ts'

export const mailTexts = {
  'mail.whichChild': { en: 'This is about {{initials}}', cy: 'Mae hyn am {{initials}}' },
  'mail.register.subject': { en: 'Finish opening your account', cy: 'Gorffen agor eich cyfrif' },
  'mail.register.body': {
    en: 'Hello,\n\nopen this link to choose a password and finish opening your account:\n\n{{link}}\n\nThe link works once, within 72 hours. If you did not ask for it, you can ignore this message.\n',
    cy: 'Helo,\n\nagorwch y ddolen hon i ddewis cyfrinair a gorffen agor eich cyfrif:\n\n{{link}}\n\nMae’r ddolen yn gweithio unwaith, o fewn 72 awr. Os na wnaethoch chi ofyn amdani, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.alreadyRegistered.subject': { en: 'You already have an account', cy: 'Mae gennych gyfrif yn barod' },
  'mail.alreadyRegistered.body': {
    en: 'Hello,\n\nsomebody asked to open an account with this e-mail address. You already have one. Sign in here:\n\n{{link}}\n\nIf it was not you, you can ignore this message.\n',
    cy: 'Helo,\n\ngofynnodd rhywun am agor cyfrif gyda’r cyfeiriad e-bost hwn. Mae gennych un yn barod. Mewngofnodwch yma:\n\n{{link}}\n\nOs nad chi oedd yno, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.code.subject': { en: 'Your security code', cy: 'Eich cod diogelwch' },
  'mail.code.body': {
    en: 'Your security code is {{code}}\n\nIt works once, within 10 minutes. We will never ring you to ask for it.\n',
    cy: 'Eich cod diogelwch yw {{code}}\n\nMae’n gweithio unwaith, o fewn 10 munud. Fyddwn ni byth yn eich ffonio i ofyn amdano.\n',
  },
  'mail.claimDecided.subject': {
    en: 'We have decided about a child you told us of',
    cy: 'Rydym wedi penderfynu am blentyn y dywedoch wrthym amdano',
  },
  'mail.claimDecided.body': {
    en: 'Hello,\n\nwe have looked at what you told us about a child. Sign in to see our decision:\n\n{{link}}\n',
    cy: 'Helo,\n\nrydym wedi edrych ar yr hyn a ddywedoch wrthym am blentyn. Mewngofnodwch i weld ein penderfyniad:\n\n{{link}}\n',
  },
  'mail.fileRefused.subject': {
    en: 'We could not accept a file you sent us',
    cy: 'Ni allem dderbyn ffeil a anfonoch atom',
  },
  'mail.fileRefused.body': {
    en: 'Hello,\n\nour virus check did not pass a file that you added to a form. The form is not sent yet. Sign in to see which file it is and to add another in its place:\n\n{{link}}\n',
    cy: 'Helo,\n\nni phasiodd ffeil a ychwanegoch at ffurflen ein gwiriad firysau. Nid yw’r ffurflen wedi’i hanfon eto. Mewngofnodwch i weld pa ffeil yw hi ac i ychwanegu un arall yn ei lle:\n\n{{link}}\n',
  },
  'mail.fileRefused.sentBody': {
    en: 'Hello,\n\nour virus check did not pass a file that came with your form {{reference}}. We have everything else of the form, but not this file. Sign in to see which file it is, then reply to us or phone us to send it in another way:\n\n{{link}}\n',
    cy: 'Helo,\n\nni phasiodd ffeil a ddaeth gyda’ch ffurflen {{reference}} ein gwiriad firysau. Mae gennym bopeth arall o’r ffurflen, ond nid y ffeil hon. Mewngofnodwch i weld pa ffeil yw hi, yna atebwch ni neu ffoniwch ni i’w hanfon mewn ffordd arall:\n\n{{link}}\n',
  },
  'mail.formReceived.subject': {
    en: 'We have received your form {{reference}}',
    cy: 'Rydym wedi derbyn eich ffurflen {{reference}}',
  },
  'mail.formReceived.body': {
    en: 'Hello,\n\nyour form reached us on {{day}}. Its reference is {{reference}}. Keep it: it helps us find your form.\n\n{{next}}\n\nTo see how it is going and what you sent, sign in here:\n\n{{link}}\n',
    cy: 'Helo,\n\ncyrhaeddodd eich ffurflen ni ar {{day}}. Ei chyfeirnod yw {{reference}}. Cadwch ef: mae’n ein helpu i ddod o hyd i’ch ffurflen.\n\n{{next}}\n\nI weld sut mae’n mynd a beth a anfonoch, mewngofnodwch yma:\n\n{{link}}\n',
  },
  'mail.formReceived.due': {
    en: 'By {{due}} we tell you what we have decided, and why. You do not need to do anything now.',
    cy: 'Erbyn {{due}} byddwn yn dweud wrthych beth rydym wedi’i benderfynu, a pham. Nid oes angen i chi wneud dim nawr.',
  },
  'mail.formReceived.noDue': {
    en: 'If we need to know more, we write to you. You do not need to do anything now.',
    cy: 'Os bydd angen i ni wybod rhagor, byddwn yn ysgrifennu atoch. Nid oes angen i chi wneud dim nawr.',
  },
  'mail.formEnds.subject': {
    en: 'Your unfinished form will be deleted after {{day}}',
    cy: 'Bydd eich ffurflen anorffenedig yn cael ei dileu ar ôl {{day}}',
  },
  'mail.formEnds.body': {
    en: 'Hello,\n\nyou began this form and have not sent it yet: {{form}}\n\nWe keep it until {{day}}. Then we delete it with everything you typed and every file you added.\n\nTo keep it, open it and save a page, or send it:\n\n{{link}}\n\nIf you no longer need it, you can ignore this message.\n',
    cy: 'Helo,\n\ndechreuoch y ffurflen hon ac nid ydych wedi’i hanfon eto: {{form}}\n\nRydym yn ei chadw tan {{day}}. Wedyn byddwn yn ei dileu gyda phopeth a deipioch a phob ffeil a ychwanegoch.\n\nI’w chadw, agorwch hi a chadwch dudalen, neu anfonwch hi:\n\n{{link}}\n\nOs nad oes ei hangen arnoch mwyach, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.adviceAsked.subject': {
    en: 'A request for advice, due by {{day}}',
    cy: 'Cais am gyngor, i’w roi erbyn {{day}}',
  },
  'mail.adviceAsked.body': {
    en: 'Hello,\n\nthe council asks your organisation for advice about a child or young person. It is due by {{day}}.\n\nSign in to see whom it is about, to answer, or to pass it to a colleague:\n\n{{link}}\n\nIf you do not know the child, you can say so there. That is an answer too.\n',
    cy: 'Helo,\n\nmae’r awdurdod lleol yn gofyn i’ch sefydliad am gyngor ynghylch plentyn neu berson ifanc. Rhaid ei roi erbyn {{day}}.\n\nMewngofnodwch i weld am bwy y mae, i ateb, neu i’w drosglwyddo i gydweithiwr:\n\n{{link}}\n\nOs nad ydych yn adnabod y plentyn, gallwch ddweud hynny yno. Mae hynny’n ateb hefyd.\n',
  },
  'mail.adviceHanded.subject': {
    en: 'A colleague has passed you a request for advice, due by {{day}}',
    cy: 'Mae cydweithiwr wedi trosglwyddo cais am gyngor i chi, i’w roi erbyn {{day}}',
  },
  'mail.adviceHanded.body': {
    en: 'Hello,\n\na colleague has passed you a request for advice from the council. It is due by {{day}}.\n\nSign in to see whom it is about and to go on with it:\n\n{{link}}\n',
    cy: 'Helo,\n\nmae cydweithiwr wedi trosglwyddo cais am gyngor gan yr awdurdod lleol i chi. Rhaid ei roi erbyn {{day}}.\n\nMewngofnodwch i weld am bwy y mae ac i fwrw ymlaen ag ef:\n\n{{link}}\n',
  },
  'mail.adviceWithdrawn.subject': {
    en: 'A request for advice has been withdrawn',
    cy: 'Mae cais am gyngor wedi’i dynnu’n ôl',
  },
  'mail.adviceWithdrawn.body': {
    en: 'Hello,\n\nthe council no longer needs advice that it had asked your organisation for, due by {{day}}. You need do nothing. A form that was begun for it has been deleted.\n\nYour other requests are here:\n\n{{link}}\n',
    cy: 'Helo,\n\nnid oes angen mwyach ar yr awdurdod lleol y cyngor y gofynnodd i’ch sefydliad amdano, i’w roi erbyn {{day}}. Nid oes rhaid i chi wneud dim. Mae ffurflen a ddechreuwyd ar ei gyfer wedi’i dileu.\n\nMae eich ceisiadau eraill yma:\n\n{{link}}\n',
  },
  'mail.questionAsked.subject': {
    en: 'We have a question about your form {{reference}}',
    cy: 'Mae gennym gwestiwn am eich ffurflen {{reference}}',
  },
  'mail.questionAsked.body': {
    en: 'Hello,\n\nthank you for your form {{reference}}. We have a question about it. Sign in to read the question and to answer it:\n\n{{link}}\n\nNothing is wrong: your answer helps us to go on.\n',
    cy: 'Helo,\n\ndiolch am eich ffurflen {{reference}}. Mae gennym gwestiwn amdani. Mewngofnodwch i ddarllen y cwestiwn ac i’w ateb:\n\n{{link}}\n\nNid oes dim o’i le: bydd eich ateb yn ein helpu i fwrw ymlaen.\n',
  },
  'mail.questionWithdrawn.subject': {
    en: 'You need not answer our question about {{reference}}',
    cy: 'Nid oes angen i chi ateb ein cwestiwn am {{reference}}',
  },
  'mail.questionWithdrawn.body': {
    en: 'Hello,\n\nwe asked you a question about your form {{reference}}. We no longer need an answer, so you need do nothing. You can see your form here:\n\n{{link}}\n',
    cy: 'Helo,\n\ngofynnom gwestiwn i chi am eich ffurflen {{reference}}. Nid oes angen ateb arnom mwyach, felly nid oes rhaid i chi wneud dim. Gallwch weld eich ffurflen yma:\n\n{{link}}\n',
  },
  'mail.helpAsked.subject': {
    en: 'Somebody asks for your help with a form',
    cy: 'Mae rhywun yn gofyn am eich help gyda ffurflen',
  },
  'mail.helpAsked.body': {
    en: 'Hello,\n\nsomebody asks for your help with a form. Open this link to see what it is about and to say yes or no:\n\n{{link}}\n\nYou need an account with this e-mail address. The link works once, within 14 days. If you did not expect this message, you can ignore it.\n',
    cy: 'Helo,\n\nmae rhywun yn gofyn am eich help gyda ffurflen. Agorwch y ddolen hon i weld beth sydd dan sylw ac i gytuno neu wrthod:\n\n{{link}}\n\nMae angen cyfrif arnoch gyda’r cyfeiriad e-bost hwn. Mae’r ddolen yn gweithio unwaith, o fewn 14 diwrnod. Os nad oeddech yn disgwyl y neges hon, gallwch ei hanwybyddu.\n',
  },
  'password.tooShort': {
    en: 'Your password must have at least 12 characters',
    cy: 'Rhaid i’ch cyfrinair gynnwys o leiaf 12 nod',
  },
  'password.tooLong': {
    en: 'Your password must have 128 characters or fewer',
    cy: 'Rhaid i’ch cyfrinair gynnwys 128 nod neu lai',
  },
  'password.tooCommon': {
    en: 'Choose a password that is harder to guess, for example three words that do not belong together',
    cy: 'Dewiswch gyfrinair sy’n anoddach ei ddyfalu, er enghraifft tri gair nad ydynt yn perthyn i’w gilydd',
  },
  'registration.badLink': {
    en: 'This link has expired or was used already. Ask for a new one.',
    cy: 'Mae’r ddolen hon wedi dod i ben neu wedi’i defnyddio eisoes. Gofynnwch am un newydd.',
  },
} satisfies Catalogue
