import type { Catalogue } from './language.ts'

/** Messages about what guards an account. They say what happened, and what to do if it was somebody else. */
export const accountMailTexts = {
  'mail.reset.subject': { en: 'Choose a new password', cy: 'Dewis cyfrinair newydd' },
  'mail.reset.body': {
    en: 'Hello,\n\nopen this link to choose a new password:\n\n{{link}}\n\nThe link works once, within 24 hours. If you did not ask for it, you can ignore this message. Your password has not changed.\n',
    cy: 'Helo,\n\nagorwch y ddolen hon i ddewis cyfrinair newydd:\n\n{{link}}\n\nMae’r ddolen yn gweithio unwaith, o fewn 24 awr. Os na wnaethoch chi ofyn amdani, gallwch anwybyddu’r neges hon. Nid yw eich cyfrinair wedi newid.\n',
  },
  'mail.resetUnknown.subject': { en: 'There is no account', cy: 'Nid oes cyfrif' },
  'mail.resetUnknown.body': {
    en: 'Hello,\n\nsomebody asked for a new password with this e-mail address. There is no open account with it. If you used another address, try that one. You can create an account here:\n\n{{link}}\n\nIf it was not you, you can ignore this message.\n',
    cy: 'Helo,\n\ngofynnodd rhywun am gyfrinair newydd gyda’r cyfeiriad e-bost hwn. Nid oes cyfrif agored gydag ef. Os defnyddioch gyfeiriad arall, rhowch gynnig ar hwnnw. Gallwch greu cyfrif yma:\n\n{{link}}\n\nOs nad chi oedd yno, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.passwordReset.subject': {
    en: 'Your password was changed',
    cy: 'Cafodd eich cyfrinair ei newid',
  },
  'mail.passwordReset.body': {
    en: 'Hello,\n\nyour password was changed with a link from this mailbox, and you were signed out on all your devices. For 24 hours a code by e-mail is not enough to sign in.\n\nIf it was not you, somebody else can read your e-mail. Change the password of your e-mail first, then ask us for a new password, and tell your council.\n',
    cy: 'Helo,\n\ncafodd eich cyfrinair ei newid gyda dolen o’r blwch post hwn, a chawsoch eich allgofnodi ar eich holl ddyfeisiau. Am 24 awr nid yw cod drwy e-bost yn ddigon i fewngofnodi.\n\nOs nad chi oedd yno, gall rhywun arall ddarllen eich e-bost. Newidiwch gyfrinair eich e-bost yn gyntaf, yna gofynnwch i ni am gyfrinair newydd, a dywedwch wrth eich cyngor.\n',
  },
  'mail.secondStepsChanged.subject': {
    en: 'The way you sign in has changed',
    cy: 'Mae’r ffordd rydych yn mewngofnodi wedi newid',
  },
  'mail.secondStepsChanged.body': {
    en: 'Hello,\n\nan app, a passkey or the recovery codes of your account were added, replaced or removed.\n\nIf it was not you, choose a new password now and tell your council.\n',
    cy: 'Helo,\n\ncafodd ap, allwedd mynediad neu godau adfer eich cyfrif eu hychwanegu, eu disodli neu eu tynnu.\n\nOs nad chi oedd yno, dewiswch gyfrinair newydd nawr a dywedwch wrth eich cyngor.\n',
  },
  'mail.recoveryCodeUsed.subject': {
    en: 'A recovery code was used',
    cy: 'Cafodd cod adfer ei ddefnyddio',
  },
  'mail.recoveryCodeUsed.body': {
    en: 'Hello,\n\nsomebody signed in to your account with a recovery code. Codes left: {{count}}.\n\nIf it was not you, choose a new password now and tell your council.\n',
    cy: 'Helo,\n\nmewngofnododd rhywun i’ch cyfrif â chod adfer. Codau ar ôl: {{count}}.\n\nOs nad chi oedd yno, dewiswch gyfrinair newydd nawr a dywedwch wrth eich cyngor.\n',
  },
  'mail.recoveryAsked.subject': {
    en: 'Somebody asks to sign in to your account in a new way',
    cy: 'Mae rhywun yn gofyn am fewngofnodi i’ch cyfrif mewn ffordd newydd',
  },
  'mail.recoveryAsked.body': {
    en: 'Hello,\n\nsomebody who knows your password has told us that they cannot get any security code. They have asked your council to let them set up a new way to sign in.\n\nIf it was you, you need do nothing. If it was not you, stop it here, then choose a new password:\n\n{{link}}\n\nSigning in as always stops it too.\n',
    cy: 'Helo,\n\nmae rhywun sy’n gwybod eich cyfrinair wedi dweud wrthym na all gael unrhyw god diogelwch. Mae wedi gofyn i’ch cyngor adael iddo osod ffordd newydd o fewngofnodi.\n\nOs chi oedd yno, nid oes angen gwneud dim. Os nad chi oedd yno, rhowch stop arno yma, yna dewiswch gyfrinair newydd:\n\n{{link}}\n\nMae mewngofnodi fel arfer yn rhoi stop arno hefyd.\n',
  },
  'mail.recoveryApproved.subject': {
    en: 'You can soon set up a new way to sign in',
    cy: 'Cyn bo hir gallwch osod ffordd newydd o fewngofnodi',
  },
  'mail.recoveryApproved.body': {
    en: 'Hello,\n\nyour council has agreed that a new way to sign in to your account may be set up. Sign in with your password from {{from}} until {{until}}.\n\nWe wait for a day so that you can stop it if it was not you. Stop it here, then choose a new password:\n\n{{link}}\n\nSigning in as always stops it too.\n',
    cy: 'Helo,\n\nmae eich cyngor wedi cytuno y gellir gosod ffordd newydd o fewngofnodi i’ch cyfrif. Mewngofnodwch â’ch cyfrinair o {{from}} tan {{until}}.\n\nRydym yn aros am ddiwrnod er mwyn i chi allu rhoi stop arno os nad chi oedd yno. Rhowch stop arno yma, yna dewiswch gyfrinair newydd:\n\n{{link}}\n\nMae mewngofnodi fel arfer yn rhoi stop arno hefyd.\n',
  },
  'mail.recoveryRefused.subject': {
    en: 'We could not let you set up a new way to sign in',
    cy: 'Ni allem adael i chi osod ffordd newydd o fewngofnodi',
  },
  'mail.recoveryRefused.body': {
    en: 'Hello,\n\nyour council could not agree that a new way to sign in to your account is set up. Nothing has changed. Please ring or visit the SEND team, who can tell you why and what to bring.\n',
    cy: 'Helo,\n\nni allai eich cyngor gytuno i osod ffordd newydd o fewngofnodi i’ch cyfrif. Nid oes dim wedi newid. Ffoniwch neu ewch i weld y tîm AAA, a all ddweud wrthych pam a beth i ddod ag ef.\n',
  },
  'mail.recoveryUsed.subject': {
    en: 'A new way to sign in was set up',
    cy: 'Cafodd ffordd newydd o fewngofnodi ei gosod',
  },
  'mail.recoveryUsed.body': {
    en: 'Hello,\n\na new way to sign in to your account was set up. The earlier app, passkeys and recovery codes no longer work, and all other devices were signed out.\n\nIf it was not you, tell your council at once.\n',
    cy: 'Helo,\n\ncafodd ffordd newydd o fewngofnodi i’ch cyfrif ei gosod. Nid yw’r ap, yr allweddi mynediad na’r codau adfer blaenorol yn gweithio mwyach, a chafodd pob dyfais arall ei hallgofnodi.\n\nOs nad chi oedd yno, dywedwch wrth eich cyngor ar unwaith.\n',
  },
} satisfies Catalogue
